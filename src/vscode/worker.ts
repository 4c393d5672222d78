import * as vscode from 'vscode';
import type { DiskReader } from '../core/library/storyAnalyser.ts';
import type { LanguageClient } from '../worker/client.ts';
import { startThread, workerBundle, type WorkerListener, type WorkerThread } from '../worker/start.ts';

/**
 * Starts a worker.
 *
 * @param extensionUri where the extension is installed
 * @throws Error where the host has no workers, or the bundle can't be read
 */
export function startWorker(extensionUri: vscode.Uri, listener: WorkerListener): Promise<WorkerThread> {
	const uri = vscode.Uri.joinPath(extensionUri, workerBundle);
	return startThread(uri.fsPath, () => vscode.workspace.fs.readFile(uri), listener);
}

/** Has files analysed where they lie, by the worker itself: in Node, and where VS Code's own file system is the disk's. */
export function workersDisk(language: LanguageClient): DiskReader {
	const isPossible = globalThis.process !== undefined;
	const pathOf = (uri: string) => vscode.Uri.parse(uri, true).fsPath;
	return {
		reaches: (uri) => isPossible && uri.startsWith('file:'),
		read: (uris, ...rest) => language.readFiles(uris, pathOf, ...rest),
	};
}
