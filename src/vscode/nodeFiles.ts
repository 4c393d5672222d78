import type * as vscode from 'vscode';

/** Node's own files, where the extension runs in Node; the API of VS Code does not tell all that it knows of them. */
const nodeFiles = globalThis.process?.getBuiltinModule('node:fs');

/** The permission of a file's owner to write it. */
const ownerWrites = 0o200;

/** Whether a file may not be written by its permissions; false where that is not known. */
export function isLocked(uri: vscode.Uri): boolean {
	if (!nodeFiles || uri.scheme !== 'file') return false;
	try {
		return (nodeFiles.statSync(uri.fsPath).mode & ownerWrites) === 0;
	} catch {
		return false;
	}
}

/**
 * Creates an empty file for its owner alone, where Node knows files: it is about to hold what others may not read.
 *
 * @throws Error where it cannot be created
 */
export function createPrivate(uri: vscode.Uri): void {
	if (!nodeFiles || uri.scheme !== 'file') return;
	nodeFiles.closeSync(nodeFiles.openSync(uri.fsPath, 'wx', 0o600));
}

/** Lets those use a file who may use another; where its disk knows nothing of that, it stays as it is. */
export function sharePermissions(from: vscode.Uri, to: vscode.Uri): void {
	if (!nodeFiles || to.scheme !== 'file') return;
	try {
		nodeFiles.chmodSync(to.fsPath, nodeFiles.statSync(from.fsPath).mode);
	} catch {
		// For its owner it is there all the same.
	}
}

/** Whether the file system of this machine takes names in any case for the same; in a browser it is not known. */
export const ignoresCase = ['darwin', 'win32'].includes(globalThis.process?.platform ?? '');

/** Where a file is, links followed; undefined where that is not known. */
export async function realPathOf(uri: vscode.Uri): Promise<string | undefined> {
	if (!nodeFiles || uri.scheme !== 'file') return undefined;
	return new Promise((resolve) => {
		nodeFiles.realpath.native(uri.fsPath, (error, path) => resolve(error ? undefined : path));
	});
}
