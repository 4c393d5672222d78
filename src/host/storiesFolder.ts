import * as vscode from 'vscode';
import type { Settings } from './settings.ts';

/**
 * The folder in which new stories are created.
 * @param folder of the workspace
 * @returns undefined where the setting leads out of it
 */
export function storiesFolderOf(folder: vscode.Uri, { storiesFolder }: Pick<Settings, 'storiesFolder'>): vscode.Uri | undefined {
	const directory = vscode.Uri.joinPath(folder, ...storiesFolder.split(/[\\/]/u));
	const isInside = directory.path === folder.path || directory.path.startsWith(`${folder.path.replace(/\/$/u, '')}/`);
	return isInside ? directory : undefined;
}
