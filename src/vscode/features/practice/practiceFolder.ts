import * as vscode from 'vscode';
import { settingsSection } from '../../ids.ts';

/** The setting that names the folder of the history, without its section. */
export const practiceFolderSetting = 'practice.folder';

/** Where the history of practice lies. */
export interface PracticePlace {
	readonly folder: vscode.Uri;
	/** A folder that the author has named, one on a remote machine or in a container, or one on this machine. */
	readonly kind: 'own' | 'remote' | 'local';
}

/**
 * Says where the history of practice lies: in a folder of the author's own, else in the one that VS Code keeps for the
 * extension, which on a remote goes with that machine or container.
 *
 * @param storage the folder that VS Code keeps
 */
export function practicePlace(storage: vscode.Uri): PracticePlace {
	// Of the user or the machine alone: a workspace could have it written to, or emptied, in a place of its choice.
	const named = vscode.workspace
		.getConfiguration(settingsSection)
		.inspect<unknown>(practiceFolderSetting)?.globalValue;
	const folder = ownFolder(named);
	if (folder) return { folder, kind: 'own' };
	const isRemote = vscode.env.remoteName !== undefined;
	return { folder: vscode.Uri.joinPath(storage, 'practice'), kind: isRemote ? 'remote' : 'local' };
}

/** @param named an absolute path: what is relative would be in another place with every workspace */
function ownFolder(named: unknown): vscode.Uri | undefined {
	// In a browser there is no disk.
	if (typeof named !== 'string' || vscode.workspace.fs.isWritableFileSystem('file') !== true) return undefined;
	const path = named.trim();
	return /^(?:\/|[a-z]:[\\/]|\\\\[^\\])/iu.test(path) ? vscode.Uri.file(path) : undefined;
}
