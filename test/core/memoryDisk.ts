import type { FileSystem } from '../../src/worker/files.ts';

/** A disk in memory. */
export class MemoryDisk implements FileSystem {
	readonly #files = new Map<string, Uint8Array>();
	/** The paths of files that another program holds. */
	readonly held = new Set<string>();

	write(path: string, content: string | Uint8Array): void {
		this.#files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
	}

	read(path: string): Uint8Array {
		if (this.held.has(path)) throw Object.assign(new Error('resource busy or locked'), { code: 'EBUSY' });
		const content = this.#files.get(path);
		if (!content) throw Object.assign(new Error('no such file or directory'), { code: 'ENOENT' });
		return content;
	}
}
