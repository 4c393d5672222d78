import type { BankStory } from '../bank/storyIndex.ts';
import type { Competency, Question } from '../framework/model.ts';
import { normaliseName } from '../framework/nearness.ts';
import type { ReportQuestion } from './report.ts';

/**
 * The questions that no story answers, or only one. A story answers a question that it names in its `questions`, by id or
 * in the same words, and those that probe a competency it is tagged with; a retired one answers none.
 * @param competencies whose questions are asked, in their order
 * @param stories of the bank; a question gives their indices
 */
export function questionsInNeed(competencies: readonly Competency[], stories: readonly BankStory[]): readonly ReportQuestion[] {
	const asked = new Map<string, { readonly question: Question; readonly probed: Competency[] }>();
	for (const competency of competencies) {
		for (const question of competency.questions) {
			const known = asked.get(question.id) ?? { question, probed: [] };
			known.probed.push(competency);
			asked.set(question.id, known);
		}
	}
	const named = stories.map(({ story }) => new Set(story.details.questions?.map(({ value }) => wordsOf(value))));
	return [...asked.values()].flatMap(({ question: { id, text }, probed }) => {
		const ids = new Set(probed.map((competency) => competency.id));
		const answers = [...stories.entries()].filter(([index, { story }]) => {
			if (story.details.status === 'retired') return false;
			const names = named[index];
			return names?.has(wordsOf(id)) || names?.has(wordsOf(text)) || story.tags.some(({ competency }) => competency !== undefined && ids.has(competency));
		});
		if (answers.length > 1) return [];
		return [{ id, text, competencies: probed.map(({ name }) => name), stories: answers.map(([index]) => index) }];
	});
}

/** Whoever copies a question may leave its mark out. */
function wordsOf(question: string): string {
	return normaliseName(question).replace(/[?.!\s]+$/u, '');
}
