import type { FromWorker, ToWorker } from './protocol.ts';

declare global {
	// What a worker thread of Node and a Web Worker offer, each its own part.
	interface ParentPort {
		postMessage(message: FromWorker): void;
		on(event: 'message', listener: (message: ToWorker) => void): void;
	}

	interface NodeFiles {
		statSync(path: string): { size: number; mtimeMs: number; ctimeMs: number };
		openSync(path: string, flags: 'r'): number;
		fstatSync(file: number): { size: number; mtimeMs: number; ctimeMs: number };
		readSync(file: number, into: Uint8Array, offset: number, length: number, position: null): number;
		closeSync(file: number): void;
		readFileSync(path: string | number): Uint8Array;
		writeFileSync(path: string, content: Uint8Array): void;
		renameSync(from: string, to: string): void;
		mkdirSync(path: string, options: { recursive: true }): void;
	}

	interface NodeCrypto {
		createHash(algorithm: 'sha1'): { update(content: Uint8Array | string): { digest(encoding: 'base64'): string } };
	}

	// Absent in a browser.
	var process:
		| {
				readonly pid: number;
				getBuiltinModule(name: 'node:worker_threads'): { parentPort: ParentPort };
				getBuiltinModule(name: 'node:fs'): NodeFiles;
				getBuiltinModule(name: 'node:crypto'): NodeCrypto;
		  }
		| undefined;

	function postMessage(message: FromWorker): void;
	function addEventListener(type: 'message', listener: (event: { data: ToWorker }) => void): void;

	var performance: { now(): number };

	class TextEncoder {
		encode(input: string): Uint8Array;
	}

	class TextDecoder {
		constructor(label: string, options: { fatal: boolean });
		decode(input: Uint8Array): string;
	}
}
