import type { FromWorker, ToWorker } from './protocol.ts';

declare global {
	// What a worker thread of Node and a Web Worker offer, each its own part.
	interface ParentPort {
		postMessage(message: FromWorker): void;
		on(event: 'message', listener: (message: ToWorker) => void): void;
	}

	interface NodeFiles {
		openSync(path: string, flags: 'r'): number;
		fstatSync(file: number): { size: number };
		readSync(file: number, into: Uint8Array, offset: number, length: number, position: null): number;
		closeSync(file: number): void;
		readFileSync(file: number): Uint8Array;
	}

	// Absent in a browser.
	var process:
		| {
				getBuiltinModule(name: 'node:worker_threads'): { parentPort: ParentPort };
				getBuiltinModule(name: 'node:fs'): NodeFiles;
		  }
		| undefined;

	function postMessage(message: FromWorker): void;
	function addEventListener(type: 'message', listener: (event: { data: ToWorker }) => void): void;

	var performance: { now(): number };

	class TextDecoder {
		constructor(label: string, options: { fatal: boolean });
		decode(input: Uint8Array): string;
	}
}
