import type { Status } from '../story/fields.ts';
import type { CountedStory } from './countedStory.ts';

const statusOrder: Readonly<Record<Status, number>> = { ready: 0, draft: 1, retired: 2 };

/**
 * Orders stories by how well they serve a competency, the one to tell first in front: primary tag before secondary,
 * ready before draft before retired, strength, fewer open problems, more recent date, title. Where all of that is equal
 * the place decides, so the order is total and the same on every machine.
 * @param competency id of the competency
 */
export function compareFor(competency: string): (a: CountedStory, b: CountedStory) => number {
	return (a, b) =>
		Number(isPrimary(b, competency)) - Number(isPrimary(a, competency)) ||
		statusOrder[a.story.details.status] - statusOrder[b.story.details.status] ||
		(b.story.details.strength ?? 0) - (a.story.details.strength ?? 0) ||
		a.openProblems - b.openProblems ||
		compareText(b.story.details.date ?? '', a.story.details.date ?? '') ||
		compareText(a.story.title, b.story.title) ||
		compareText(a.file, b.file) ||
		a.index - b.index;
}

/** Whether the competency is the story's first tag. */
export function isPrimary({ story }: CountedStory, competency: string): boolean {
	return story.tags[0]?.competency === competency;
}

/** By code units: a locale's order would differ between machines. */
function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
