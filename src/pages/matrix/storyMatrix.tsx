import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { cellTag, type Matrix } from '../../core/library/matrix/matrix.ts';
import type { MatrixStory } from '../../core/library/matrix/matrixStory.ts';
import type { MatrixView } from '../../core/library/matrix/view.ts';
import { maxStrength } from '../../core/story/fields.ts';
import type { MatrixChange } from '../protocol/matrix.ts';
import { Grid, type Scroll } from '../ui/grid.tsx';
import type { ActiveCell } from '../ui/keyboard.ts';
import { useWidth } from '../ui/tabs.tsx';
import { cellContent, headerContent } from './contents.tsx';
import { linesOf, type MatrixLine } from './lines.ts';

export interface StoryMatrixProps {
	readonly matrix: Matrix;
	readonly view: MatrixView;
	readonly active: ActiveCell | undefined;
	readonly scroll: Scroll;
	readonly focusAsked: number;
	onActive(cell: ActiveCell): void;
	onScroll(scroll: Scroll): void;
	onView(view: MatrixView): void;
	onOpen(story: MatrixStory): void;
	onCompetency(id: string): void;
	onChange(story: MatrixStory, change: MatrixChange): void;
}

/** The width of the column of headers in CSS pixels, and the share of a narrow page that it takes. */
const headerWidth = { most: 290, share: 0.36 };

/** The library as a grid in which stories are tagged, rated and opened. */
export function StoryMatrix(props: StoryMatrixProps): VNode {
	const { matrix, view, active, scroll } = props;
	const [width, measured] = useWidth<HTMLDivElement>();
	const rowHeader = Math.round(Math.min(headerWidth.most, width * headerWidth.share));
	const { stories, fields } = useMemo(
		() => linesOf(matrix, view.transposed, width - rowHeader - 16),
		[matrix, view.transposed, width],
	);
	const [rows, columns] = view.transposed ? [fields, stories] : [stories, fields];
	const sort = { key: view.sort, descending: view.descending };

	const sortBy = (key: MatrixView['sort']) => {
		// Most is what one looks for first, but for names.
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
		else if (!row && !column) sortBy('title');
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

	const title = { key: view.sort, descending: view.descending };
	return (
		<div class="matrix-area" ref={measured}>
			<Grid<MatrixLine, MatrixLine>
				key={view.transposed ? 'transposed' : 'upright'}
				label={view.transposed ? 'Competencies by stories' : 'Stories by competencies'}
				rows={rows}
				columns={columns}
				footer={!view.transposed}
				headerHeight={view.transposed ? 96 : 108}
				headerWidth={rowHeader}
				corner={cornerContent(title)}
				active={active}
				scroll={scroll}
				focusAsked={props.focusAsked}
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

function cornerContent({ key, descending }: { readonly key: string; readonly descending: boolean }) {
	const sort = key !== 'title' ? 'none' : descending ? 'descending' : 'ascending';
	return {
		className: 'corner-header',
		sort,
		title: 'Sort by title',
		children: <>Story{sort !== 'none' && <span class={`sort-mark ${sort}`} aria-hidden="true" />}</>,
	} as const;
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
