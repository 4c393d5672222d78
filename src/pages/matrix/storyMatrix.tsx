import type { VNode } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { cellTag, type Matrix } from '../../core/library/matrix/matrix.ts';
import type { MatrixStory } from '../../core/library/matrix/matrixStory.ts';
import type { MatrixView } from '../../core/library/matrix/view.ts';
import { maxStrength } from '../../core/story/fields.ts';
import type { MatrixChange } from '../protocol/matrix.ts';
import { Grid, type Scroll } from '../ui/grid.tsx';
import type { ActiveCell } from '../ui/gridGeometry.ts';
import { useWidth } from '../ui/elements.tsx';
import { cellContent, cornerContent, headerContent } from './contents.tsx';
import { type MatrixLine, MatrixLineMaker } from './lines.ts';

interface StoryMatrixProps {
	readonly matrix: Matrix;
	readonly view: MatrixView;
	readonly active: ActiveCell | undefined;
	readonly scroll: Scroll;
	readonly focusRequests: number;
	onFocused(): void;
	onActive(cell: ActiveCell): void;
	onScroll(scroll: Scroll): void;
	onView(view: MatrixView): void;
	onOpen(story: MatrixStory): void;
	onCompetency(id: string): void;
	onChange(story: MatrixStory, change: MatrixChange): void;
}

/** The width of the column of headers: in CSS pixels, and as a share of the page. */
const headerWidth = { max: 290, maxShare: 0.36 };

/** Left free for the scroll bar, in CSS pixels. */
const scrollBarWidth = 16;

/** The library as a grid in which stories are tagged, rated and opened. */
export function StoryMatrix(props: StoryMatrixProps): VNode {
	const { matrix, view, active, scroll } = props;
	const [width, measured] = useWidth<HTMLDivElement>();
	const rowHeader = Math.round(Math.min(headerWidth.max, width * headerWidth.maxShare));
	const maker = useRef(new MatrixLineMaker()).current;
	const { stories, fields } = useMemo(
		() => maker.lines(matrix, view.transposed, width - rowHeader - scrollBarWidth),
		[matrix, view.transposed, width],
	);
	const [rows, columns] = view.transposed ? [fields, stories] : [stories, fields];
	const sort = { key: view.sort, descending: view.descending };

	const sortBy = (key: MatrixView['sort']) => {
		// High values come first, titles in alphabetical order.
		const descending = view.sort === key ? !view.descending : key !== 'title';
		props.onView({ ...view, sort: key, descending });
	};

	const onUse = (row: MatrixLine | undefined, column: MatrixLine | undefined, event: MouseEvent | KeyboardEvent) => {
		const [story, field] = crossing(row, column);
		if (story && field) {
			if (event instanceof KeyboardEvent || field.kind !== 'competency') {
				const strength =
					event.target instanceof HTMLElement ? Number(event.target.dataset['strength']) : Number.NaN;
				if (strength > 0) rate(story, strength);
				else if (event instanceof KeyboardEvent) props.onOpen(story);
			} else toggle(story, field.coverage.competency.id);
		} else if (story) props.onOpen(story);
		else if (field?.kind === 'competency' && (!row || !column)) props.onCompetency(field.coverage.competency.id);
		else if (field?.kind === 'attribute' && (!row || !column)) sortBy(field.attribute);
		else if (!row && !column && !view.transposed) sortBy('title');
	};

	const toggle = (story: MatrixStory, competency: string) =>
		props.onChange(
			story,
			cellTag(story, competency) ? { kind: 'untag', tag: competency } : { kind: 'tag', competency },
		);

	const rate = (story: MatrixStory, strength: number) =>
		props.onChange(
			story,
			strength === 0 || story.story.details.strength === strength
				? { kind: 'clear', field: 'strength' }
				: { kind: 'set', field: 'strength', value: strength },
		);

	const onKey = (row: MatrixLine | undefined, column: MatrixLine | undefined, event: KeyboardEvent): boolean => {
		if (event.ctrlKey || event.metaKey) return false;
		const [story, field] = crossing(row, column);
		if (event.key === ' ') {
			if (story && field?.kind === 'competency') toggle(story, field.coverage.competency.id);
			else onUse(row, column, event);
			return true;
		}
		if (
			story &&
			field?.kind === 'attribute' &&
			field.attribute === 'strength' &&
			/^[0-9]$/u.test(event.key) &&
			Number(event.key) <= maxStrength
		) {
			rate(story, Number(event.key));
			return true;
		}
		return false;
	};

	return (
		<div class="matrix-area" ref={measured}>
			<Grid<MatrixLine, MatrixLine>
				key={view.transposed ? 'transposed' : 'upright'}
				label={view.transposed ? 'Competencies by stories' : 'Stories by competencies'}
				rows={rows}
				columns={columns}
				footer={!view.transposed}
				headerHeight={view.transposed ? 96 : 124}
				headerWidth={rowHeader}
				corner={cornerContent(sort, view.transposed)}
				active={active}
				scroll={scroll}
				focusRequests={props.focusRequests}
				onFocused={props.onFocused}
				columnHeader={(line) => headerContent(line, sort)}
				rowHeader={useMemo(() => (line: MatrixLine) => headerContent(line, sort), [view.sort, view.descending])}
				cell={cellContent}
				onActive={props.onActive}
				onScroll={props.onScroll}
				onUse={onUse}
				onKey={onKey}
			/>
		</div>
	);
}

type Field = Extract<MatrixLine, { kind: 'attribute' | 'competency' }>;

/** The story and the field that two lines are, whichever of them is the row. */
function crossing(
	row: MatrixLine | undefined,
	column: MatrixLine | undefined,
): readonly [MatrixStory | undefined, Field | undefined] {
	const lines = [row, column];
	const story = lines.find((line) => line?.kind === 'story');
	const field = lines.find((line): line is Field => line?.kind === 'attribute' || line?.kind === 'competency');
	return [story?.entry, field];
}
