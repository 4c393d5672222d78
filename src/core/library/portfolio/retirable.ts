import type { Framework } from '../../framework/model.ts';
import type { TargetLevel } from '../../framework/targetLevel.ts';
import { plural } from '../../text/words.ts';
import { coverageThrough, minStrength } from '../coverage.ts';
import { lensNamed, lensOf } from '../lens.ts';
import type { MatrixStory } from '../matrix/matrixStory.ts';
import { compareStories } from '../ranking.ts';
import { storyKey } from '../storyIndex.ts';
import { reaches, wantedScope } from '../wantedScope.ts';

/** A ready story that can go, with the reasons in a few words each. */
export interface Retirable {
	readonly story: MatrixStory;
	readonly reasons: readonly string[];
}

/** What the ready stories hold for one competency of one framework. */
interface Holding {
	readonly name: string;
	readonly min: number;
	/** Keys of the ready stories that prove it; of those, the strong ones, and those that reach the level. */
	readonly ready: Set<string>;
	readonly strong: Set<string>;
	readonly reaching: Set<string>;
}

/** What the weakness of a story that its author did not rate counts as: the middle of the scale. */
const unrated = 3;

/**
 * The ready stories to retire until so many are left, the weakest first: of less strength, of a project that is told
 * too often, with more open problems, older. One stays that is the first to tell for a competency of any active
 * framework, or without which the ready stories of one were fewer than its target wants, none of them strong, or none
 * of them reaching the level.
 *
 * @param stories those that are not retired
 * @param keeps whether a story is wanted for another reason, given the keys of those that are to go
 * @param crowd how a project is named of which too much is told, and by how many stories, for a story of it
 */
export function retirableStories(
	stories: readonly MatrixStory[],
	frameworks: readonly Framework[],
	level: TargetLevel,
	{
		left,
		keeps,
		crowd,
	}: {
		readonly left: number;
		keeps(story: MatrixStory, gone: ReadonlySet<string>): boolean;
		crowd(story: MatrixStory): string | undefined;
	},
): readonly Retirable[] {
	const ready = stories.filter(({ story }) => story.details.status === 'ready');
	const excess = ready.length - left;
	if (excess <= 0) return [];
	const { holdingsOf, first } = holdings(stories, frameworks, level);
	const order = ready.toSorted((a, b) => compareWeakness(a, b, crowd));
	const gone = new Set<string>();
	const found: (readonly [story: MatrixStory, own: readonly Holding[]])[] = [];
	for (const story of order) {
		if (found.length === excess) break;
		const key = storyKey(story);
		const own = holdingsOf(key);
		if (first.has(key) || keeps(story, gone) || own.some((holding) => isNeeded(key, holding))) continue;
		gone.add(key);
		for (const each of own) for (const keys of [each.ready, each.strong, each.reaching]) keys.delete(key);
		found.push([story, own]);
	}
	// Once all have gone: a competency keeps what is left then.
	return found.map(([story, own]) => ({ story, reasons: reasonsFor(story, own, crowd(story)) }));
}

function isNeeded(key: string, { min, ready, strong, reaching }: Holding): boolean {
	const isLast = (keys: ReadonlySet<string>) => keys.has(key) && keys.size === 1;
	return ready.size - 1 < Math.max(1, min) || isLast(strong) || isLast(reaching);
}

function holdings(stories: readonly MatrixStory[], frameworks: readonly Framework[], level: TargetLevel) {
	const byStory = new Map<string, Holding[]>();
	const first = new Set<string>();
	for (const framework of frameworks) {
		for (const { competency, stories: held, best } of coverageThrough(
			lensOf(frameworks, lensNamed(framework)),
			stories,
			level,
		)) {
			const holding: Holding = {
				name: competency.name,
				min: competency.target.min,
				ready: new Set(),
				strong: new Set(),
				reaching: new Set(),
			};
			if (best[0]) first.add(storyKey(best[0]));
			for (const entry of held) {
				const key = storyKey(entry);
				const { status, strength = 0, scope } = entry.story.details;
				if (status !== 'ready') continue;
				holding.ready.add(key);
				if (strength >= minStrength) holding.strong.add(key);
				if (reaches(scope, wantedScope(level, competency.id))) holding.reaching.add(key);
				byStory.set(key, [...(byStory.get(key) ?? []), holding]);
			}
		}
	}
	return { holdingsOf: (key: string): readonly Holding[] => byStory.get(key) ?? [], first };
}

function compareWeakness(a: MatrixStory, b: MatrixStory, crowd: (story: MatrixStory) => string | undefined): number {
	const rating = ({ story }: MatrixStory) => story.details.strength ?? unrated;
	const isCrowded = (story: MatrixStory) => Number(crowd(story) !== undefined);
	// What has no date may be of today.
	const date = ({ story }: MatrixStory) => story.details.date ?? '9999';
	return (
		rating(a) - rating(b) ||
		isCrowded(b) - isCrowded(a) ||
		b.openProblems - a.openProblems ||
		(date(a) < date(b) ? -1 : date(a) > date(b) ? 1 : 0) ||
		compareStories(a, b)
	);
}

function reasonsFor(
	{ openProblems, story: { details } }: MatrixStory,
	[main]: readonly Holding[],
	crowd: string | undefined,
): readonly string[] {
	return [
		...(details.strength === undefined ? ['not rated'] : [`strength ${details.strength}`]),
		...(crowd === undefined ? [] : [crowd]),
		...(openProblems === 0 ? [] : [plural(openProblems, 'open problem')]),
		...(details.date === undefined ? [] : [`of ${details.date.slice(0, 4)}`]),
		main
			? `${main.name} keeps ${plural(main.ready.size, 'ready story', 'ready stories')}`
			: 'no active competency counts it',
	];
}
