import type { FileSystem } from '../../src/worker/fileSystem.ts';

/** A disk in memory. */
export class MemoryDisk implements FileSystem {
	readonly #files = new Map<string, Uint8Array>();
	/** The path of a file that another program holds. */
	held = '';

	paths(): readonly string[] {
		return [...this.#files.keys()];
	}

	copy(): MemoryDisk {
		const copy = new MemoryDisk();
		for (const [path, content] of this.#files) copy.#files.set(path, content);
		return copy;
	}

	write(path: string, content: string | Uint8Array): void {
		this.#files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
	}

	delete(path: string): void {
		this.#files.delete(path);
	}

	/** Puts a file, or a folder whose path ends in `/`, in another place. */
	move(from: string, to: string): void {
		const files = [...this.#files];
		for (const [path, content] of files) {
			if (path !== from && !(from.endsWith('/') && path.startsWith(from))) continue;
			this.#files.delete(path);
			this.#files.set(to + path.slice(from.length), content);
		}
	}

	read(path: string): Uint8Array {
		if (path === this.held) throw Object.assign(new Error('resource busy or locked'), { code: 'EBUSY' });
		const content = this.#files.get(path);
		if (!content) throw Object.assign(new Error('no such file or directory'), { code: 'ENOENT' });
		return content;
	}
}
