/** Something to do, and how long it takes beside others, in any unit. */
export interface Work {
	readonly name: string;
	readonly weight: number;
}

/**
 * Deals work out into so many shares of about the same weight: the heaviest first, each to whoever has least.
 *
 * @returns the names of each share; none is empty
 */
export function sharesOf(work: readonly Work[], count: number): readonly (readonly string[])[] {
	const shares = Array.from({ length: Math.min(count, work.length) }, () => ({ names: [] as string[], weight: 0 }));
	for (const { name, weight } of work.toSorted((a, b) => b.weight - a.weight)) {
		const [least] = shares.toSorted((a, b) => a.weight - b.weight);
		if (!least) break;
		least.names.push(name);
		least.weight += weight;
	}
	return shares.map(({ names }) => names);
}
