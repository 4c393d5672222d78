import type { Framework } from '../../framework/model.ts';
import { defaultTargetLevel, type TargetLevel } from '../../framework/targetLevel.ts';
import { scopeText } from '../../story/storyScope.ts';
import { plural } from '../../text/words.ts';
import { type Coverage, coverageAdvice, coverageOf, coverageSummary, readyText } from '../coverage.ts';
import { lensOf } from '../lens.ts';
import { isPrimary } from '../ranking.ts';
import type { MatrixStory } from './matrixStory.ts';
import { type MatrixView, provenBy, selectStories } from './view.ts';

/** The library against the competencies of a lens. Cells are made from a story and a competency when they are shown. */
export interface Matrix {
	/** Through the lens, in the order of the view, without those that are filtered out. */
	readonly stories: readonly MatrixStory[];
	/** Coverage by the whole library, whatever the filter, of the competencies that show. */
	readonly coverage: readonly Coverage<MatrixStory>[];
	/** What the stories that show come to. */
	readonly totals: Totals;
	/** How many stories there are without a filter; retired ones are not counted. */
	readonly storyCount: number;
	/** Whether any story of the library says how far it reached. */
	readonly isScoped: boolean;
	/** How many competencies the lens has without a filter. */
	readonly competencyCount: number;
}

/** Retired stories count for nothing, as everywhere. */
export interface Totals {
	readonly stories: number;
	readonly retired: number;
	readonly ready: number;
	readonly problems: number;
	/** The mean of the strengths that are given, to one decimal; undefined where none is. */
	readonly strength: number | undefined;
	/** What the stories that are tagged with each competency come to, in the order of the coverage. */
	readonly columns: readonly ColumnTotal[];
}

export interface ColumnTotal {
	readonly tagged: number;
	readonly ready: number;
}

/**
 * Brings the library into the form of a view.
 *
 * @param stories of the whole library, as they are
 * @param frameworks the active ones
 */
export function matrixOf(
	stories: readonly MatrixStory[],
	frameworks: readonly Framework[],
	view: MatrixView,
	level: TargetLevel = defaultTargetLevel,
): Matrix {
	const lens = lensOf(frameworks, view.lens);
	const all = lens.competencies.all;
	const seen = stories.map(lens.through);
	const whole = coverageOf(all, seen, level);
	const coverage = view.filter.onlyGaps ? whole.filter(({ state }) => isOpen(state)) : whole;
	const shown = new Set(coverage.map(({ competency }) => competency.id));
	const selected = selectStories(seen, view, shown);
	return {
		stories: selected,
		coverage,
		totals: totalsOf(selected, coverage),
		storyCount: stories.filter((entry) => !isRetired(entry)).length,
		isScoped: stories.some(({ story }) => story.details.scope),
		competencyCount: all.length,
	};
}

/** Whether a competency still wants something. */
export function isOpen(state: Coverage['state']): boolean {
	return state === 'gap' || state === 'weak' || state === 'single';
}

function isRetired({ story }: MatrixStory): boolean {
	return story.details.status === 'retired';
}

function readyIn(stories: readonly MatrixStory[]): number {
	return stories.filter(({ story }) => story.details.status === 'ready').length;
}

function totalsOf(shown: readonly MatrixStory[], coverage: readonly Coverage<MatrixStory>[]): Totals {
	const stories = shown.filter((entry) => !isRetired(entry));
	const strengths = stories.flatMap(({ story }) => story.details.strength ?? []);
	const sum = strengths.reduce((total, strength) => total + strength, 0);
	return {
		stories: stories.length,
		retired: shown.length - stories.length,
		ready: readyIn(stories),
		problems: stories.reduce((total, { openProblems }) => total + openProblems, 0),
		strength: strengths.length > 0 ? Math.round((sum / strengths.length) * 10) / 10 : undefined,
		columns: coverage.map(({ competency }) => {
			const tagged = stories.filter(({ story }) => provenBy(story.tags, new Set([competency.id])) > 0);
			return { tagged: tagged.length, ready: readyIn(tagged) };
		}),
	};
}

/** How a story is tagged with a competency. */
export type CellTag = 'primary' | 'secondary';

/** The tag of a story for a competency; undefined where it has none. */
export function cellTag(entry: MatrixStory, competency: string): CellTag | undefined {
	if (!entry.story.tags.some((tag) => tag.competency === competency)) return undefined;
	return isPrimary(entry, competency) ? 'primary' : 'secondary';
}

/** A cell in words, such as `primary, strength 4`. */
export function cellWords(entry: MatrixStory, tag: CellTag | undefined): string {
	if (!tag) return 'not tagged';
	const { strength, status } = entry.story.details;
	return [
		tag,
		strength === undefined ? 'not rated' : `strength ${strength}`,
		...(status === 'ready' ? [] : [status]),
	].join(', ');
}

/** The header of a competency in words: where it stands, what it wants, and what it is. */
export function headerWords(coverage: Coverage<MatrixStory>): string {
	const { competency } = coverage;
	const summary = coverageSummary(coverage).replace(' · ', ', ');
	return `${competency.name}: ${summary}. ${coverageAdvice(coverage)} ${competency.description}`;
}

/**
 * Why a story stands where it does among those for a competency, such as `primary`, `ready`, `scope org`, `strength 5`
 * and `2025-03`.
 */
export function reasons(entry: MatrixStory, competency: string): readonly string[] {
	const { status, scope, strength, date } = entry.story.details;
	const parts: string[] = [
		cellTag(entry, competency) ?? 'not tagged',
		status,
		...(scope === undefined ? [] : [scopeText(scope)]),
		strength === undefined ? 'not rated' : `strength ${strength}`,
	];
	if (entry.openProblems > 0) parts.push(plural(entry.openProblems, 'problem'));
	if (date !== undefined) parts.push(date);
	return parts;
}

/** What the stories that show come to in each column, such as `3 stories, 1 ready, 1–2 wanted`. */
export function columnTotals({ coverage, totals }: Matrix): readonly string[] {
	return totals.columns.map(({ tagged, ready }, position) => {
		const competency = coverage[position]?.competency;
		return `${plural(tagged, 'story', 'stories')}${competency ? `, ${readyText({ competency, ready })}` : ''}`;
	});
}
