import * as vscode from 'vscode';
import { defaultWordsPerMinute } from '../../core/language/spoken.ts';
import { defaultStaleAfterYears } from '../../core/rules/stale.ts';
import type { FileFacts } from '../../core/tree/treeView.ts';
import type { StoryFiles } from '../storyFiles.ts';

/** What rows say of a story that depends on its file. Settings are those of a folder, so each is read once at a time. */
export function fileFactsOf(storyFiles: StoryFiles): (file: string) => FileFacts {
	let settings = new Map<string, Omit<FileFacts, 'path'>>();
	return (file) => {
		const uri = vscode.Uri.parse(file, true);
		const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() ?? '';
		if (settings.size === 0) void Promise.resolve().then(() => (settings = new Map()));
		let known = settings.get(folder);
		if (!known) {
			const { wordsPerMinute = defaultWordsPerMinute, staleAfterYears = defaultStaleAfterYears, today = '' } = storyFiles.contextFor(uri);
			settings.set(folder, (known = { wordsPerMinute, staleAfterYears, today }));
		}
		return { path: vscode.workspace.asRelativePath(uri), ...known };
	};
}
