import type { Archetype, Status } from '../../story/fields.ts';
import { type StoryScope, storyScopes } from '../../story/storyScope.ts';
import type { MatrixStory } from './matrixStory.ts';

export const sortKeys = ['title', 'strength', 'status', 'scope', 'date', 'problems', 'coverage'] as const;
/** What stories are ordered by; `coverage` is how many competencies of the lens they prove. */
export type SortKey = (typeof sortKeys)[number];

/** What is narrowed down to. An empty text, and a value that is left out, let everything through. */
export interface MatrixFilter {
	/** Words that the title or the company have to contain, in any order. */
	readonly text: string;
	readonly company?: string;
	readonly status?: Status;
	readonly archetype?: Archetype;
	readonly scope?: StoryScope;
	readonly onlyProblems: boolean;
	/** Leaves out the competencies that are covered. */
	readonly onlyGaps: boolean;
}

/** How somebody looks at the matrix; remembered from one time to the next. */
export interface MatrixView {
	/** Id of the framework whose competencies show; all active ones when left out. */
	readonly lens?: string;
	/** Competencies as rows, stories as columns. */
	readonly transposed: boolean;
	readonly sort: SortKey;
	readonly descending: boolean;
	readonly filter: MatrixFilter;
}

export const noFilter: MatrixFilter = { text: '', onlyProblems: false, onlyGaps: false };

/** What it looks like at first: the strongest stories on top. */
export const initialView: MatrixView = { transposed: false, sort: 'strength', descending: true, filter: noFilter };

/** Whether anything may be hidden by a filter. */
export function isNarrowed(filter: MatrixFilter): boolean {
	const { text, company, status, archetype, scope, onlyProblems, onlyGaps } = filter;
	return (
		text.trim() !== '' ||
		company !== undefined ||
		status !== undefined ||
		archetype !== undefined ||
		scope !== undefined ||
		onlyProblems ||
		onlyGaps
	);
}

/** Whether a story passes a filter. */
export function passes({ story, openProblems }: MatrixStory, filter: MatrixFilter): boolean {
	const { company, status, scope, archetypes } = story.details;
	if (filter.status !== undefined && status !== filter.status) return false;
	if (filter.company !== undefined && company !== filter.company) return false;
	if (filter.archetype !== undefined && !archetypes?.includes(filter.archetype)) return false;
	if (filter.scope !== undefined && scope !== filter.scope) return false;
	if (filter.onlyProblems && openProblems === 0) return false;
	const words = filter.text
		.toLowerCase()
		.split(/\s+/u)
		.filter((word) => word !== '');
	if (words.length === 0) return true;
	const text = `${story.title} ${company ?? ''}`.toLowerCase();
	return words.every((word) => text.includes(word));
}

/**
 * The stories of a view in its order. What a story does not have comes last in both directions, and equals stand in the
 * order of their titles and places, so that the order is total.
 *
 * @param competencies ids of those that the view shows
 */
export function selectStories(
	stories: readonly MatrixStory[],
	{ sort, descending, filter }: MatrixView,
	competencies: ReadonlySet<string>,
): readonly MatrixStory[] {
	const keyed = stories
		.filter((story) => passes(story, filter))
		.map((story) => ({ story, key: sortKeyOf(story, sort, competencies) }));
	const direction = descending ? -1 : 1;
	return keyed
		.toSorted((a, b) => {
			if (a.key === undefined || b.key === undefined)
				return Number(a.key === undefined) - Number(b.key === undefined) || byPlace(a.story, b.story);
			return direction * compare(a.key, b.key) || byPlace(a.story, b.story);
		})
		.map(({ story }) => story);
}

const statusOrder = { retired: 0, draft: 1, ready: 2 } as const;

function sortKeyOf(
	{ story, openProblems }: MatrixStory,
	sort: SortKey,
	competencies: ReadonlySet<string>,
): string | number | undefined {
	switch (sort) {
		case 'title':
			return story.title.toLowerCase();
		case 'strength':
			return story.details.strength;
		case 'status':
			return statusOrder[story.details.status];
		case 'scope':
			return story.details.scope && storyScopes.indexOf(story.details.scope);
		case 'date':
			return story.details.date;
		case 'problems':
			return openProblems;
		case 'coverage':
			return provenBy(story.tags, competencies);
	}
}

/** How many of the competencies a story is tagged with. */
export function provenBy(tags: MatrixStory['story']['tags'], competencies: ReadonlySet<string>): number {
	return new Set(
		tags.flatMap(({ competency }) => (competency !== undefined && competencies.has(competency) ? competency : [])),
	).size;
}

function byPlace(a: MatrixStory, b: MatrixStory): number {
	return compare(a.story.title, b.story.title) || compare(a.file, b.file) || a.index - b.index;
}

/** By code units: a locale's order would differ between machines. */
function compare<T extends string | number>(a: T, b: T): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
