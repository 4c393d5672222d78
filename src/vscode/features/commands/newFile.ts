import * as vscode from 'vscode';
import { frameworkFileOf, leadsOut } from '../../../core/library/placesOfSettings.ts';
import { showErrorMessage, showInformationMessage } from '../../dialogs.ts';
import { createFile as createNew } from '../../files.ts';
import { readSettings } from '../../settings.ts';

/**
 * Asks for a folder of the workspace where there are several.
 *
 * @param question shown while asking
 * @returns undefined where the author changed their mind, or no folder is open; then opening one is offered
 */
export async function pickFolder(question: string): Promise<vscode.WorkspaceFolder | undefined> {
	const folders = vscode.workspace.workspaceFolders ?? [];
	if (folders.length > 1) return vscode.window.showWorkspaceFolderPick({ placeHolder: question });
	if (folders[0]) return folders[0];
	await askForFolder();
	return undefined;
}

/** The framework file of a folder, whether it is there or not; where the setting leads out, the author is told. */
export function frameworkFileIn(folder: vscode.WorkspaceFolder): vscode.Uri | undefined {
	const file = frameworkFileOf(folder.uri.toString(), readSettings(folder.uri));
	if (file !== undefined) return vscode.Uri.parse(file, true);
	void showErrorMessage(leadsOut('frameworkFile'));
	return undefined;
}

/** Offers to open a folder where none is open. */
export async function askForFolder(): Promise<void> {
	const open = 'Open Folder';
	const answer = await showInformationMessage('Open the folder that is to hold your stories first.', open);
	if (answer === open) await vscode.commands.executeCommand('vscode.openFolder');
}

/**
 * Creates a file, and tells the author where that is not possible.
 *
 * @param text left out for an empty file
 * @returns whether it was created
 */
export async function createFile(uri: vscode.Uri, text = ''): Promise<boolean> {
	const reason = await createNew(uri, text);
	if (reason === undefined) return true;
	await showErrorMessage(`${vscode.workspace.asRelativePath(uri)} could not be created: ${reason}`);
	return false;
}
