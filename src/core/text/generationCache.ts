/**
 * Keeps only entries used since the previous `begin()`: what was made of parts of one document, from one version of it
 * to the next.
 */
export class GenerationCache<Value> {
	#previous = new Map<string, Value>();
	#current = new Map<string, Value>();

	/** Begins a version of the document. */
	begin(): void {
		this.#previous = this.#current;
		this.#current = new Map();
	}

	clear(): void {
		this.#previous = new Map();
		this.#current = new Map();
	}

	/**
	 * @param key everything that the value depends on
	 * @param make makes it where it is not kept
	 */
	get(key: string, make: () => Value): Value {
		const value = this.#current.get(key) ?? this.#previous.get(key) ?? make();
		this.#current.set(key, value);
		return value;
	}
}
