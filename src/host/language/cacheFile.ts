import * as vscode from 'vscode';
import type { CacheFile } from '../../worker/protocol.ts';
import { workerBundle } from './workerThread.ts';

/**
 * The file in the extension's own storage that remembers analyses of this workspace.
 * @returns undefined where there is no such storage on the disk, as in a browser or without a folder
 */
export async function cacheFile({ storageUri, extensionUri }: vscode.ExtensionContext): Promise<CacheFile | undefined> {
	if (storageUri?.scheme !== 'file') return undefined;
	const { size, mtime } = await vscode.workspace.fs.stat(vscode.Uri.joinPath(extensionUri, workerBundle));
	return { path: vscode.Uri.joinPath(storageUri, 'analyses.json').fsPath, version: `${size} ${mtime}` };
}
