/** Remembers what was made of parts of one document, from one version of it to the next. */
export class Remembered<Value> {
	#known = new Map<string, Value>();
	#next = new Map<string, Value>();

	/** Begins a version; of the one before it what is not met again is forgotten. */
	begin(): void {
		this.#known = this.#next;
		this.#next = new Map();
	}

	/** Forgets everything. */
	clear(): void {
		this.#known = new Map();
		this.#next = new Map();
	}

	/**
	 * @param key everything that the value depends on
	 * @param make makes it
	 */
	get(key: string, make: () => Value): Value {
		const value = this.#next.get(key) ?? this.#known.get(key) ?? make();
		this.#next.set(key, value);
		return value;
	}
}
