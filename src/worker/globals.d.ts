import type { FromWorker, ToWorker } from './protocol.ts';

declare global {
	// What a worker thread of Node and a Web Worker offer, each its own part.
	interface ParentPort {
		postMessage(message: FromWorker): void;
		on(event: 'message', listener: (message: ToWorker) => void): void;
	}

	// Absent in a browser.
	var process: { getBuiltinModule(name: 'node:worker_threads'): { parentPort: ParentPort } } | undefined;

	function postMessage(message: FromWorker): void;
	function addEventListener(type: 'message', listener: (event: { data: ToWorker }) => void): void;
}
