import { storyKey, type StoryLocation } from '../bank/storyLocation.ts';
import type { InterviewQuestion } from './interview.ts';
import { type Rating, wentBadly } from './telling.ts';

/** A question of a mock interview with what came of it. */
export interface InterviewRound extends InterviewQuestion {
	/** Absent where it was not answered. */
	readonly rating?: Rating;
	/** The story that was told, which need not be the one meant. */
	readonly told?: StoryLocation;
	/** How long it took. */
	readonly seconds?: number;
}

/** What a mock interview showed. */
export interface InterviewSummary {
	/** Answered without much effort. */
	readonly well: readonly InterviewRound[];
	/** Answered with effort, or not really. */
	readonly shaky: readonly InterviewRound[];
	/** No story was there to tell. */
	readonly missing: readonly InterviewRound[];
	/** Passed over although there was a story. */
	readonly skipped: readonly InterviewRound[];
	/** Stories that were told for more than one question, with how many. */
	readonly overused: readonly { readonly story: StoryLocation; readonly times: number }[];
}

/** Sums up a mock interview; every round is in exactly one of the four lists. */
export function interviewSummary(rounds: readonly InterviewRound[]): InterviewSummary {
	const uses = new Map<string, { story: StoryLocation; times: number }>();
	for (const { told } of rounds) {
		if (told) uses.set(storyKey(told), { story: told, times: (uses.get(storyKey(told))?.times ?? 0) + 1 });
	}
	return {
		well: rounds.filter(({ rating }) => rating === 'good' || rating === 'easy'),
		shaky: rounds.filter(({ rating }) => wentBadly(rating)),
		missing: rounds.filter(({ rating, story }) => rating === undefined && !story),
		skipped: rounds.filter(({ rating, story }) => rating === undefined && story),
		overused: [...uses.values()].filter(({ times }) => times > 1),
	};
}
