/** Names for files that outlive their paths: the row of a story is still the same row once its file is called something else. */
export class FileKeys {
	readonly #keys = new Map<string, string>();
	#moves = 0;

	/** @param file its URI as a string */
	of(file: string): string {
		return this.#keys.get(file) ?? file;
	}

	/** Takes in that a file was renamed; whatever comes under the old name later is another one. */
	move(from: string, to: string): void {
		const key = this.of(from);
		this.#keys.set(from, `${from}#${++this.#moves}`);
		this.#keys.set(to, key);
	}
}
