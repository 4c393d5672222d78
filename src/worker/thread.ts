import type { FromWorker, ToWorker } from './protocol.ts';

/** A worker with the language service, in either extension host. */
export interface WorkerThread {
	post(message: ToWorker): void;
	/** Ends it, whatever it is doing. */
	terminate(): void;
}

/** What happens to a worker. */
export interface WorkerListener {
	onMessage(message: FromWorker): void;
	/** It broke down and is no more. */
	onFailure(message: string): void;
}
