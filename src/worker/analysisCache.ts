import type { FileStamp, FileSystem } from './fileSystem.ts';
import type { FileAnalysis } from './protocol.ts';

/** By what a file is recognised, and what its analysis depended on. */
interface Label {
	readonly stamp: FileStamp;
	/** Digest of what the analysis depends on besides the text. */
	readonly context: string;
	/** The day of the analysis, as `YYYY-MM-DD`. */
	readonly day: string;
	/** Digest of the content, where the file was so young that it could change again without looking any younger. */
	readonly content?: string;
}

/** A label as it is written: with the path, and the length of the result in bytes, as a part of that can be JSON too. */
type Head = readonly [path: string, label: Label, length: number];

interface Entry extends Label {
	/** The result as JSON, in UTF-8: read when somebody wants it, and written down as it is. */
	readonly result: Uint8Array;
}

/** File systems count time in steps of up to two seconds (FAT's own, the coarsest in use); in milliseconds. */
const coarsestClock = 2000;

/** Longest file that is written, in bytes: some thirty thousand stories. What does not fit is read anew at the next start. */
const longestFile = 192 * 1024 * 1024;

/** Stand between entries, and between the two parts of one; JSON has neither. */
const [lineFeed, tab] = [0x0a, 0x09];

const encoder = new TextEncoder();

/**
 * Remembers between two starts what was found in files that have not changed since. Its file has a line for each, of two
 * values in JSON, of which only the label is read at the start: a folder of ten thousand stories has shown its first rows
 * before all that is remembered of it would be read. What can't be read or was written by another version counts for
 * nothing; the next save replaces it.
 */
export class AnalysisCache {
	readonly #files: FileSystem;
	readonly #path: string;
	readonly #heading: string;
	readonly #decoder = new TextDecoder('utf-8', { fatal: true });
	readonly #entries: Map<string, Entry>;
	readonly #seen = new Set<string>();
	readonly #longest: number;
	#changed = false;

	/**
	 * @param path of the file that keeps it
	 * @param version of the analysis
	 * @param longest file that is written, in bytes
	 */
	constructor(files: FileSystem, path: string, version: string, longest = longestFile) {
		this.#files = files;
		this.#path = path;
		this.#heading = JSON.stringify({ analyses: version });
		this.#longest = longest;
		this.#entries = this.#load();
	}

	/** Whether anything is remembered of a file, be it out of date. */
	has(path: string): boolean {
		return this.#entries.has(path);
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
		const result = this.#parse(entry.result);
		if (!isRecord(result)) return undefined;
		return entry.day === day || isSameToday(result, entry.day) ? result : undefined;
	}

	/** @param content the bytes that were analysed */
	set(path: string, { result, ...label }: Omit<Label, 'content'> & { readonly result: FileAnalysis }, content: Uint8Array): void {
		this.#seen.add(path);
		const entry = { ...label, result: encoder.encode(JSON.stringify(result)) };
		this.#put(path, this.#isYoung(label.stamp) ? { ...entry, content: this.#files.digest(content) } : entry);
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
		try {
			this.#files.replace(this.#path, this.#written());
		} catch {
			// Read-only storage, or a full disk: the next start reads the files themselves.
		}
	}

	#written(): readonly Uint8Array[] {
		const parts: Uint8Array[] = [encoder.encode(`${this.#heading}\n`)];
		let { length } = parts[0] ?? [];
		for (const [path, { result, ...label }] of this.#entries) {
			const head = encoder.encode(`${JSON.stringify([path, label, result.length] satisfies Head)}\t`);
			length += head.length + result.length + 1;
			if (length > this.#longest) break;
			parts.push(head, result, Uint8Array.of(lineFeed));
		}
		return parts;
	}

	#put(path: string, entry: Entry): void {
		this.#entries.set(path, entry);
		this.#changed = true;
	}

	/** Whether a file could change again without looking any different. */
	#isYoung({ modified, changed }: FileStamp): boolean {
		return this.#files.now() - Math.max(modified, changed) < coarsestClock;
	}

	#load(): Map<string, Entry> {
		const entries = new Map<string, Entry>();
		let bytes: Uint8Array;
		try {
			bytes = this.#files.read(this.#path);
		} catch {
			return entries;
		}
		const heading = encoder.encode(`${this.#heading}\n`);
		if (!heading.every((byte, index) => bytes[index] === byte)) return entries;
		for (let start = heading.length, end; (end = bytes.indexOf(lineFeed, start)) >= 0; start = end + 1) {
			const middle = bytes.indexOf(tab, start);
			if (middle < 0 || middle > end) continue;
			const head = this.#parse(bytes.subarray(start, middle));
			if (isHead(head) && head[2] === end - middle - 1) entries.set(head[0], { ...head[1], result: bytes.subarray(middle + 1, end) });
		}
		return entries;
	}

	/** @returns undefined where it is no JSON */
	#parse(bytes: Uint8Array): unknown {
		try {
			return JSON.parse(this.#decoder.decode(bytes));
		} catch {
			return undefined;
		}
	}
}

function isSame(a: FileStamp, b: FileStamp): boolean {
	return a.size === b.size && a.modified === b.modified && a.changed === b.changed;
}

function isRecord(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isHead(item: unknown): item is Head {
	if (!Array.isArray(item) || typeof item[0] !== 'string' || !isRecord(item[1]) || typeof item[2] !== 'number') return false;
	const { stamp, context, day } = item[1] as Partial<Label>;
	return typeof stamp?.size === 'number' && typeof context === 'string' && typeof day === 'string';
}
