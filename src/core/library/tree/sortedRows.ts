import type { StoryRow } from './storyRow.ts';

/** Rows in groups, each in its order, kept up to date without looking at the groups that do not change. */
export class SortedRows {
	readonly #keysOf: (row: StoryRow) => readonly string[];
	readonly #compareIn: (key: string) => (a: StoryRow, b: StoryRow) => number;
	readonly #groups = new Map<string, readonly StoryRow[]>();

	/**
	 * @param keysOf the groups that a row belongs to
	 * @param compareIn the order within a group
	 */
	constructor(
		keysOf: (row: StoryRow) => readonly string[],
		compareIn: (key: string) => (a: StoryRow, b: StoryRow) => number,
	) {
		this.#keysOf = keysOf;
		this.#compareIn = compareIn;
	}

	/** The groups that hold a row, in no order. */
	keys(): readonly string[] {
		return [...this.#groups.keys()];
	}

	rows(key: string): readonly StoryRow[] {
		return this.#groups.get(key) ?? [];
	}

	/**
	 * Takes rows out and puts others in.
	 *
	 * @returns the groups that this touches
	 */
	replace(removed: readonly StoryRow[], added: readonly StoryRow[]): ReadonlySet<string> {
		const gone = new Set(removed);
		const arrivals = this.#byKey(added);
		const touched = new Set([...this.#byKey(removed).keys(), ...arrivals.keys()]);
		for (const key of touched) {
			const staying = this.rows(key).filter((row) => !gone.has(row));
			const rows = [...staying, ...(arrivals.get(key) ?? [])].toSorted(this.#compareIn(key));
			if (rows.length > 0) this.#groups.set(key, rows);
			else this.#groups.delete(key);
		}
		return touched;
	}

	#byKey(rows: readonly StoryRow[]): ReadonlyMap<string, readonly StoryRow[]> {
		const groups = new Map<string, StoryRow[]>();
		for (const row of rows) {
			for (const key of this.#keysOf(row)) {
				const group = groups.get(key);
				if (group) group.push(row);
				else groups.set(key, [row]);
			}
		}
		return groups;
	}
}
