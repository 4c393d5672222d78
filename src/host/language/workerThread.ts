import * as vscode from 'vscode';
import type { WorkerListener, WorkerThread } from '../../worker/thread.ts';
import { nodeWorkerOptions } from './nodeWorkerOptions.ts';

/** Path of the worker's bundle from the extension's folder. */
export const workerBundle = 'dist/worker/languageService.js';

/**
 * Starts a worker.
 * @param extensionUri where the extension is installed
 * @throws Error where the host has no workers, or the bundle can't be read
 */
export async function startWorker(extensionUri: vscode.Uri, listener: WorkerListener): Promise<WorkerThread> {
	const uri = vscode.Uri.joinPath(extensionUri, workerBundle);
	// Not an import: the web worker host has no Node modules.
	const threads = globalThis.process?.getBuiltinModule?.('node:worker_threads');
	return threads ? inNode(new threads.Worker(uri.fsPath, nodeWorkerOptions), listener) : inBrowser(await vscode.workspace.fs.readFile(uri), listener);
}

/** How much processor time this process and its workers have had, in milliseconds; undefined in a browser. */
export function processorTime(): (() => number) | undefined {
	const usage = globalThis.process?.cpuUsage?.bind(globalThis.process);
	return usage && (() => {
		const { user, system } = usage();
		return (user + system) / 1000;
	});
}

function inNode(worker: NodeWorker, { onMessage, onFailure }: WorkerListener): WorkerThread {
	worker.on('message', onMessage);
	worker.on('error', (error) => onFailure(error.message));
	return { post: (message) => worker.postMessage(message), terminate: () => void worker.terminate() };
}

/** A worker can't be started from the extension's own address, which belongs to another origin. */
function inBrowser(script: Uint8Array, { onMessage, onFailure }: WorkerListener): WorkerThread {
	const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
	const worker = new Worker(url, { name: 'STAR Stories' });
	worker.addEventListener('message', ({ data }) => {
		if (data.form === 'ready') URL.revokeObjectURL(url);
		onMessage(data);
	});
	worker.addEventListener('error', ({ message }) => onFailure(message ?? 'The worker could not be started'));
	return { post: (message) => worker.postMessage(message), terminate: () => worker.terminate() };
}
