import * as vscode from 'vscode';
import { opportunitiesName } from '../core/opportunities/opportunity.ts';
import { readSettings } from './settings.ts';
import { storiesFolderOf } from './storiesFolder.ts';

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
