import { type CompetencyLookup, type Lookups, questionWords } from '../framework/lookups.ts';
import type { Competency } from '../framework/model.ts';
import { Answers } from '../library/answers.ts';
import type { LibraryStory } from '../library/storyIndex.ts';
import { taggedCompetencies } from '../story/model.ts';
import type { ReportQuestion } from './report.ts';
import { oneLine } from '../text/words.ts';

/**
 * Every question with the stories that answer it. A story answers a question that it names in its `questions`, by id or
 * in the same words, and those that probe a competency it is tagged with; a retired one answers none. Those that name
 * the question come first, then the order is that of telling.
 *
 * @param lens the competencies whose questions are asked
 * @param lookups of all active frameworks
 * @param stories of the library; a question gives their indices
 */
export function reportQuestions(
	lens: CompetencyLookup,
	{ questions: known, level }: Lookups,
	stories: readonly LibraryStory[],
): readonly ReportQuestion[] {
	const answers = new Answers(stories, level, ({ story }) =>
		(story.details.questions ?? []).map(({ value }) => value),
	);
	const current = stories.filter(({ story }) => story.details.status !== 'retired');
	const indexOf = new Map(stories.map((entry, index) => [entry, index]));
	const answering = (names: readonly string[], probed: readonly Competency[]) => {
		const { naming, proving } = answers.to(names, probed);
		return [...naming, ...proving].map((entry) => indexOf.get(entry) ?? 0);
	};
	const asked: ReportQuestion[] = [];
	const knownWords = new Set<string>();
	for (const {
		question: { id, text },
		competencies,
	} of known.values()) {
		for (const name of [id, text]) knownWords.add(questionWords(name));
		const probed = competencies.filter((competency) => lens.all.some((each) => each.id === competency.id));
		if (probed.length > 0)
			asked.push({
				id,
				text,
				competencies: probed.map(({ name }) => name),
				stories: answering([id, text], probed),
			});
	}
	const own = new Map<string, ReportQuestion>();
	for (const { story } of current) {
		for (const { value } of story.details.questions ?? []) {
			const words = questionWords(value);
			if (words === '' || knownWords.has(words) || own.has(words)) continue;
			const competencies = taggedCompetencies(story.tags, lens);
			own.set(words, {
				text: oneLine(value),
				competencies: competencies.map(({ name }) => name),
				stories: answering([value], []),
			});
		}
	}
	return [...asked, ...own.values()];
}
