import type { VNode } from 'preact';
import { attributesOf, type GridContent, px } from './gridContent.ts';

/** A cell or a header of the grid: what it is, and where. */
interface GridCellProps {
	readonly key?: string;
	readonly role: 'gridcell' | 'rowheader' | 'columnheader';
	readonly className: string;
	readonly content: GridContent;
	/** From the first below the headers; -1 for these. */
	readonly row: number;
	readonly column: number;
	/** Whether the Tab key leads to it. */
	readonly isActive: boolean;
	/** In CSS pixels from the row's start; where the layout says it when left out. */
	readonly left?: number;
	readonly width: number;
}

/** A function and no component: a grid draws hundreds of them while it is scrolled. */
export function gridCell({ key, role, className, content, row, column, isActive, left, width }: GridCellProps): VNode {
	return (
		<div
			{...attributesOf(content)}
			key={key}
			class={`${className} ${content.className ?? ''}`}
			role={role}
			aria-colindex={column + 2}
			data-row={row}
			data-column={column}
			tabIndex={isActive ? 0 : -1}
			style={{ ...(left !== undefined && { left: px(left) }), width: px(width) }}
		>
			{content.children}
		</div>
	);
}
