import * as vscode from 'vscode';
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
