import type { Competency } from '../framework/model.ts';
import { starKinds } from '../framework/sectionKind.ts';
import type { TargetLevel } from '../framework/targetLevel.ts';
import type { Story, StoryDetails } from '../story/model.ts';
import type { StoryScope } from '../story/storyScope.ts';
import { plural } from '../text/words.ts';
import type { Lens, TaggedStory } from './lens.ts';
import { compareFor } from './ranking.ts';
import { reaches, wantedScope, widest } from './wantedScope.ts';
import type { LibraryStory } from './storyIndex.ts';

/** A story as far as coverage and ranking look at it, so that a page can count without the rest. */
export interface CountedStory {
	/** The file's URI as a string. */
	readonly file: string;
	/** Position among the file's stories. */
	readonly index: number;
	/** Problems of the story that wait to be solved. */
	readonly openProblems: number;
	readonly story: {
		readonly title: string;
		readonly tags: TaggedStory['story']['tags'];
		readonly details: Pick<StoryDetails, 'status' | 'strength' | 'date' | 'scope'>;
		/** The sections that hold anything of the author's. */
		readonly filled: Story['filled'];
		/** Absent where no question of its snippet is open. */
		readonly prompts?: Story['prompts'];
	};
}

/** How well a competency is covered, from nothing to more than enough. */
export type CoverageState = 'gap' | 'weak' | 'single' | 'covered' | 'rich';

/** What the library holds for one competency. */
export interface Coverage<S extends CountedStory = LibraryStory> {
	readonly competency: Competency;
	readonly state: CoverageState;
	/** Stories that are not retired, the best first. */
	readonly stories: readonly S[];
	/** How many of them are ready. */
	readonly ready: number;
	/** The one or two to tell first; never one with nothing told yet. */
	readonly best: readonly S[];
	/** The retired ones, in the same order. */
	readonly retired: readonly S[];
	readonly level: TargetLevel;
	/** How far its stories reached; absent where none says. */
	readonly reach?: Reach;
}

/** How far the stories of a competency that are not retired reached, against what the level wants. */
export interface Reach {
	readonly widest: StoryScope;
	readonly wanted: StoryScope;
	/** Whether one of them reached what is wanted. */
	readonly isReached: boolean;
	/** How many of them do not say how far they reached. */
	readonly unsaid: number;
}

/** A competency is weak unless a story of at least this strength stands for it (product definition of coverage). */
export const minStrength = 3;

/** A story that alone carries this many competencies is a risk to each of them (product definition of coverage). */
const tooManyAlone = 3;

/** "The 1–2 to tell first" (product definition of coverage). */
const maxBest = 2;

/**
 * Compares what a library holds with what the competencies of a lens want, in their order.
 *
 * @param stories of the whole library, as they are
 */
export function coverageThrough<S extends CountedStory>(
	lens: Lens,
	stories: readonly S[],
	level: TargetLevel,
): readonly Coverage<S>[] {
	return coverageOf(lens.competencies.all, stories.map(lens.through), level);
}

/**
 * Compares what a library holds with what the competencies want.
 *
 * @param competencies in the order in which they are to be shown
 * @param stories of the whole library, through the lens where there is one
 */
export function coverageOf<S extends CountedStory>(
	competencies: readonly Competency[],
	stories: readonly S[],
	level: TargetLevel,
): readonly Coverage<S>[] {
	return coverageOfOrdered(competencies, (id) => storiesProving(id, stories, level), level);
}

/** The stories that prove a competency, the one to tell first in front. */
function storiesProving<S extends CountedStory>(
	competency: string,
	stories: readonly S[],
	level: TargetLevel,
): readonly S[] {
	return stories
		.filter(({ story }) => story.tags.some((tag) => tag.competency === competency))
		.toSorted(compareFor(competency, level));
}

/**
 * The same, for whoever keeps the stories of each competency.
 *
 * @param ordered the stories of a competency, the retired ones too, as {@link compareFor} has them
 */
export function coverageOfOrdered<S extends CountedStory>(
	competencies: readonly Competency[],
	ordered: (id: string) => readonly S[],
	level: TargetLevel,
): readonly Coverage<S>[] {
	return coverageOfHeld(competencies, (id) => heldIn(ordered(id)), level);
}

/** The stories of one competency, in the order in which they were given. */
export interface Held<S extends CountedStory = LibraryStory> extends Pick<
	Coverage<S>,
	'stories' | 'retired' | 'ready'
> {
	/** Whether a ready one is strong enough to stand for the competency. */
	readonly strong: boolean;
}

/** Tells the stories of one competency apart. */
export function heldIn<S extends CountedStory>(ordered: readonly S[]): Held<S> {
	const stories: S[] = [];
	const retired: S[] = [];
	let ready = 0;
	let strong = false;
	for (const entry of ordered) {
		const { status, strength = 0 } = entry.story.details;
		(status === 'retired' ? retired : stories).push(entry);
		if (status !== 'ready') continue;
		ready++;
		strong ||= strength >= minStrength;
	}
	return { stories, retired, ready, strong };
}

/** The same as {@link coverageOf}, for whoever keeps what {@link heldIn} says of each competency. */
export function coverageOfHeld<S extends CountedStory>(
	competencies: readonly Competency[],
	heldFor: (id: string) => Held<S>,
	level: TargetLevel,
): readonly Coverage<S>[] {
	const held = competencies.map((competency) => ({ competency, ...heldFor(competency.id) }));
	const alone = carriedAlone(held);
	return held.map(({ competency, stories, retired, ready, strong }): Coverage<S> => {
		const reach = reachOf(stories, wantedScope(level, competency.id));
		const overloaded = stories[0] !== undefined && alone.has(stories[0]) && stories.length === 1;
		return {
			competency,
			state: stateOf(competency, { stories, ready, strong }, overloaded),
			stories,
			ready,
			best: stories.filter(({ story }) => story.filled.length > 0).slice(0, maxBest),
			retired,
			level,
			...(reach && { reach }),
		};
	});
}

function reachOf(stories: readonly CountedStory[], wanted: StoryScope): Reach | undefined {
	const scopes = stories.flatMap(({ story }) => story.details.scope ?? []);
	const farthest = widest(scopes);
	if (!farthest) return undefined;
	return {
		widest: farthest,
		wanted,
		isReached: reaches(farthest, wanted),
		unsaid: stories.length - scopes.length,
	};
}

/** The stories that alone carry too many competencies, with these. */
export function carriedAlone<S extends CountedStory>(
	coverage: readonly Pick<Coverage<S>, 'competency' | 'stories'>[],
): ReadonlyMap<S, readonly Competency[]> {
	const carried = new Map<S, readonly Competency[]>();
	for (const {
		competency,
		stories: [only, ...others],
	} of coverage) {
		if (only && others.length === 0) carried.set(only, [...(carried.get(only) ?? []), competency]);
	}
	return new Map([...carried].filter(([, competencies]) => competencies.length >= tooManyAlone));
}

/**
 * A lone ready story of some strength is called single rather than weak: it says more, and asks for the same.
 */
function stateOf(
	{ target }: Competency,
	{ stories, ready, strong }: Omit<Held<CountedStory>, 'retired'>,
	overloaded: boolean,
): CoverageState {
	if (stories.length === 0) return 'gap';
	if (strong && stories.length === 1 && (target.min > 1 || overloaded)) return 'single';
	if (!strong || ready < target.min) return 'weak';
	return ready > target.max ? 'rich' : 'covered';
}

/** Coverage in a few words, such as `2 ready, 1–2 wanted · covered`. */
export function coverageSummary(coverage: Coverage<CountedStory>): string {
	return `${readyText(coverage)} · ${coverage.state}`;
}

/** Coverage in numbers, such as `2 ready, 1–2 wanted`, where an icon or a column of its own shows the state. */
export function readyText({ competency, ready }: Pick<Coverage<CountedStory>, 'competency' | 'ready'>): string {
	return `${ready} ready, ${targetText(competency.target)} wanted`;
}

/** A target as people write it: `1–2`, or `1` where both ends are the same. */
export function targetText({ min, max }: Coverage['competency']['target']): string {
	return min === max ? String(min) : `${min}–${max}`;
}

/**
 * Such as `1 draft: ready it to count`, where drafts that are written to their ends, without a problem, would cover the
 * competency; undefined elsewhere.
 */
export function draftsToReady({ state, competency, ready, stories }: Coverage<CountedStory>): string | undefined {
	const drafts = stories.filter(isWrittenDraft);
	if (state !== 'weak' || drafts.length === 0 || ready + drafts.length < competency.target.min) return undefined;
	const isStrong = ({ story: { details } }: CountedStory) => (details.strength ?? 0) >= minStrength;
	const missing = Math.max(1, competency.target.min - ready);
	const them = drafts.length > missing ? (missing === 1 ? 'one' : String(missing)) : missing === 1 ? 'it' : 'them';
	const counting = `${plural(drafts.length, 'draft')}: ready ${them} to count`;
	if (stories.some((each) => each.story.details.status === 'ready' && isStrong(each)) || drafts.some(isStrong))
		return counting;
	return ready < competency.target.min ? `${counting}, and rate ${them}` : undefined;
}

function isWrittenDraft({ openProblems, story: { details, filled, prompts } }: CountedStory): boolean {
	if (details.status !== 'draft' || openProblems > 0 || prompts) return false;
	return starKinds.every((kind) => filled.includes(kind));
}

/** What would close the gap, as one sentence; what to enjoy where there is none. */
export function coverageAdvice(coverage: Coverage<CountedStory>): string {
	const {
		state,
		competency: { target },
		ready,
		stories,
	} = coverage;
	const missing = target.min - ready;
	switch (state) {
		case 'gap':
			return 'No story yet.';
		case 'single':
			return target.min > 1
				? `One story carries it alone: ${missing} more would do.`
				: 'Its only story carries other competencies alone too.';
		case 'weak': {
			const drafts = draftsToReady(coverage);
			if (drafts !== undefined) return `${drafts}.`;
			if (ready === 0) return `${plural(stories.length, 'draft')}, none ready to tell.`;
			if (missing > 0) return `${plural(missing, 'more ready story', 'more ready stories')} wanted.`;
			return `No ready story is rated ${minStrength} or more.`;
		}
		case 'covered':
			return `Enough stories are ready${shortfall(coverage)}.`;
		case 'rich':
			return `${ready} are ready: choose the ones you would tell${shortfall(coverage)}.`;
	}
}

/** Such as `, but nothing reaches beyond your team`, where all of its stories say so, and the level wants more. */
function shortfall({ reach }: Coverage<CountedStory>): string {
	return reach && !reach.isReached && reach.unsaid === 0
		? `, but nothing reaches beyond ${reachWords[reach.widest]}`
		: '';
}

/** What a scope is to the author, as the end of a sentence. */
export const reachWords: Readonly<Record<StoryScope, string>> = {
	team: 'your team',
	teams: 'a few teams',
	org: 'your organization',
	company: 'your company',
	industry: 'your industry',
};
