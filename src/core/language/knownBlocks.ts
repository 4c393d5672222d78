import type { BlockReading } from './passage.ts';

/** Remembers how the blocks of a document that is being written read, so that after an edit only one is read again. */
export class KnownBlocks {
	#known = new Map<string, BlockReading>();
	#next = new Map<string, BlockReading>();

	/** Begins a document; of the one before it what is not met again is forgotten. */
	begin(): void {
		this.#known = this.#next;
		this.#next = new Map();
	}

	/**
	 * @param source everything that the reading depends on
	 * @param read reads it
	 */
	reading(source: string, read: () => BlockReading): BlockReading {
		const reading = this.#next.get(source) ?? this.#known.get(source) ?? read();
		this.#next.set(source, reading);
		return reading;
	}
}
