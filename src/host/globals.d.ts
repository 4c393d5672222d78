import type { FromWorker, ToWorker } from '../worker/protocol.ts';

declare global {
	// The globals that the Node host and the web worker host have in common, and no others.
	function setTimeout(callback: () => void, milliseconds?: number): unknown;
	function clearTimeout(handle: unknown): void;

	var performance: { now(): number };

	class TextDecoder {
		constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
		decode(input: Uint8Array): string;
	}

	class TextEncoder {
		encode(input: string): Uint8Array;
	}

	// Workers, as far as they are used: Node's are reached through `process`, those of a browser are globals.
	interface NodeWorker {
		postMessage(message: ToWorker): void;
		on(event: 'message', listener: (message: FromWorker) => void): void;
		on(event: 'error', listener: (error: Error) => void): void;
		terminate(): Promise<number>;
	}

	interface NodeThreads {
		readonly Worker: new (file: string, options: { execArgv: readonly string[]; resourceLimits: { maxYoungGenerationSizeMb: number } }) => NodeWorker;
	}

	interface BrowserWorker {
		addEventListener(type: 'message', listener: (event: { data: FromWorker }) => void): void;
		addEventListener(type: 'error', listener: (event: { message?: string }) => void): void;
		postMessage(message: ToWorker): void;
		terminate(): void;
	}

	// Absent in a browser.
	var process: { getBuiltinModule?(name: 'node:worker_threads'): NodeThreads; cpuUsage?(): { user: number; system: number } } | undefined;

	var crypto: { getRandomValues(array: Uint8Array): Uint8Array };

	var Worker: new (url: string, options: { name: string }) => BrowserWorker;
	var Blob: new (parts: readonly Uint8Array[], options: { type: string }) => object;
	var URL: { createObjectURL(blob: object): string; revokeObjectURL(url: string): void };
}
