import type { VNode } from 'preact';
import { attributesOf, type GridContent, type GridLine, px } from './gridContent.ts';

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
				<div
					{...attributesOf(corner)}
					class={`grid-corner ${corner.className ?? ''}`}
					role="columnheader"
					aria-colindex={1}
					data-row={-1}
					data-column={-1}
					tabIndex={activeColumn === -1 ? 0 : -1}
					style={{ width: px(headerWidth) }}
				>
					{corner.children}
				</div>
				{columnIndices.map((index) => {
					const column = columns[index];
					if (!column) return null;
					const content = columnHeader(column);
					return (
						<div
							{...attributesOf(content)}
							key={column.key}
							class={`grid-column-header ${content.className ?? ''}`}
							role="columnheader"
							aria-colindex={index + 2}
							data-row={-1}
							data-column={index}
							tabIndex={activeColumn === index ? 0 : -1}
							style={{ left: px(headerWidth + (offsets[index] ?? 0)), width: px(column.size) }}
						>
							{content.children}
						</div>
					);
				})}
			</div>
		</div>
	);
}
