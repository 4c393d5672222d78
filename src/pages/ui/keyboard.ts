import type { GridLine } from './gridContent.ts';

/** A cell by the keys of its lines; {@link headerKey} is the line of headers. */
export interface ActiveCell {
	readonly row: string;
	readonly column: string;
}

export const headerKey = '';

/** Where the active cell is by now; the first header where it is gone. */
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

/** A cell by the indices of its lines; -1 is the line of headers. */
export interface CellPosition {
	readonly row: number;
	readonly column: number;
}

export interface GridSize {
	readonly rows: number;
	readonly columns: number;
	/** Rows that fit on the screen. */
	readonly page: number;
}

/**
 * Where a key leads, as in the grid pattern of the ARIA Authoring Practices; undefined where the key is none of its.
 *
 * @param control whether Ctrl, or ⌘ on a Mac, is held
 */
export function moved(
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
