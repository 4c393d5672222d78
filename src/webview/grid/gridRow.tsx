import { Component, type VNode } from 'preact';
import { gridCell } from './gridCell.tsx';
import { type GridContent, type GridLine, px } from './gridContent.ts';

interface GridRowProps<Row extends GridLine, Column extends GridLine> {
	readonly index: number;
	readonly row: Row;
	/** Where it stands in the body; undefined where it stands by itself. */
	readonly top: number | undefined;
	readonly width: number;
	readonly columns: readonly Column[];
	readonly columnIndices: readonly number[];
	readonly offsets: readonly number[];
	readonly headerWidth: number;
	/** The column of the active cell, where that is in this row. */
	readonly activeColumn: number | undefined;
	rowHeader(row: Row): GridContent;
	cell(row: Row, column: Column): GridContent;
}

/** A row, which is left alone as long as nothing in it changes: scrolling draws the rows that come into sight alone. */
export class GridRow<Row extends GridLine, Column extends GridLine> extends Component<GridRowProps<Row, Column>> {
	override shouldComponentUpdate(next: GridRowProps<Row, Column>): boolean {
		const now = this.props;
		return (Object.keys(next) as (keyof typeof next)[]).some((key) => next[key] !== now[key]);
	}

	override render(): VNode {
		const { index, row, top, width, columns, columnIndices, offsets, headerWidth, activeColumn, rowHeader, cell } = this.props;
		return (
			<div class="grid-row" role="row" aria-rowindex={index + 2} style={{ width: px(width), height: px(row.size), ...(top !== undefined && { top: px(top) }) }}>
				{gridCell({ role: 'rowheader', className: 'grid-row-header', content: rowHeader(row), row: index, column: -1, isActive: activeColumn === -1, width: headerWidth })}
				{columnIndices.map((columnIndex) => {
					const column = columns[columnIndex];
					if (!column) return null;
					const left = headerWidth + (offsets[columnIndex] ?? 0);
					return gridCell({ key: column.key, role: 'gridcell', className: 'grid-cell', content: cell(row, column), row: index, column: columnIndex, isActive: activeColumn === columnIndex, left, width: column.size });
				})}
			</div>
		);
	}
}
