import { kinDistance } from '../../framework/built-in/crosswalk.ts';
import type { CompetencyLookup } from '../../framework/lookups.ts';
import type { Competency } from '../../framework/model.ts';
import { type LibraryStory, storyKey } from '../../library/storyIndex.ts';
import { assign, maxUses, type Offer } from './assign.ts';
import type { PlannedCompetency } from './interviewPlan.ts';

/** A story that is worth a try for a competency it is not tagged with, and why. */
export interface Try {
	readonly entry: LibraryStory;
	/** The competency it is tagged with that is kin to the one asked for. */
	readonly kin?: Competency;
	/** The sentence that speaks for it. */
	readonly because?: string;
	/** Whether it is likely to prove the competency, rather than just the nearest there is. */
	readonly isLikely: boolean;
}

/** What the words of a story say of a competency. */
export interface Spoken {
	/** How much of the story speaks of it, beside the competency that it speaks of most: 0 to 1. */
	readonly share: number;
	/** The sentence that says so, where there is one. */
	readonly because?: string;
}

/** What tries are chosen by. */
export interface TryContext {
	/** Names of competencies in tags, also those of frameworks that are not active. */
	readonly names: CompetencyLookup;
	/** What the words of a story say, by the ids of the competencies. */
	readonly spokenOf: (entry: LibraryStory) => ReadonlyMap<string, Spoken> | undefined;
}

/**
 * Adds to a plan the stories that are worth a try where none is tagged: those of kindred competencies first, then those
 * whose words speak of it. None is told for more than {@link maxUses} competencies, tries included; where all that fit
 * are, they are named as near.
 *
 * @param stories of the whole library; retired ones are left out
 */
export function withTries(
	planned: readonly PlannedCompetency[],
	stories: readonly LibraryStory[],
	context: TryContext,
): readonly PlannedCompetency[] {
	const current = stories
		.filter(({ story }) => story.details.status !== 'retired')
		.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.index - b.index));
	const gaps = planned.flatMap(({ primary }, index) => (primary ? [] : [index]));
	const rated = gaps.map((gap) => ratedFor((planned[gap] as PlannedCompetency).competency, current, context));
	const offers = rated.flatMap((own, competency) =>
		own.map(({ position, fit }): Offer => ({ competency, story: position, fit })),
	);
	const assigned = assign(gaps.length, current.length, offers, usesLeft(planned, current));
	return planned.map((item, index) => {
		const gap = gaps.indexOf(index);
		const own = rated[gap];
		if (!own || own.length === 0) return item;
		const { primary, backup } = assigned[gap] ?? {};
		const tries = [primary, backup].flatMap(
			(position) => own.find((each) => each.position === position)?.found ?? [],
		);
		const near = own.slice(0, maxNear).map(({ found }) => found.entry);
		return { ...item, ...(tries.length > 0 ? { tries } : { near }) };
	});
}

/** As many as are worth a second look. */
const maxNear = 2;

interface Rated {
	/** Position of the story. */
	readonly position: number;
	readonly fit: number;
	readonly found: Try;
}

/**
 * A kindred tag counts more than all that words say, the closer the more; then the words, then how ready the story is.
 * The numbers keep that order; they are this project's own.
 */
const closestKin = 1000;
const lessEachStep = 150;
const minKin = 500;
const secondaryTag = 0.8;
const allWords = 400;
const readyStory = 60;
const strengthPoint = 8;

/** Words that are less of a story than this share of its foremost competency speak of something else. */
const minShare = 0.6;
/** From here on words say as much as a closer tag would; the closest is enough unless words speak against it. */
const likelyShare = 0.75;
const likelyClosestShare = 0.3;

function ratedFor(
	{ id }: Competency,
	stories: readonly LibraryStory[],
	{ names, spokenOf }: TryContext,
): readonly Rated[] {
	const rated = stories.flatMap((entry, position): Rated[] => {
		const kin = closestKinOf(entry, id, names);
		const spoken = spokenOf(entry)?.get(id);
		const share = spoken?.share ?? 0;
		if (!kin && share < minShare) return [];
		const { status, strength = 0 } = entry.story.details;
		const merit = (status === 'ready' ? readyStory : 0) + strength * strengthPoint;
		const fit = Math.round((kin?.worth ?? 0) + share * allWords + merit) + 1;
		// Words alone are never enough to have a tag proposed with a tick.
		const isLikely = kin !== undefined && share >= (kin.distance === 0 ? likelyClosestShare : likelyShare);
		const found: Try = {
			entry,
			isLikely,
			...(kin && { kin: kin.competency }),
			...(spoken?.because !== undefined && { because: spoken.because }),
		};
		return [{ position, fit, found }];
	});
	return rated.toSorted((a, b) => b.fit - a.fit || a.position - b.position);
}

function closestKinOf(
	{ story }: LibraryStory,
	id: string,
	names: CompetencyLookup,
): { readonly competency: Competency; readonly distance: number; readonly worth: number } | undefined {
	let best: { readonly competency: Competency; readonly distance: number; readonly worth: number } | undefined;
	for (const [index, { text, competency: active }] of story.tags.entries()) {
		const competency = names.find(active ?? text);
		if (!competency) continue;
		const distance = kinDistance(competency.id, id);
		if (distance === Infinity) continue;
		const worth = Math.max(minKin, closestKin - distance * lessEachStep) * (index === 0 ? 1 : secondaryTag);
		if (worth > (best?.worth ?? 0)) best = { competency, distance, worth };
	}
	return best;
}

/** How many more competencies each story may be told for. */
function usesLeft(planned: readonly PlannedCompetency[], stories: readonly LibraryStory[]): readonly number[] {
	const uses = new Map<string, number>();
	for (const { primary, backup } of planned) {
		for (const entry of [primary, backup]) {
			if (entry) uses.set(storyKey(entry), (uses.get(storyKey(entry)) ?? 0) + 1);
		}
	}
	return stories.map((entry) => Math.max(0, maxUses - (uses.get(storyKey(entry)) ?? 0)));
}
