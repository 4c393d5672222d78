import type { FromWorker, ToWorker } from './protocol.ts';
import type { NodeWorker } from './start.ts';

// What both ends have, the extension's and the worker's: in either of them in Node as in a browser, if nothing else is said.
declare global {
	function setTimeout(callback: () => void, milliseconds?: number): unknown;
	function clearTimeout(handle: unknown): void;

	// Workers, as far as they are used: Node's are reached through `process`, those of a browser are globals.
	interface NodeThreads {
		readonly Worker: new (
			file: string,
			options: { execArgv: readonly string[]; resourceLimits: { maxYoungGenerationSizeMb: number } },
		) => NodeWorker;
		readonly parentPort: ParentPort;
	}

	interface BrowserWorker {
		addEventListener(type: 'message', listener: (event: { data: FromWorker }) => void): void;
		addEventListener(type: 'error', listener: (event: { message?: string }) => void): void;
		postMessage(message: ToWorker): void;
		terminate(): void;
	}

	var Worker: new (url: string, options: { name: string }) => BrowserWorker;
	var Blob: new (parts: readonly Uint8Array<ArrayBuffer>[], options: { type: string }) => object;
	var URL: { createObjectURL(blob: object): string; revokeObjectURL(url: string): void };

	// What a worker thread of Node and a Web Worker offer inside, each its own part.
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
				getBuiltinModule(name: 'node:worker_threads'): NodeThreads;
				cpuUsage(): { user: number; system: number };
				getBuiltinModule(name: 'node:fs'): NodeFiles;
		  }
		| undefined;

	function postMessage(message: FromWorker): void;
	function addEventListener(type: 'message', listener: (event: { data: ToWorker }) => void): void;

	var performance: { now(): number };

	class TextDecoder {
		constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
		decode(input: Uint8Array): string;
	}
}
