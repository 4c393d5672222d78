import { storyKey, type StoryLocation } from '../bank/storyLocation.ts';
import type { BoardQuestion } from '../matrix/questionBoard.ts';
import { storiesFor } from './drawQuestion.ts';
import { shuffled } from './shuffle.ts';

/** A question of a mock interview. */
export interface InterviewQuestion {
	/** Id of the question. */
	readonly question: string;
	/** Id of the competency for which it is asked; no two questions share it. */
	readonly competency: string;
	/** The story meant for it; no two questions share it. Absent where none is left: the interviewer asks all the same. */
	readonly story?: StoryLocation;
}

/** How many questions a mock interview asks at most: more is no interview but a day of them. */
export const mostQuestions = 12;

/**
 * Draws the questions of a mock interview: of as many competencies, mixed by the seed, and as many of them with a story
 * of their own as can be.
 * @param questions with the stories that answer them; those without a competency are not asked
 * @param count how many are wanted; fewer where there are not so many competencies
 * @param seed a whole number; the same one draws the same interview
 */
export function drawInterview(questions: readonly BoardQuestion[], count: number, seed: number): readonly InterviewQuestion[] {
	const mixed = shuffled(questions, seed);
	const order = shuffled([...new Set(questions.flatMap(({ competencies }) => competencies.map(({ id }) => id)))], seed + 1);
	const asked: { readonly competency: string; readonly question: BoardQuestion }[] = [];
	for (const competency of order) {
		if (asked.length >= Math.min(count, mostQuestions)) break;
		const own = mixed.filter((each) => each.competencies.some(({ id }) => id === competency) && !asked.some(({ question }) => question.id === each.id));
		// The competency that it asks about first, where there is such a question.
		const question = own.find(({ competencies: [first] }) => first?.id === competency) ?? own[0];
		if (question) asked.push({ competency, question });
	}
	const told = tellEach(asked.map(({ question }) => storiesFor(question).map(storyKey)));
	return asked.map(({ competency, question }, index): InterviewQuestion => {
		const story = storiesFor(question).find((entry) => storyKey(entry) === told[index]);
		return { question: question.id, competency, ...(story && { story: { file: story.file, index: story.index } }) };
	});
}

/**
 * Gives as many questions as possible a story, each story to one of them (Kuhn's algorithm, augmenting paths).
 * @param wishes for each question the stories that answer it, the best first
 */
function tellEach(wishes: readonly (readonly string[])[]): readonly (string | undefined)[] {
	const toldFor = new Map<string, number>();
	const place = (question: number, tried: Set<string>): boolean =>
		(wishes[question] ?? []).some((story) => {
			if (tried.has(story)) return false;
			tried.add(story);
			const holder = toldFor.get(story);
			if (holder !== undefined && !place(holder, tried)) return false;
			toldFor.set(story, question);
			return true;
		});
	for (const question of wishes.keys()) place(question, new Set());
	const stories = new Map([...toldFor].map(([story, question]) => [question, story]));
	return wishes.map((_, question) => stories.get(question));
}
