import type { Competency } from '../framework/model.ts';
import type { CountedStory } from './countedStory.ts';
import { compareFor } from './ranking.ts';
import type { BankStory } from './storyIndex.ts';

/** How well a competency is covered, from nothing to more than enough. */
export type CoverageState = 'gap' | 'weak' | 'single' | 'covered' | 'rich';

/** What the bank holds for one competency. */
export interface Coverage<S extends CountedStory = BankStory> {
	readonly competency: Competency;
	readonly state: CoverageState;
	/** Stories that are not retired, the best first. */
	readonly stories: readonly S[];
	/** How many of them are ready. */
	readonly ready: number;
	/** The one or two to tell first. */
	readonly best: readonly S[];
	/** The retired ones, in the same order. */
	readonly retired: readonly S[];
}

/** A competency is weak unless a story of at least this strength stands for it (product definition of coverage). */
const leastStrength = 3;

/** A story that alone carries this many competencies is a risk to each of them (product definition of coverage). */
const carriedAlone = 3;

/** "The 1–2 to tell first" (product definition of coverage). */
const mostBest = 2;

/**
 * Compares what a bank holds with what the competencies want.
 * @param competencies in the order in which they are to be shown
 * @param stories of the whole bank
 */
export function coverageOf<S extends CountedStory>(competencies: readonly Competency[], stories: readonly S[]): readonly Coverage<S>[] {
	const active = stories.filter(({ story }) => story.details.status !== 'retired');
	const tagged = new Map(competencies.map(({ id }) => [id, active.filter(proves(id))] as const));
	const carriedBy = new Map<S, number>();
	for (const [only, ...others] of tagged.values()) {
		if (only && others.length === 0) carriedBy.set(only, (carriedBy.get(only) ?? 0) + 1);
	}
	return competencies.map((competency): Coverage<S> => {
		const { id } = competency;
		const ordered = (tagged.get(id) ?? []).toSorted(compareFor(id));
		const alone = ordered.length === 1 && ordered[0] ? (carriedBy.get(ordered[0]) ?? 0) : 0;
		return {
			competency,
			state: stateOf(competency, ordered, alone >= carriedAlone),
			stories: ordered,
			ready: ordered.filter(isReady).length,
			best: ordered.slice(0, mostBest),
			retired: stories.filter((entry) => entry.story.details.status === 'retired' && proves(id)(entry)).toSorted(compareFor(id)),
		};
	});
}

/**
 * A lone ready story of some strength is called single rather than weak: it says more, and asks for the same.
 */
function stateOf({ target }: Competency, stories: readonly CountedStory[], overloaded: boolean): CoverageState {
	if (stories.length === 0) return 'gap';
	const ready = stories.filter(isReady);
	const strong = ready.some(({ story }) => (story.details.strength ?? 0) >= leastStrength);
	if (strong && stories.length === 1 && (target.min > 1 || overloaded)) return 'single';
	if (!strong || ready.length < target.min) return 'weak';
	return ready.length > target.max ? 'rich' : 'covered';
}

function isReady({ story }: CountedStory): boolean {
	return story.details.status === 'ready';
}

function proves(competency: string): (entry: CountedStory) => boolean {
	return ({ story }) => story.tags.some((tag) => tag.competency === competency);
}

/** Coverage in a few words, such as `2 of 1–2 · covered`. */
export function coverageSummary({ competency: { target }, ready, state }: Coverage<CountedStory>): string {
	return `${ready} of ${targetText(target)} · ${state}`;
}

/** A target as people write it: `1–2`, or `1` where both ends are the same. */
export function targetText({ min, max }: Coverage['competency']['target']): string {
	return min === max ? String(min) : `${min}–${max}`;
}

/** What would close the gap, as one sentence; what to enjoy where there is none. */
export function coverageAdvice({ state, competency: { target }, ready, stories }: Coverage<CountedStory>): string {
	const missing = target.min - ready;
	switch (state) {
		case 'gap':
			return 'No story yet.';
		case 'single':
			return target.min > 1 ? `One story carries it alone: ${missing} more would do.` : 'Its only story carries other competencies alone too.';
		case 'weak': {
			if (ready === 0) return `${count(stories.length, 'draft')}, none ready to tell.`;
			if (missing > 0) return `${count(missing, 'more ready story', 'more ready stories')} wanted.`;
			return `No ready story is rated ${leastStrength} or more.`;
		}
		case 'covered':
			return 'Enough stories are ready.';
		case 'rich':
			return `${ready} are ready: choose the ones you would tell.`;
	}
}

function count(number: number, one: string, many = `${one}s`): string {
	return `${number} ${number === 1 ? one : many}`;
}
