import { readFile } from 'node:fs/promises';
import { startThread, type WorkerListener, type WorkerThread } from '../../../src/worker/start.ts';

/** Starts the worker that ships, as the Node extension host does. @param bundle its path */
export function startInNode(bundle: string, listener: WorkerListener): Promise<WorkerThread> {
	return startThread(bundle, () => readFile(bundle), listener);
}
