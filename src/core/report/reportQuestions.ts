import { compareFor } from '../bank/ranking.ts';
import type { BankStory } from '../bank/storyIndex.ts';
import type { Competency, Framework } from '../framework/model.ts';
import { knownQuestions } from '../framework/questions.ts';
import { questionWords } from '../framework/questionWords.ts';
import { taggedCompetencies } from '../story/taggedCompetencies.ts';
import type { CompetencyLookup } from '../framework/lookup.ts';
import type { ReportQuestion } from './report.ts';

/**
 * Every question with the stories that answer it. A story answers a question that it names in its `questions`, by id or
 * in the same words, and those that probe a competency it is tagged with; a retired one answers none. Those that name the
 * question come first, then the order is that of telling.
 * @param lens the competencies whose questions are asked
 * @param frameworks all that are active
 * @param stories of the bank; a question gives their indices
 */
export function reportQuestions(lens: CompetencyLookup, frameworks: readonly Framework[], stories: readonly BankStory[]): readonly ReportQuestion[] {
	const told = [...stories.entries()].filter(([, { story }]) => story.details.status !== 'retired');
	const named = new Map(told.map(([index, { story }]) => [index, new Set(story.details.questions?.map(({ value }) => questionWords(value)))]));
	const answers = (words: readonly string[], probed: readonly Competency[]): readonly number[] => {
		const ids = new Set(probed.map(({ id }) => id));
		const names = (index: number) => words.some((each) => named.get(index)?.has(each));
		const compare = compareFor(probed[0]?.id ?? '');
		return told
			.filter(([index, { story }]) => names(index) || story.tags.some(({ competency }) => competency !== undefined && ids.has(competency)))
			.toSorted(([a, storyA], [b, storyB]) => Number(names(b)) - Number(names(a)) || compare(storyA, storyB))
			.map(([index]) => index);
	};
	const known = knownQuestions(frameworks);
	const asked = [...known.values()].flatMap(({ question: { id, text }, competencies }) => {
		const probed = competencies.filter((competency) => lens.all.some((each) => each.id === competency.id));
		return probed.length === 0 ? [] : [{ id, text, competencies: probed.map(({ name }) => name), stories: answers([questionWords(id), questionWords(text)], probed) }];
	});
	const knownWords = new Set([...known.values()].flatMap(({ question: { id, text } }) => [questionWords(id), questionWords(text)]));
	const own = new Map<string, ReportQuestion>();
	for (const [, { story }] of told) {
		for (const { value } of story.details.questions ?? []) {
			const words = questionWords(value);
			if (words === '' || knownWords.has(words) || own.has(words)) continue;
			const competencies = taggedCompetencies(story.tags, lens);
			own.set(words, { text: value.replace(/\s+/gu, ' ').trim(), competencies: competencies.map(({ name }) => name), stories: answers([words], []) });
		}
	}
	return [...asked, ...own.values()];
}
