import type { Status } from '../story/fields.ts';
import type { TargetLevel } from '../framework/targetLevel.ts';
import type { CountedStory } from './coverage.ts';
import { reaches, wantedScope } from './wantedScope.ts';

const statusOrder: Readonly<Record<Status, number>> = { ready: 0, draft: 1, retired: 2 };

/** What one story can have over another, in the order in which it counts. */
export type Merit = 'primary' | 'status' | 'scope' | 'strength' | 'problems' | 'date' | 'title' | 'place';

type Compare = (a: CountedStory, b: CountedStory) => number;

const byStatus: Compare = (a, b) => statusOrder[a.story.details.status] - statusOrder[b.story.details.status];

const merits: readonly (readonly [Merit, Compare])[] = [
	['strength', (a, b) => (b.story.details.strength ?? 0) - (a.story.details.strength ?? 0)],
	['problems', (a, b) => a.openProblems - b.openProblems],
	['date', (a, b) => compareText(b.story.details.date ?? '', a.story.details.date ?? '')],
	['title', (a, b) => compareText(a.story.title, b.story.title)],
	['place', (a, b) => compareText(a.file, b.file) || a.index - b.index],
];

/**
 * Orders stories by how ready they are to be told, whatever they prove: as {@link compareFor}, without tags and what is
 * wanted of them.
 */
export function compareStories(a: CountedStory, b: CountedStory): number {
	return byStatus(a, b) || compareWithin(a, b);
}

function compareWithin(a: CountedStory, b: CountedStory): number {
	for (const [, compare] of merits) {
		const order = compare(a, b);
		if (order !== 0) return order;
	}
	return 0;
}

/**
 * Orders stories by how well they serve a competency, the one to tell first in front: primary tag before secondary,
 * ready before draft before retired, scope that reaches what the level wants before one that does not, strength, fewer
 * open problems, more recent date, title. Where all of that is equal the place decides, so the order is total and the
 * same on every machine.
 *
 * @param competency id of the competency
 */
export function compareFor(competency: string, level: TargetLevel): Compare {
	const byScope = compareScope(competency, level);
	return (a, b) =>
		Number(isPrimary(b, competency)) - Number(isPrimary(a, competency)) ||
		byStatus(a, b) ||
		byScope(a, b) ||
		compareWithin(a, b);
}

function compareScope(competency: string, level: TargetLevel): Compare {
	const wanted = wantedScope(level, competency);
	const isReached = ({ story }: CountedStory) => Number(reaches(story.details.scope, wanted));
	return (a, b) => isReached(b) - isReached(a);
}

/** Why one story comes before another for a competency; both are in the order of {@link compareFor}. */
export function meritOver(first: CountedStory, second: CountedStory, competency: string, level: TargetLevel): Merit {
	if (isPrimary(first, competency) !== isPrimary(second, competency)) return 'primary';
	if (byStatus(first, second) !== 0) return 'status';
	if (compareScope(competency, level)(first, second) !== 0) return 'scope';
	return merits.find(([, compare]) => compare(first, second) !== 0)?.[0] ?? 'place';
}

/** Whether the competency is the story's first tag. */
export function isPrimary({ story }: CountedStory, competency: string): boolean {
	return story.tags[0]?.competency === competency;
}

/** By code units: a locale's order would differ between machines. */
function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
