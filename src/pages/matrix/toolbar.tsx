import swap from '@vscode/codicons/src/icons/arrow-swap.svg';
import circleSlash from '@vscode/codicons/src/icons/circle-slash.svg';
import clearAll from '@vscode/codicons/src/icons/clear-all.svg';
import warning from '@vscode/codicons/src/icons/warning.svg';
import type { VNode } from 'preact';
import { lensNamed, lensOf } from '../../core/library/lens.ts';
import type { Matrix } from '../../core/library/matrix/matrix.ts';
import type { MatrixStory } from '../../core/library/matrix/matrixStory.ts';
import {
	isNarrowed,
	type MatrixFilter,
	type MatrixView,
	noFilter,
	type SortKey,
} from '../../core/library/matrix/view.ts';
import { archetypes, statuses } from '../../core/story/fields.ts';
import { storyScopes } from '../../core/story/storyScope.ts';
import { plural } from '../../core/text/words.ts';
import type { ShownFramework } from '../protocol/story.ts';
import { Choice, Icon, Switch } from '../ui/elements.tsx';

interface ToolbarProps {
	readonly view: MatrixView;
	readonly matrix: Matrix;
	readonly stories: readonly MatrixStory[];
	readonly frameworks: readonly ShownFramework[];
	onView(view: MatrixView): void;
}

const sortNames: Readonly<Record<SortKey, string>> = {
	title: 'Title',
	strength: 'Strength',
	status: 'Status',
	scope: 'Scope',
	date: 'Date',
	problems: 'Problems',
	coverage: 'Competencies',
};

/** Filters, sorts and transposes the matrix. */
export function Toolbar({ view, matrix, stories, frameworks, onView }: ToolbarProps): VNode {
	const { filter } = view;
	const chosen = lensOf(frameworks, view.lens).framework;
	const narrow = (change: Partial<MatrixFilter>) => onView({ ...view, filter: { ...filter, ...change } });
	const companies = [...new Set(stories.flatMap(({ story }) => story.details.company ?? []))].toSorted((a, b) =>
		a < b ? -1 : 1,
	);
	return (
		<div class="toolbar" role="toolbar" aria-label="View">
			<input
				class="text-input"
				type="search"
				aria-label="Filter stories"
				placeholder="Filter stories"
				value={filter.text}
				onInput={({ currentTarget }) => narrow({ text: currentTarget.value })}
			/>
			{frameworks.length > 1 && (
				<Choice
					label="Lens"
					value={chosen ? lensNamed(chosen) : ''}
					all="All frameworks"
					values={frameworks.map((framework) => [lensNamed(framework), framework.name])}
					onChoose={(lens) => onView(withLens(view, lens))}
				/>
			)}
			<Choice
				label="Status"
				value={filter.status ?? ''}
				all="Any status"
				values={statuses.map((status) => [status, status])}
				onChoose={(value) =>
					onView({
						...view,
						filter: without(
							filter,
							'status',
							statuses.find((each) => each === value),
						),
					})
				}
			/>
			{companies.length > 0 && (
				<Choice
					label="Company"
					value={filter.company ?? ''}
					all="Any company"
					values={companies.map((each) => [each, each])}
					onChoose={(value) =>
						onView({ ...view, filter: without(filter, 'company', value === '' ? undefined : value) })
					}
				/>
			)}
			{stories.some(({ story }) => story.details.archetypes) && (
				<Choice
					label="Archetype"
					value={filter.archetype ?? ''}
					all="Any archetype"
					values={archetypes.map((each) => [each, each])}
					onChoose={(value) =>
						onView({
							...view,
							filter: without(
								filter,
								'archetype',
								archetypes.find((each) => each === value),
							),
						})
					}
				/>
			)}
			{(matrix.isScoped || filter.scope !== undefined) && (
				<Choice
					label="Scope"
					value={filter.scope ?? ''}
					all="Any scope"
					values={storyScopes.map((each) => [each, each])}
					onChoose={(value) =>
						onView({
							...view,
							filter: without(
								filter,
								'scope',
								storyScopes.find((each) => each === value),
							),
						})
					}
				/>
			)}
			<Switch
				label="Only stories with problems"
				icon={warning}
				on={filter.onlyProblems}
				onSwitch={(onlyProblems) => narrow({ onlyProblems })}
			/>
			<Switch
				label="Only competencies with gaps"
				icon={circleSlash}
				on={filter.onlyGaps}
				onSwitch={(onlyGaps) => narrow({ onlyGaps })}
			/>
			<Choice
				label="Sort"
				value={view.sort}
				values={Object.entries(sortNames).filter(
					([key]) => key !== 'scope' || matrix.isScoped || view.sort === 'scope',
				)}
				onChoose={(value) => onView({ ...view, sort: value as SortKey, descending: value !== 'title' })}
			/>
			<Switch
				label="Swap rows and columns"
				icon={swap}
				on={view.transposed}
				onSwitch={(transposed) => onView({ ...view, transposed })}
			/>
			{isNarrowed(filter) && (
				<button
					type="button"
					class="tool"
					aria-label="Clear filters"
					title="Clear filters"
					onClick={() => onView({ ...view, filter: noFilter })}
				>
					<Icon svg={clearAll} />
				</button>
			)}
			<span class="count muted" role="status">
				{countText(matrix)}
			</span>
		</div>
	);
}

function countText({ totals: { stories, retired }, storyCount }: Matrix): string {
	const all = plural(storyCount, 'story', 'stories');
	return `${stories === storyCount ? all : `${stories} of ${all}`}${retired > 0 ? ` · ${retired} retired` : ''}`;
}

function withLens(view: MatrixView, lens: string): MatrixView {
	const { lens: _, ...rest } = view;
	return lens === '' ? rest : { ...rest, lens };
}

/** A filter with one of its values set, or left out. */
function without<Key extends 'company' | 'status' | 'archetype' | 'scope'>(
	filter: MatrixFilter,
	key: Key,
	value: MatrixFilter[Key],
): MatrixFilter {
	const { [key]: _, ...rest } = filter;
	return (value === undefined ? rest : { ...rest, [key]: value }) as MatrixFilter;
}
