import type { VNode } from 'preact';
import { gridCell } from './gridCell.tsx';
import { type GridContent, type GridLine, px } from './gridContent.ts';

export interface GridHeadProps<Column extends GridLine> {
	readonly corner: GridContent;
	readonly columns: readonly Column[];
	/** The columns that are drawn. */
	readonly columnIndices: readonly number[];
	/** Where each column begins, in CSS pixels from the first. */
	readonly offsets: ArrayLike<number>;
	readonly width: number;
	readonly height: number;
	readonly headerWidth: number;
	/** The header that takes the focus, -1 for the corner; undefined where it is in another row. */
	readonly activeColumn: number | undefined;
	columnHeader(column: Column): GridContent;
}

/** The line of headers, which stays in sight. */
export function GridHead<Column extends GridLine>({ corner, columns, columnIndices, offsets, width, height, headerWidth, activeColumn, columnHeader }: GridHeadProps<Column>): VNode {
	return (
		<div class="grid-head" role="rowgroup" style={{ width: px(width), height: px(height) }}>
			<div class="grid-row grid-header" role="row" aria-rowindex={1} style={{ width: px(width), height: px(height) }}>
				{gridCell({ role: 'columnheader', className: 'grid-corner', content: corner, row: -1, column: -1, isActive: activeColumn === -1, width: headerWidth })}
				{columnIndices.map((index) => {
					const column = columns[index];
					if (!column) return null;
					const left = headerWidth + (offsets[index] ?? 0);
					return gridCell({ key: column.key, role: 'columnheader', className: 'grid-column-header', content: columnHeader(column), row: -1, column: index, isActive: activeColumn === index, left, width: column.size });
				})}
			</div>
		</div>
	);
}
