import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
	type ActiveCell,
	cellAfterKey,
	cellIn,
	type CellPosition,
	type GridLine,
	headerKey,
	indicesOf,
	offsetsOf,
	positionOf,
	scrollToReveal,
	visibleLines,
} from './gridGeometry.ts';
import { type GridContent, GridHead, GridRow, px } from './gridRows.tsx';

export interface Scroll {
	readonly top: number;
	readonly left: number;
}

interface GridProps<Row extends GridLine, Column extends GridLine> {
	readonly label: string;
	readonly rows: readonly Row[];
	readonly columns: readonly Column[];
	/** Whether the last row stays at the bottom. */
	readonly footer: boolean;
	readonly headerHeight: number;
	readonly headerWidth: number;
	readonly corner: GridContent;
	readonly active: ActiveCell | undefined;
	readonly scroll: Scroll;
	/** Unless it is 0, the active cell takes the focus when it changes, or when the grid appears. */
	readonly focusRequests: number;
	/** The request is answered: a grid that appears later is to leave the focus where it is. */
	onFocused(): void;
	columnHeader(column: Column): GridContent;
	rowHeader(row: Row): GridContent;
	/** Must be pure, and another function when its results change: rows are drawn anew only then. */
	cell(row: Row, column: Column): GridContent;
	onActive(cell: ActiveCell): void;
	onScroll(scroll: Scroll): void;
	/** A click, or Enter; `undefined` is the line of headers. */
	onUse(row: Row | undefined, column: Column | undefined, event: MouseEvent | KeyboardEvent): void;
	/** Any other key on a cell. @returns whether it meant something */
	onKey(row: Row | undefined, column: Column | undefined, event: KeyboardEvent): boolean;
}

/** Lines drawn beyond the edges on each side. */
const beyond = { rows: 8, columns: 2 };

/** Distance scrolled after which it is drawn anew, in CSS pixels: less than the size of the lines beyond. */
const drawStep = 90;

/**
 * A grid of any size, of which only the part on the screen is drawn. It is one stop of the Tab key; within it the arrow
 * keys move, as in the grid pattern of the ARIA Authoring Practices. The active cell is always drawn, so that scrolling
 * does not take the focus from it.
 */
export function Grid<Row extends GridLine, Column extends GridLine>(props: GridProps<Row, Column>): VNode {
	const { label, rows, columns, footer, headerHeight, headerWidth, corner, active, scroll } = props;
	const scroller = useRef<HTMLDivElement>(null);
	const [view, setView] = useState({ ...scroll, width: 1200, height: 800 });
	const focusWanted = useRef(false);

	const body = useMemo(() => (footer ? rows.slice(0, -1) : rows), [rows, footer]);
	const last = footer ? rows.at(-1) : undefined;
	const footerHeight = last?.size ?? 0;
	const rowOffsets = useMemo(() => offsetsOf(body), [body]);
	const columnOffsets = useMemo(() => offsetsOf(columns), [columns]);
	const inner = { width: view.width - headerWidth, height: view.height - headerHeight - footerHeight };
	const position = positionOf(active, rows, columns);
	const shownRows = visibleLines(rowOffsets, view.top, inner.height, beyond.rows);
	const shownColumns = visibleLines(columnOffsets, view.left, inner.width, beyond.columns);
	const columnIndices = useMemo(
		() => indicesOf(shownColumns, position.column),
		[shownColumns.start, shownColumns.end, position.column, columns],
	);

	useLayoutEffect(() => {
		const element = scroller.current;
		if (!element) return undefined;
		element.scrollTop = scroll.top;
		element.scrollLeft = scroll.left;
		const measure = () =>
			setView((now) => ({
				...now,
				top: element.scrollTop,
				left: element.scrollLeft,
				width: element.clientWidth,
				height: element.clientHeight,
			}));
		measure();
		const observer = new ResizeObserver(measure);
		observer.observe(element);
		return () => observer.disconnect();
	}, []);

	const reveal = ({ row, column }: CellPosition) => {
		const element = scroller.current;
		if (!element) return;
		if (row >= 0 && row < body.length)
			element.scrollTop = scrollToReveal(
				rowOffsets,
				row,
				element.scrollTop,
				element.clientHeight - headerHeight - footerHeight,
			);
		if (column >= 0)
			element.scrollLeft = scrollToReveal(
				columnOffsets,
				column,
				element.scrollLeft,
				element.clientWidth - headerWidth,
			);
	};

	useLayoutEffect(() => {
		if (props.focusRequests === 0) return;
		focusWanted.current = true;
		reveal(position);
		setView((now) => ({ ...now }));
		props.onFocused();
	}, [props.focusRequests]);

	useLayoutEffect(() => {
		if (!focusWanted.current) return;
		focusWanted.current = false;
		scroller.current
			?.querySelector<HTMLElement>(`[data-row="${position.row}"][data-column="${position.column}"]`)
			?.focus({ preventScroll: true });
	});

	const activeKey = active && `${active.row}\n${active.column}`;
	useEffect(() => {
		if (activeKey !== undefined && document.activeElement && scroller.current?.contains(document.activeElement))
			reveal(position);
	}, [activeKey]);

	const activate = (to: CellPosition) =>
		props.onActive({ row: rows[to.row]?.key ?? headerKey, column: columns[to.column]?.key ?? headerKey });

	const onKeyDown = (event: KeyboardEvent) => {
		const at = cellIn(event.target);
		if (!at || event.altKey || event.isComposing) return;
		const page = Math.max(1, Math.floor(inner.height / (body[0]?.size ?? inner.height)) - 1);
		const to = event.shiftKey
			? undefined
			: cellAfterKey(at, event.key, event.ctrlKey || event.metaKey, {
					rows: rows.length,
					columns: columns.length,
					page,
				});
		if (to) {
			focusWanted.current = true;
			reveal(to);
			activate(to);
			setView((now) => ({ ...now }));
		} else if (event.key === 'Enter') props.onUse(rows[at.row], columns[at.column], event);
		else if (!props.onKey(rows[at.row], columns[at.column], event)) return;
		event.preventDefault();
		event.stopPropagation();
	};

	const onClick = (event: MouseEvent) => {
		const at = cellIn(event.target);
		if (!at) return;
		focusWanted.current = true;
		activate(at);
		setView((now) => ({ ...now }));
		props.onUse(rows[at.row], columns[at.column], event);
	};

	const onScroll = () => {
		const element = scroller.current;
		if (!element) return;
		const { scrollTop: top, scrollLeft: left } = element;
		// The lines beyond the edges cover small steps.
		setView((now) =>
			Math.abs(top - now.top) < drawStep && Math.abs(left - now.left) < drawStep ? now : { ...now, top, left },
		);
		props.onScroll({ top: element.scrollTop, left: element.scrollLeft });
	};

	const width = headerWidth + (columnOffsets.at(-1) ?? 0);
	const rowOf = (index: number, row: Row, top: number | undefined) => (
		<GridRow
			key={row.key}
			index={index}
			row={row}
			top={top}
			width={width}
			columns={columns}
			columnIndices={columnIndices}
			offsets={columnOffsets}
			headerWidth={headerWidth}
			activeColumn={position.row === index ? position.column : undefined}
			rowHeader={props.rowHeader}
			cell={props.cell}
		/>
	);
	return (
		<div
			class="grid"
			role="grid"
			aria-label={label}
			aria-rowcount={rows.length + 1}
			aria-colcount={columns.length + 1}
			ref={scroller}
			onKeyDown={onKeyDown}
			onClick={onClick}
			onScroll={onScroll}
			onFocusIn={(event: FocusEvent) => {
				const at = cellIn(event.target);
				if (at && (at.row !== position.row || at.column !== position.column)) activate(at);
			}}
		>
			<GridHead
				corner={corner}
				columns={columns}
				columnIndices={columnIndices}
				offsets={columnOffsets}
				width={width}
				height={headerHeight}
				headerWidth={headerWidth}
				activeColumn={position.row === -1 ? position.column : undefined}
				columnHeader={props.columnHeader}
			/>
			<div class="grid-body" role="rowgroup" style={{ width: px(width), height: px(rowOffsets.at(-1) ?? 0) }}>
				{indicesOf(shownRows, position.row < body.length ? position.row : undefined).map((index) => {
					const row = body[index];
					return row ? rowOf(index, row, rowOffsets[index] ?? 0) : null;
				})}
			</div>
			{last && (
				<div class="grid-foot" role="rowgroup" style={{ width: px(width), height: px(last.size) }}>
					{rowOf(rows.length - 1, last, undefined)}
				</div>
			)}
		</div>
	);
}
