import { coverageAdvice, coverageSummary, type Coverage, targetText } from '../bank/coverage.ts';
import { isPrimary } from '../bank/ranking.ts';
import { plural } from '../plural.ts';
import type { MatrixStory } from './matrixStory.ts';

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
	return [tag, strength === undefined ? 'not rated' : `strength ${strength}`, ...(status === 'ready' ? [] : [status])].join(', ');
}

/** The header of a competency in words: where it stands, what it wants, and what it is. */
export function headerWords(coverage: Coverage<MatrixStory>): string {
	const { competency } = coverage;
	return `${competency.name}: ${coverageSummary(coverage).replace(' · ', ', ')}. ${coverageAdvice(coverage)} ${competency.description}`;
}

/** Why a story stands where it does among those for a competency, such as `primary`, `ready`, `strength 5` and `2025-03`. */
export function reasons(entry: MatrixStory, competency: string): readonly string[] {
	const { status, strength, date } = entry.story.details;
	const parts: string[] = [cellTag(entry, competency) ?? 'not tagged', status, strength === undefined ? 'not rated' : `strength ${strength}`];
	if (entry.openProblems > 0) parts.push(plural(entry.openProblems, 'problem'));
	if (date !== undefined) parts.push(date);
	return parts;
}

/** What a column comes to, such as `3 stories, 1 ready of 1–2`. */
export function columnTotal({ ready, stories, competency }: Pick<Coverage<MatrixStory>, 'ready' | 'stories' | 'competency'>): string {
	return `${plural(stories.length, 'story', 'stories')}, ${ready} ready of ${targetText(competency.target)}`;
}
