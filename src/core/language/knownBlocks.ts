import type { Token } from './passage.ts';

/** A block of text in words: a paragraph, or an item of a list. */
export interface BlockReading {
	readonly tokens: readonly Token[];
	/** How many words are spoken. */
	readonly words: number;
}

interface Known extends BlockReading {
	/** Where its source began. */
	readonly start: number;
}

/** Remembers how the blocks of a document that is being written read, so that after an edit only one is read again. */
export class KnownBlocks {
	#known = new Map<string, readonly Known[]>();
	#next = new Map<string, Known[]>();

	/** Begins a document; of the one before it what is not met again is forgotten. */
	begin(): void {
		this.#known = this.#next;
		this.#next = new Map();
	}

	/**
	 * @param source everything that the reading depends on but the place
	 * @param start where the block begins
	 * @param read reads it
	 */
	reading(source: string, start: number, read: () => BlockReading): BlockReading {
		const met = this.#next.get(source) ?? [];
		const before = this.#known.get(source);
		const known = before?.find((other) => other.start === start) ?? before?.[0] ?? met[0];
		const reading: Known = known ? movedTo(known, start) : { ...read(), start };
		met.push(reading);
		this.#next.set(source, met);
		return reading;
	}
}

function movedTo(known: Known, start: number): Known {
	const by = start - known.start;
	if (by === 0) return known;
	return { ...known, start, tokens: known.tokens.map((token) => ({ ...token, start: token.start + by, end: token.end + by })) };
}
