import type { FileStamp, FileSystem } from './fileSystem.ts';
import type { FileAnalysis } from './protocol.ts';

/** What is known of one file, and by what it is recognised. */
interface Entry {
	readonly stamp: FileStamp;
	/** Digest of what the analysis depends on besides the text. */
	readonly context: string;
	/** The day of the analysis, as `YYYY-MM-DD`. */
	readonly day: string;
	/** Digest of the content, where the file was so young that it could change again without looking any younger. */
	readonly content?: string;
	readonly result: FileAnalysis;
}

interface Stored {
	readonly version: string;
	readonly entries: readonly (readonly [path: string, entry: Entry])[];
}

/** File systems count time in steps of up to two seconds (FAT's own, the coarsest in use); in milliseconds. */
const coarsestClock = 2000;

/** Longest file that is written, in UTF-16 code units: twenty thousand stories. */
const longestFile = 64 * 1024 * 1024;

/**
 * Remembers between two starts what was found in files that have not changed since. What can't be read or was written by
 * another version counts for nothing; the next save replaces it.
 */
export class AnalysisCache {
	readonly #files: FileSystem;
	readonly #path: string;
	readonly #version: string;
	readonly #entries: Map<string, Entry>;
	readonly #seen = new Set<string>();
	#changed = false;

	/**
	 * @param path of the file that keeps it
	 * @param version of the analysis
	 */
	constructor(files: FileSystem, path: string, version: string) {
		this.#files = files;
		this.#path = path;
		this.#version = version;
		this.#entries = new Map(this.#load());
	}

	/**
	 * What was found in a file, if nothing has changed that it depends on.
	 * @param isSameToday whether a finding of another day still holds
	 */
	get(path: string, stamp: FileStamp, context: string, day: string, isSameToday: (result: FileAnalysis, then: string) => boolean): FileAnalysis | undefined {
		this.#seen.add(path);
		const entry = this.#entries.get(path);
		if (!entry || entry.context !== context || !isSame(entry.stamp, stamp)) return undefined;
		const { content, ...rest } = entry;
		if (content !== undefined) {
			if (content !== this.#files.digest(this.#files.read(path))) return undefined;
			// By now a change would show.
			if (!this.#isYoung(stamp)) this.#put(path, rest);
		}
		return entry.day === day || isSameToday(entry.result, entry.day) ? entry.result : undefined;
	}

	/** @param content the bytes that were analysed */
	set(path: string, entry: Omit<Entry, 'content'>, content: Uint8Array): void {
		this.#seen.add(path);
		this.#put(path, this.#isYoung(entry.stamp) ? { ...entry, content: this.#files.digest(content) } : entry);
	}

	/**
	 * Writes it down, if it has changed.
	 * @param prune whether every file has been looked at since the start, so that the others are gone
	 */
	save(prune: boolean): void {
		if (prune) {
			for (const path of this.#entries.keys()) {
				if (!this.#seen.has(path)) this.#changed = this.#entries.delete(path);
			}
		}
		if (!this.#changed) return;
		this.#changed = false;
		const stored: Stored = { version: this.#version, entries: [...this.#entries] };
		const text = JSON.stringify(stored);
		if (text.length > longestFile) return;
		try {
			this.#files.replace(this.#path, text);
		} catch {
			// Read-only storage, or a full disk: the next start reads the files themselves.
		}
	}

	#put(path: string, entry: Entry): void {
		this.#entries.set(path, entry);
		this.#changed = true;
	}

	/** Whether a file could change again without looking any different. */
	#isYoung({ modified, changed }: FileStamp): boolean {
		return this.#files.now() - Math.max(modified, changed) < coarsestClock;
	}

	#load(): readonly (readonly [string, Entry])[] {
		try {
			const stored = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(this.#files.read(this.#path))) as Partial<Stored> | null;
			return stored?.version === this.#version && Array.isArray(stored.entries) ? stored.entries.filter(isEntry) : [];
		} catch {
			return [];
		}
	}
}

function isSame(a: FileStamp, b: FileStamp): boolean {
	return a.size === b.size && a.modified === b.modified && a.changed === b.changed;
}

function isEntry(item: unknown): item is readonly [string, Entry] {
	if (!Array.isArray(item) || typeof item[0] !== 'string' || typeof item[1] !== 'object' || item[1] === null) return false;
	const { stamp, context, day, result } = item[1] as Partial<Entry>;
	return typeof stamp?.size === 'number' && typeof context === 'string' && typeof day === 'string' && typeof result === 'object' && result !== null;
}
