import type { MatrixStory } from './matrixStory.ts';
import type { MatrixFilter, MatrixView, SortKey } from './view.ts';

/** Whether a story passes a filter. */
export function passes({ story, openProblems }: MatrixStory, filter: MatrixFilter): boolean {
	const { company, status, archetypes } = story.details;
	if (filter.status !== undefined && status !== filter.status) return false;
	if (filter.company !== undefined && company !== filter.company) return false;
	if (filter.archetype !== undefined && !archetypes?.includes(filter.archetype)) return false;
	if (filter.onlyProblems && openProblems === 0) return false;
	const words = filter.text.toLowerCase().split(/\s+/u).filter((word) => word !== '');
	if (words.length === 0) return true;
	const text = `${story.title} ${company ?? ''}`.toLowerCase();
	return words.every((word) => text.includes(word));
}

/**
 * The stories of a view in its order. What a story does not have comes last in both directions, and equals stand in the
 * order of their titles and places, so that the order is total.
 * @param competencies ids of those that the view shows
 */
export function selectStories(stories: readonly MatrixStory[], { sort, descending, filter }: MatrixView, competencies: ReadonlySet<string>): readonly MatrixStory[] {
	const keyed = stories.filter((story) => passes(story, filter)).map((story) => ({ story, key: sortKeyOf(story, sort, competencies) }));
	const direction = descending ? -1 : 1;
	return keyed
		.toSorted((a, b) => {
			if (a.key === undefined || b.key === undefined) return Number(a.key === undefined) - Number(b.key === undefined) || byPlace(a.story, b.story);
			return direction * compare(a.key, b.key) || byPlace(a.story, b.story);
		})
		.map(({ story }) => story);
}

const statusOrder = { retired: 0, draft: 1, ready: 2 } as const;

function sortKeyOf({ story, openProblems }: MatrixStory, sort: SortKey, competencies: ReadonlySet<string>): string | number | undefined {
	switch (sort) {
		case 'title':
			return story.title.toLowerCase();
		case 'strength':
			return story.details.strength;
		case 'status':
			return statusOrder[story.details.status];
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
	return new Set(tags.flatMap(({ competency }) => (competency !== undefined && competencies.has(competency) ? competency : []))).size;
}

function byPlace(a: MatrixStory, b: MatrixStory): number {
	return compare(a.story.title, b.story.title) || compare(a.file, b.file) || a.index - b.index;
}

/** By code units: a locale's order would differ between machines. */
function compare<T extends string | number>(a: T, b: T): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
