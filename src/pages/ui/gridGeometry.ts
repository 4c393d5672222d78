/** A row or a column. It is drawn anew when it is another object. */
export interface GridLine {
	/** Stable and unique along its axis. */
	readonly key: string;
	/** In CSS pixels. */
	readonly size: number;
}

/** Where each line along one axis begins, in CSS pixels; the last number is where all of them end. */
export type Offsets = readonly number[];

export function offsetsOf(lines: readonly GridLine[]): Offsets {
	const offsets = [0];
	for (const { size } of lines) offsets.push((offsets.at(-1) ?? 0) + size);
	return offsets;
}

/** Indices of lines, the end excluded. */
interface LineRange {
	readonly start: number;
	readonly end: number;
}

/**
 * The lines that show, and some beyond, so that a quick scroll does not outrun the drawing.
 *
 * @param from where the visible part begins, in CSS pixels
 * @param length of the visible part, in CSS pixels
 * @param beyond how many lines more on each side
 */
export function visibleLines(offsets: Offsets, from: number, length: number, beyond: number): LineRange {
	const count = offsets.length - 1;
	const first = lineAt(offsets, from);
	const last = lineAt(offsets, from + length);
	return { start: Math.max(0, first - beyond), end: Math.min(count, last + 1 + beyond) };
}

/** The line at a place; the nearest one where it is outside. */
function lineAt(offsets: Offsets, place: number): number {
	let low = 0;
	let high = Math.max(0, offsets.length - 2);
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((offsets[middle] ?? 0) <= place) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** The indices of a range, in order, with one more that is drawn wherever it is. */
export function indicesOf({ start, end }: LineRange, kept: number | undefined): readonly number[] {
	const indices = Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
	if (kept === undefined || kept < 0 || (kept >= start && kept < end)) return indices;
	return kept < start ? [kept, ...indices] : [...indices, kept];
}

/**
 * Where to scroll to so that a line shows whole, by the shortest way.
 *
 * @param from where the visible part begins now, in CSS pixels
 * @param length of the visible part, in CSS pixels
 */
export function scrollToReveal(offsets: Offsets, index: number, from: number, length: number): number {
	const start = offsets[index] ?? 0;
	const end = offsets[index + 1] ?? start;
	if (start < from) return start;
	return end > from + length ? Math.min(start, end - length) : from;
}

/** The key of the line of headers. */
export const headerKey = '';

/** A cell by the keys of its lines. */
export interface ActiveCell {
	readonly row: string;
	readonly column: string;
}

/** The same cell where the files of stories have another name, by which their lines are called. */
export function cellAfterMoves(
	{ row, column }: ActiveCell,
	moves: readonly { readonly from: string; readonly to: string }[],
): ActiveCell {
	const moved = (key: string): string => {
		// A story is called by its file and its place there.
		const place = key.lastIndexOf('#');
		const move = moves.findLast(({ from }) => place >= 0 && key.slice(0, place) === from);
		return move ? move.to + key.slice(place) : key;
	};
	return { row: moved(row), column: moved(column) };
}

/** A cell by the indices of its lines; -1 is the line of headers. */
export interface CellPosition {
	readonly row: number;
	readonly column: number;
}

/** The indices of the active cell's lines; -1 for a line that is gone. */
export function positionOf(
	active: ActiveCell | undefined,
	rows: readonly GridLine[],
	columns: readonly GridLine[],
): CellPosition {
	const indexIn = (lines: readonly GridLine[], key: string | undefined) =>
		key === undefined || key === headerKey ? -1 : lines.findIndex((line) => line.key === key);
	return { row: indexIn(rows, active?.row), column: indexIn(columns, active?.column) };
}

/** The cell that an event comes from. */
export function cellIn(target: EventTarget | null): CellPosition | undefined {
	const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
	return cell ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : undefined;
}

interface GridSize {
	readonly rows: number;
	readonly columns: number;
	/** Rows that fit on the screen. */
	readonly page: number;
}

/**
 * Where a key leads, as in the grid pattern of the ARIA Authoring Practices
 * (https://www.w3.org/WAI/ARIA/apg/patterns/grid/); undefined for any other key.
 *
 * @param control whether Ctrl, or ⌘ on a Mac, is held
 */
export function cellAfterKey(
	{ row, column }: CellPosition,
	key: string,
	control: boolean,
	{ rows, columns, page }: GridSize,
): CellPosition | undefined {
	const at = (toRow: number, toColumn: number): CellPosition => ({
		row: within(toRow, rows),
		column: within(toColumn, columns),
	});
	switch (key) {
		case 'ArrowUp':
			return at(control ? -1 : row - 1, column);
		case 'ArrowDown':
			return at(control ? rows : row + 1, column);
		case 'ArrowLeft':
			return at(row, control ? -1 : column - 1);
		case 'ArrowRight':
			return at(row, control ? columns : column + 1);
		case 'PageUp':
			return at(Math.max(Math.min(row, 0), row - page), column);
		case 'PageDown':
			return at(row + page, column);
		case 'Home':
			return at(control ? -1 : row, -1);
		case 'End':
			return at(control ? rows : row, columns);
		default:
			return undefined;
	}
}

function within(index: number, count: number): number {
	return Math.max(-1, Math.min(count - 1, index));
}
