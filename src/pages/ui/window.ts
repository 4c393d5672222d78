/** Lines along one axis of a grid, by their sizes in CSS pixels. */
export interface Extent {
	/** Where each line begins; the last number is where all of them end. */
	readonly offsets: readonly number[];
}

export function extentOf(sizes: readonly number[]): Extent {
	const offsets = [0];
	for (const size of sizes) offsets.push((offsets.at(-1) ?? 0) + size);
	return { offsets };
}

/** The size of all lines. */
export function totalOf({ offsets }: Extent): number {
	return offsets.at(-1) ?? 0;
}

/** Indices of lines, the end excluded. */
export interface LineRange {
	readonly start: number;
	readonly end: number;
}

/**
 * The lines that show, and some beyond, so that a scroll finds them there.
 *
 * @param from where the visible part begins
 * @param length of the visible part
 * @param beyond how many lines more on each side
 */
export function visibleLines({ offsets }: Extent, from: number, length: number, beyond: number): LineRange {
	const count = offsets.length - 1;
	const first = lineAt(offsets, from);
	const last = lineAt(offsets, from + length);
	return { start: Math.max(0, first - beyond), end: Math.min(count, last + 1 + beyond) };
}

/** The line at a place; the nearest one where it is outside. */
function lineAt(offsets: readonly number[], place: number): number {
	let low = 0;
	let high = Math.max(0, offsets.length - 2);
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((offsets[middle] ?? 0) <= place) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** Indices of a range with one more that has to be there, in order. */
export function indicesOf({ start, end }: LineRange, kept: number | undefined): readonly number[] {
	const indices = Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
	if (kept === undefined || kept < 0 || (kept >= start && kept < end)) return indices;
	return kept < start ? [kept, ...indices] : [...indices, kept];
}

/**
 * Where to scroll to so that a line shows whole, by the shortest way.
 *
 * @param from where the visible part begins now
 * @param length of the visible part
 */
export function revealed({ offsets }: Extent, index: number, from: number, length: number): number {
	const start = offsets[index] ?? 0;
	const end = offsets[index + 1] ?? start;
	if (start < from) return start;
	return end > from + length ? Math.min(start, end - length) : from;
}
