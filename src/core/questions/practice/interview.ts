import type { BoardQuestion } from '../../library/matrix/questionBoard.ts';
import { storyKey, type StoryLocation } from '../../library/storyIndex.ts';
import { storiesAnswering } from './drawQuestion.ts';
import { type Rating, wentBadly } from './history.ts';

/**
 * Mixes a list, the same way for the same seed.
 *
 * @param seed a whole number
 */
export function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
	const mixed = [...items];
	let state = seed >>> 0;
	for (let last = mixed.length - 1; last > 0; last--) {
		// Marsaglia's xorshift needs a state other than 0; the constant is that of Knuth's multiplicative hash.
		state = (state || 2_654_435_769) >>> 0;
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		const other = (state >>> 0) % (last + 1);
		[mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
	}
	return mixed;
}

/** A question of a mock interview. */
export interface InterviewQuestion {
	/** Id of the question. */
	readonly question: string;
	/** Id of the competency for which it is asked. */
	readonly competency: string;
	/** The story meant for it; no two questions share it. Absent where none is left: the interviewer asks all the same. */
	readonly story?: StoryLocation;
}

/** How many questions a mock interview asks at most: more is no interview but a day of them. */
export const maxQuestions = 12;

/** How many of some questions a mock interview can ask: those that probe a competency. */
export function askableIn(questions: readonly BoardQuestion[]): number {
	return questions.filter(({ competencies }) => competencies.length > 0).length;
}

/**
 * Draws the questions of a mock interview, mixed by the seed: one for each competency before any is asked for again,
 * and as many of them with a story of their own as can be.
 *
 * @param questions with the stories that answer them; those without a competency are not asked
 * @param count how many are wanted; fewer only where {@link askableIn} says so
 * @param seed a whole number; the same one draws the same interview
 */
export function drawInterview(
	questions: readonly BoardQuestion[],
	count: number,
	seed: number,
): readonly InterviewQuestion[] {
	const mixed = shuffled(questions, seed);
	const order = shuffled(
		[...new Set(questions.flatMap(({ competencies }) => competencies.map(({ id }) => id)))],
		seed + 1,
	);
	const asked: { readonly competency: string; readonly question: BoardQuestion }[] = [];
	const wanted = Math.min(count, maxQuestions, askableIn(questions));
	while (asked.length < wanted) {
		for (const competency of order) {
			if (asked.length >= wanted) break;
			const own = mixed.filter(
				(each) =>
					each.competencies.some(({ id }) => id === competency) &&
					!asked.some(({ question }) => question.id === each.id),
			);
			// The competency that it asks about first, where there is such a question.
			const question = own.find(({ competencies: [first] }) => first?.id === competency) ?? own[0];
			if (question) asked.push({ competency, question });
		}
	}
	const chosen = chooseStories(asked.map(({ question }) => storiesAnswering(question).map(storyKey)));
	return asked.map(({ competency, question }, index): InterviewQuestion => {
		const story = storiesAnswering(question).find((entry) => storyKey(entry) === chosen[index]);
		return { question: question.id, competency, ...(story && { story: { file: story.file, index: story.index } }) };
	});
}

/**
 * Gives as many questions as possible a story, each story to one of them (Kuhn's algorithm, augmenting paths).
 *
 * @param wishes for each question the stories that answer it, the best first
 */
function chooseStories(wishes: readonly (readonly string[])[]): readonly (string | undefined)[] {
	const questionOf = new Map<string, number>();
	const place = (question: number, tried: Set<string>): boolean =>
		(wishes[question] ?? []).some((story) => {
			if (tried.has(story)) return false;
			tried.add(story);
			const holder = questionOf.get(story);
			if (holder !== undefined && !place(holder, tried)) return false;
			questionOf.set(story, question);
			return true;
		});
	for (const question of wishes.keys()) place(question, new Set());
	const stories = new Map([...questionOf].map(([story, question]) => [question, story]));
	return wishes.map((_, question) => stories.get(question));
}

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
