import * as vscode from 'vscode';
import { readSettings } from './settings.ts';
import { storiesFolderOf } from './storiesFolder.ts';

/** The file in the folder of the stories that holds what the author plans. It is a list, and never a story. */
export const opportunitiesName = 'opportunities.md';

/**
 * Where the opportunities of a folder of the workspace stand.
 * @returns undefined where the setting leads out of the folder
 */
export function opportunitiesUri(folder: vscode.Uri): vscode.Uri | undefined {
	const directory = storiesFolderOf(folder, readSettings(folder));
	return directory && vscode.Uri.joinPath(directory, opportunitiesName);
}

/** Whether a file holds the opportunities of its folder. */
export function isOpportunities(uri: vscode.Uri): boolean {
	if (!uri.path.endsWith(`/${opportunitiesName}`)) return false;
	const folder = vscode.workspace.getWorkspaceFolder(uri);
	return folder !== undefined && opportunitiesUri(folder.uri)?.toString() === uri.toString();
}
