import type * as vscode from 'vscode';
import type { TreeNode } from '../../core/tree/nodes.ts';
import { competencyItem } from './competencyItem.ts';
import { groupItem } from './groupItem.ts';
import { candidateItem, storyItem } from './storyItem.ts';

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
