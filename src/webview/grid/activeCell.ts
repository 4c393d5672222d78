import type { GridLine } from './gridContent.ts';
import type { CellPosition } from './move.ts';

/** A cell by the keys of its lines; {@link headerKey} is the line of headers. */
export interface ActiveCell {
	readonly row: string;
	readonly column: string;
}

export const headerKey = '';

/** Where the active cell is by now; the first header where it is gone. */
export function positionOf(active: ActiveCell | undefined, rows: readonly GridLine[], columns: readonly GridLine[]): CellPosition {
	const indexIn = (lines: readonly GridLine[], key: string | undefined) => (key === undefined || key === headerKey ? -1 : lines.findIndex((line) => line.key === key));
	return { row: indexIn(rows, active?.row), column: indexIn(columns, active?.column) };
}

/** The cell that an event comes from. */
export function cellIn(target: EventTarget | null): CellPosition | undefined {
	const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
	return cell ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : undefined;
}
