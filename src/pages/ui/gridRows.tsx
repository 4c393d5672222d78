import { Component, type ComponentChildren, type VNode } from 'preact';
import type { GridLine, Offsets } from './gridGeometry.ts';

/** What a cell or a header shows and says. */
export interface GridContent {
	readonly children?: ComponentChildren;
	/** Spoken in the place of the children where those don't say it all. */
	readonly label?: string;
	/** Shown on hover. */
	readonly title?: string;
	readonly className?: string;
	readonly sort?: 'ascending' | 'descending' | 'none';
	/** For a cell that is switched on and off. */
	readonly selected?: boolean;
}

interface GridCellProps {
	readonly key?: string;
	readonly role: 'gridcell' | 'rowheader' | 'columnheader';
	readonly className: string;
	readonly content: GridContent;
	/** -1 for the line of headers. */
	readonly row: number;
	readonly column: number;
	/** Whether the Tab key leads to it. */
	readonly isActive: boolean;
	/** In CSS pixels from the row's start; where the layout says it when left out. */
	readonly left?: number;
	readonly width: number;
}

/** Not a component, which would cost more: scrolling draws hundreds of cells. */
function gridCell({ key, role, className, content, row, column, isActive, left, width }: GridCellProps): VNode {
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

interface GridHeadProps<Column extends GridLine> {
	readonly corner: GridContent;
	readonly columns: readonly Column[];
	/** The columns that are drawn. */
	readonly columnIndices: readonly number[];
	readonly offsets: Offsets;
	readonly width: number;
	readonly height: number;
	readonly headerWidth: number;
	/** The header that takes the focus, -1 for the corner; undefined where it is in another row. */
	readonly activeColumn: number | undefined;
	columnHeader(column: Column): GridContent;
}

/** The line of headers, which stays in sight when the grid is scrolled. */
export function GridHead<Column extends GridLine>({
	corner,
	columns,
	columnIndices,
	offsets,
	width,
	height,
	headerWidth,
	activeColumn,
	columnHeader,
}: GridHeadProps<Column>): VNode {
	return (
		<div class="grid-head" role="rowgroup" style={{ width: px(width), height: px(height) }}>
			<div
				class="grid-row grid-header"
				role="row"
				aria-rowindex={1}
				style={{ width: px(width), height: px(height) }}
			>
				{gridCell({
					role: 'columnheader',
					className: 'grid-corner',
					content: corner,
					row: -1,
					column: -1,
					isActive: activeColumn === -1,
					width: headerWidth,
				})}
				{columnIndices.map((index) => {
					const column = columns[index];
					if (!column) return null;
					const left = headerWidth + (offsets[index] ?? 0);
					return gridCell({
						key: column.key,
						role: 'columnheader',
						className: 'grid-column-header',
						content: columnHeader(column),
						row: -1,
						column: index,
						isActive: activeColumn === index,
						left,
						width: column.size,
					});
				})}
			</div>
		</div>
	);
}

interface GridRowProps<Row extends GridLine, Column extends GridLine> {
	readonly index: number;
	readonly row: Row;
	/** Where it stands in the body; undefined where it stands by itself. */
	readonly top: number | undefined;
	readonly width: number;
	readonly columns: readonly Column[];
	readonly columnIndices: readonly number[];
	readonly offsets: Offsets;
	readonly headerWidth: number;
	/** The column of the active cell, where that is in this row. */
	readonly activeColumn: number | undefined;
	rowHeader(row: Row): GridContent;
	cell(row: Row, column: Column): GridContent;
}

/** A row. It is drawn anew only when one of its properties changes, so that scrolling draws no row twice. */
export class GridRow<Row extends GridLine, Column extends GridLine> extends Component<GridRowProps<Row, Column>> {
	override shouldComponentUpdate(next: GridRowProps<Row, Column>): boolean {
		const now = this.props;
		return (Object.keys(next) as (keyof typeof next)[]).some((key) => next[key] !== now[key]);
	}

	override render(): VNode {
		const { index, row, top, width, columns, columnIndices, offsets, headerWidth, activeColumn, rowHeader, cell } =
			this.props;
		return (
			<div
				class="grid-row"
				role="row"
				aria-rowindex={index + 2}
				style={{ width: px(width), height: px(row.size), ...(top !== undefined && { top: px(top) }) }}
			>
				{gridCell({
					role: 'rowheader',
					className: 'grid-row-header',
					content: rowHeader(row),
					row: index,
					column: -1,
					isActive: activeColumn === -1,
					width: headerWidth,
				})}
				{columnIndices.map((columnIndex) => {
					const column = columns[columnIndex];
					if (!column) return null;
					const left = headerWidth + (offsets[columnIndex] ?? 0);
					return gridCell({
						key: column.key,
						role: 'gridcell',
						className: 'grid-cell',
						content: cell(row, column),
						row: index,
						column: columnIndex,
						isActive: activeColumn === columnIndex,
						left,
						width: column.size,
					});
				})}
			</div>
		);
	}
}

/** The attributes of a cell or a header for what it says. */
function attributesOf({ label, title, sort, selected }: GridContent) {
	return {
		...(label !== undefined && { 'aria-label': label }),
		...(title !== undefined && { title }),
		...(sort && { 'aria-sort': sort }),
		...(selected !== undefined && { 'aria-selected': selected }),
	} as const;
}

export function px(pixels: number): string {
	return `${pixels}px`;
}
