/** Code points are less than this. */
const factor = 0x110000;

/**
 * Finds many sequences at once in time proportional to what is searched and what is found (Aho and Corasick, "Efficient
 * string matching", 1975).
 */
export class Sequences {
	/** From a state and a code point to the next state. */
	readonly #next = new Map<number, number>();
	/** Where to go on where no sequence of the state goes on. */
	readonly #fallback: number[] = [0];
	/** How many units of a sequence each state has seen. */
	readonly #depth: number[] = [0];
	readonly #ending: (readonly number[])[] = [[]];
	/** The nearest state on the way of fallbacks at which a sequence ends. */
	readonly #alsoEnding: number[] = [0];

	/** @param sequences of code points, none of them empty */
	constructor(sequences: readonly (readonly number[])[]) {
		const edges: { readonly from: number; readonly unit: number; readonly to: number }[] = [];
		for (const [index, sequence] of sequences.entries()) {
			let state = 0;
			for (const unit of sequence) {
				const key = state * factor + unit;
				let next = this.#next.get(key);
				if (next === undefined) {
					next = this.#ending.length;
					this.#next.set(key, next);
					this.#ending.push([]);
					this.#fallback.push(0);
					this.#alsoEnding.push(0);
					this.#depth.push((this.#depth[state] ?? 0) + 1);
					edges.push({ from: state, unit, to: next });
				}
				state = next;
			}
			this.#ending[state] = [...(this.#ending[state] ?? []), index];
		}
		// Shorter beginnings first: a fallback is always shorter.
		edges.sort((a, b) => (this.#depth[a.to] ?? 0) - (this.#depth[b.to] ?? 0));
		for (const { from, unit, to } of edges) {
			const fallback = from === 0 ? 0 : this.#after(this.#fallback[from] ?? 0, unit);
			this.#fallback[to] = fallback;
			this.#alsoEnding[to] =
				(this.#ending[fallback]?.length ?? 0) > 0 ? fallback : (this.#alsoEnding[fallback] ?? 0);
		}
	}

	/**
	 * Searches units.
	 *
	 * @param found is called with the index of each sequence and where it ends, in the order of these ends
	 * @param seen is called after each unit with its index and how much of a sequence ends with it
	 */
	search(
		units: readonly number[],
		found: (sequence: number, end: number) => void,
		seen?: (index: number, depth: number) => void,
	): void {
		let state = 0;
		for (const [index, unit] of units.entries()) {
			state = this.#after(state, unit);
			for (
				let ending = (this.#ending[state]?.length ?? 0) > 0 ? state : (this.#alsoEnding[state] ?? 0);
				ending !== 0;
				ending = this.#alsoEnding[ending] ?? 0
			)
				for (const sequence of this.#ending[ending] ?? []) found(sequence, index + 1);
			seen?.(index, this.#depth[state] ?? 0);
		}
	}

	#after(state: number, unit: number): number {
		for (let from = state; ; from = this.#fallback[from] ?? 0) {
			const next = this.#next.get(from * factor + unit);
			if (next !== undefined) return next;
			if (from === 0) return 0;
		}
	}
}
