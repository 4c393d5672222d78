import type { FromWorker, ToWorker } from './protocol.ts';

/** A worker with the language service, in either extension host. */
export interface WorkerThread {
	post(message: ToWorker): void;
	/** Ends it, whatever it is doing. */
	terminate(): void;
	/**
	 * The processor time that its thread has used, in milliseconds. It is answered while the thread computes, but not
	 * while it waits for the disk.
	 */
	processorTime?(): Promise<number>;
	/**
	 * A figure in milliseconds that grows by at least the processor time that its thread uses, for hosts that do not
	 * report that time.
	 */
	processorTimeBound?(): number;
}

/** Hears what comes from a worker. */
export interface WorkerListener {
	onMessage(message: FromWorker): void;
	/** The worker has ended with an error. */
	onFailure(message: string): void;
}

/** A worker thread of Node, as far as it is used. */
export interface NodeWorker {
	postMessage(message: ToWorker): void;
	on(event: 'message', listener: (message: FromWorker) => void): void;
	on(event: 'error', listener: (error: Error) => void): void;
	terminate(): Promise<number>;
	/** Since Node 24.6; in microseconds. */
	cpuUsage?(): Promise<CpuUsage>;
}

interface CpuUsage {
	readonly user: number;
	readonly system: number;
}

/** Path of the worker's bundle from the extension's folder. */
export const workerBundle = 'dist/worker/languageService.js';

/**
 * Options of a worker in Node. The young generation is bounded to 48 MB, the default of Node 20: with the 192 MB of
 * Node 24, ten thousand stories took 100 to 400 MB more and no less time.
 */
const nodeOptions = { execArgv: [], resourceLimits: { maxYoungGenerationSizeMb: 48 } };

/**
 * Starts a worker.
 *
 * @param path of its bundle, where the host has a disk
 * @param read reads the bundle, where the host has no disk
 * @throws Error where the host has no workers, or the bundle can't be read
 */
export async function startThread(
	path: string,
	read: () => PromiseLike<Uint8Array>,
	listener: WorkerListener,
): Promise<WorkerThread> {
	// Not an import: the web worker host has no Node modules.
	const threads = globalThis.process?.getBuiltinModule?.('node:worker_threads');
	return threads ? inNode(new threads.Worker(path, nodeOptions), listener) : inBrowser(await read(), listener);
}

function inNode(worker: NodeWorker, { onMessage, onFailure }: WorkerListener): WorkerThread {
	worker.on('message', onMessage);
	worker.on('error', (error) => onFailure(error.message));
	return {
		post: (message) => worker.postMessage(message),
		terminate: () => void worker.terminate(),
		...(worker.cpuUsage
			? { processorTime: async () => inMilliseconds((await worker.cpuUsage?.()) ?? nothing) }
			: { processorTimeBound: ofOtherThreads }),
	};
}

const nothing: CpuUsage = { user: 0, system: 0 };

/** The processor time of this process without that of this thread, in milliseconds. */
function ofOtherThreads(): number {
	const busy = performance as unknown as { eventLoopUtilization(): { readonly active: number } };
	return inMilliseconds(globalThis.process?.cpuUsage() ?? nothing) - busy.eventLoopUtilization().active;
}

function inMilliseconds({ user, system }: CpuUsage): number {
	return (user + system) / 1000;
}

/** Starts a Web Worker from its text: the extension's own address belongs to another origin, from which none starts. */
function inBrowser(script: Uint8Array, { onMessage, onFailure }: WorkerListener): WorkerThread {
	const url = URL.createObjectURL(new Blob([script as Uint8Array<ArrayBuffer>], { type: 'text/javascript' }));
	const worker = new Worker(url, { name: 'STAR Stories' });
	worker.addEventListener('message', ({ data }) => {
		if (data.form === 'ready') URL.revokeObjectURL(url);
		onMessage(data);
	});
	worker.addEventListener('error', ({ message }) => onFailure(message ?? 'The worker could not be started'));
	return { post: (message) => worker.postMessage(message), terminate: () => worker.terminate() };
}
