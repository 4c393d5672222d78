import type { FromWorker, ToWorker } from './protocol.ts';
import type { NodeWorker } from './start.ts';

// Globals of the extension host and of the worker, in Node and in a browser alike unless a comment says otherwise.
declare global {
	function setTimeout(callback: () => void, milliseconds?: number): unknown;
	function clearTimeout(handle: unknown): void;

	// Only what is used of workers: Node's come through `process`, a browser's are globals.
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

	// The port inside a worker thread of Node.
	interface ParentPort {
		postMessage(message: FromWorker): void;
		on(event: 'message', listener: (message: ToWorker) => void): void;
	}

	interface NodeFiles {
		openSync(path: string, flags: 'r' | 'wx', mode?: number): number;
		fstatSync(file: number): { size: number };
		readSync(file: number, into: Uint8Array, offset: number, length: number, position: null): number;
		closeSync(file: number): void;
		readFileSync(file: number): Uint8Array;
		statSync(path: string): { mode: number };
		chmodSync(path: string, mode: number): void;
		realpath: { native(path: string, done: (error: unknown, path: string) => void): void };
		realpathSync: { native(path: string): string };
	}

	// Undefined in a browser.
	var process:
		| {
				getBuiltinModule(name: 'node:worker_threads'): NodeThreads;
				readonly platform: string;
				readonly execPath?: string;
				cpuUsage(): { user: number; system: number };
				getBuiltinModule(name: 'node:fs'): NodeFiles;
		  }
		| undefined;

	// The port inside a Web Worker.
	function postMessage(message: FromWorker): void;
	function addEventListener(type: 'message', listener: (event: { data: ToWorker }) => void): void;

	var performance: { now(): number };

	class TextDecoder {
		constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
		decode(input: Uint8Array): string;
	}
}
