import { type FileStamp, type FileSystem, joined } from '../../src/worker/fileSystem.ts';

interface File {
	readonly content: Uint8Array;
	readonly modified: number;
	readonly changed: number;
}

/** A disk in memory, with a clock of its own. */
export class MemoryDisk implements FileSystem {
	readonly #files = new Map<string, File>();
	/** How often the clock of the file system ticks, in milliseconds. */
	readonly #tick: number;
	#now: number;

	constructor(tick = 1, now = 1_700_000_000_000) {
		this.#tick = tick;
		this.#now = now;
	}

	/** Markdown files. */
	paths(): readonly string[] {
		return [...this.#files.keys()].filter((path) => path.endsWith('.md'));
	}

	copy(): MemoryDisk {
		const copy = new MemoryDisk(this.#tick, this.#now);
		for (const [path, file] of this.#files) if (path.endsWith('.md')) copy.#files.set(path, file);
		return copy;
	}

	pass(milliseconds: number): void {
		this.#now += milliseconds;
	}

	now(): number {
		return this.#now;
	}

	write(path: string, text: string): void {
		this.#files.set(path, { content: new TextEncoder().encode(text), modified: this.#time(), changed: this.#time() });
	}

	/** As a tool writes that restores the time of a file, such as `cp -p` or `rsync -t`. */
	restore(path: string, text: string, modified: number): void {
		this.#files.set(path, { content: new TextEncoder().encode(text), modified, changed: this.#time() });
	}

	delete(path: string): void {
		this.#files.delete(path);
	}

	/** Puts a file, or a folder whose path ends in `/`, in another place. */
	move(from: string, to: string): void {
		const files = [...this.#files];
		for (const [path, file] of files) {
			if (path !== from && !(from.endsWith('/') && path.startsWith(from))) continue;
			this.#files.delete(path);
			this.#files.set(to + path.slice(from.length), { ...file, changed: this.#time() });
		}
	}

	stamp(path: string): FileStamp {
		const { content, modified, changed } = this.#get(path);
		return { size: content.length, modified, changed };
	}

	read(path: string): Uint8Array {
		return this.#get(path).content;
	}

	readStamped(path: string): { readonly stamp: FileStamp; readonly content: Uint8Array } {
		return { stamp: this.stamp(path), content: this.read(path) };
	}

	replace(path: string, parts: readonly Uint8Array[]): void {
		this.write(path, new TextDecoder().decode(joined(parts)));
	}

	digest(content: Uint8Array | string): string {
		return typeof content === 'string' ? content : new TextDecoder().decode(content);
	}

	#time(): number {
		return this.#now - (this.#now % this.#tick);
	}

	#get(path: string): File {
		const file = this.#files.get(path);
		if (!file) throw Object.assign(new Error('no such file or directory'), { code: 'ENOENT' });
		return file;
	}
}
