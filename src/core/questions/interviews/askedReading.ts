import type { Lookups } from '../../framework/lookups.ts';
import { questionReader } from '../recall/readQuestion.ts';
import { likeness, termSet } from '../recall/storyTexts.ts';
import type { LoggedQuestion } from './interview.ts';

/** What a question that was asked comes to. */
export interface AskedReading {
	/** Ids of the active competencies that it was about: the one that is named, else those that are likely. */
	readonly competencies: readonly string[];
	/** Whether a question of an active framework resembles it. */
	readonly isKnown: boolean;
	/** Whether no story answers questions of its kind, such as those about pay. */
	readonly isForNoStory: boolean;
}

/** Two questions that share this much ask the same thing: as a story's own questions are found by. */
const sameQuestion = 0.45;

/** Reads questions that were asked, in their order. */
export function readAsked(
	questions: readonly Pick<LoggedQuestion, 'question' | 'competency'>[],
	{ lookups }: { readonly lookups: Lookups },
): readonly AskedReading[] {
	const reader = lookups.derive(questionReader);
	const known = [...lookups.questions.values()].map(({ question: { text } }) => termSet(text));
	return questions.map(({ question, competency }) => {
		const { competencies, unanswered } = reader.read(question);
		const likely = competencies.filter(({ active, confidence }) => active && confidence === 'likely');
		const asked = termSet(question);
		return {
			competencies: competency === undefined ? likely.map((each) => each.competency.id) : [competency],
			isKnown: known.some((terms) => likeness(terms, asked) >= sameQuestion),
			isForNoStory: unanswered !== undefined,
		};
	});
}
