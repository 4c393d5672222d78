import * as vscode from 'vscode';
import type { TreeNode } from '../../../core/library/tree/branch.ts';
import type { FileFacts } from '../../../core/library/tree/treeView.ts';
import { defaultWordsPerMinute } from '../../../core/rules/english/spokenTime.ts';
import { defaultStaleAfterYears } from '../../../core/rules/stale.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { competencyItem, groupItem } from './groupItem.ts';
import { candidateItem, storyItem } from './storyItem.ts';

/** What rows say of a story that depends on its file. Settings are those of a folder, so each is read once at a time. */
export function fileFactsOf(storyFiles: StoryFiles): (file: string) => FileFacts {
	let settings = new Map<string, Omit<FileFacts, 'path'>>();
	return (file) => {
		const uri = vscode.Uri.parse(file, true);
		const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() ?? '';
		if (settings.size === 0) void Promise.resolve().then(() => (settings = new Map()));
		let known = settings.get(folder);
		if (!known) {
			const {
				wordsPerMinute = defaultWordsPerMinute,
				staleAfterYears = defaultStaleAfterYears,
				today = '',
			} = storyFiles.contextFor(file);
			settings.set(folder, (known = { wordsPerMinute, staleAfterYears, today }));
		}
		return { path: vscode.workspace.asRelativePath(uri), ...known };
	};
}

/** How a node of the tree looks and what it says. */
export function toTreeItem(node: TreeNode): vscode.TreeItem {
	switch (node.kind) {
		case 'competency':
			return competencyItem(node);
		case 'group':
			return groupItem(node);
		case 'story':
			return storyItem(node);
		case 'candidate':
			return candidateItem(node);
	}
}
