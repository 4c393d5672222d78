import { Worker } from 'node:worker_threads';
import { nodeWorkerOptions } from '../../../src/host/language/nodeWorkerOptions.ts';
import type { FromWorker } from '../../../src/worker/protocol.ts';
import type { WorkerListener, WorkerThread } from '../../../src/worker/thread.ts';

/** Starts the worker that ships, as the Node extension host does. @param bundle its path */
export async function startWorker(bundle: string, { onMessage, onFailure }: WorkerListener): Promise<WorkerThread> {
	const worker = new Worker(bundle, nodeWorkerOptions);
	worker.on('message', (message: FromWorker) => onMessage(message));
	worker.on('error', (error: Error) => onFailure(error.message));
	return { post: (message) => worker.postMessage(message), terminate: () => void worker.terminate() };
}
