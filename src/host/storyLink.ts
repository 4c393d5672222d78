import * as vscode from 'vscode';
import type { BankStory } from '../core/bank/storyIndex.ts';

/**
 * The target of a Markdown link to a story from a saved document: a path from the root of its folder, with the heading
 * where the file is a bank. A line number would be wrong after the next edit.
 * @param from the document that the link stands in
 */
export function storyLink({ file, story }: BankStory, isAlone: boolean, from: vscode.Uri): string {
	const uri = vscode.Uri.parse(file, true);
	const folder = vscode.workspace.getWorkspaceFolder(uri);
	const isNear = folder !== undefined && folder === vscode.workspace.getWorkspaceFolder(from);
	const path = isNear ? uri.path.slice(folder.uri.path.replace(/\/$/u, '').length).split('/').map(encodeURIComponent).join('/') : uri.toString();
	const heading = isAlone ? '' : `#${encodeURIComponent(slugOf(story.title))}`;
	return `${path}${heading}`.replace(/[()]/gu, (mark) => (mark === '(' ? '%28' : '%29'));
}

/** The anchor of a heading as VS Code and GitHub make it. */
function slugOf(title: string): string {
	return title.trim().toLowerCase().replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '').replace(/\s/gu, '-');
}
