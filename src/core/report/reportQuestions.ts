import { type CompetencyLookup, type KnownQuestion, questionWords } from '../framework/lookups.ts';
import type { Competency } from '../framework/model.ts';
import { compareFor } from '../library/ranking.ts';
import type { LibraryStory } from '../library/storyIndex.ts';
import { taggedCompetencies } from '../story/model.ts';
import type { ReportQuestion } from './report.ts';

/**
 * Every question with the stories that answer it. A story answers a question that it names in its `questions`, by id or
 * in the same words, and those that probe a competency it is tagged with; a retired one answers none. Those that name
 * the question come first, then the order is that of telling.
 *
 * @param lens the competencies whose questions are asked
 * @param known the questions of all active frameworks by id
 * @param stories of the library; a question gives their indices
 */
export function reportQuestions(
	lens: CompetencyLookup,
	known: ReadonlyMap<string, KnownQuestion>,
	stories: readonly LibraryStory[],
): readonly ReportQuestion[] {
	const answers = new Answers(stories);
	const current = stories.filter(({ story }) => story.details.status !== 'retired');
	for (const story of current) answers.add(story);
	const asked: ReportQuestion[] = [];
	const knownWords = new Set<string>();
	for (const {
		question: { id, text },
		competencies,
	} of known.values()) {
		const words = [questionWords(id), questionWords(text)];
		for (const each of words) knownWords.add(each);
		const probed = competencies.filter((competency) => lens.all.some((each) => each.id === competency.id));
		if (probed.length > 0)
			asked.push({ id, text, competencies: probed.map(({ name }) => name), stories: answers.to(words, probed) });
	}
	const own = new Map<string, ReportQuestion>();
	for (const { story } of current) {
		for (const { value } of story.details.questions ?? []) {
			const words = questionWords(value);
			if (words === '' || knownWords.has(words) || own.has(words)) continue;
			const competencies = taggedCompetencies(story.tags, lens);
			own.set(words, {
				text: value.replace(/\s+/gu, ' ').trim(),
				competencies: competencies.map(({ name }) => name),
				stories: answers.to([words], []),
			});
		}
	}
	return [...asked, ...own.values()];
}

/** Which stories answer a question, looked up by what they name and prove. */
class Answers {
	readonly #indexOf: ReadonlyMap<LibraryStory, number>;
	readonly #naming = new Map<string, Set<LibraryStory>>();
	readonly #proving = new Map<string, Set<LibraryStory>>();
	/** By the competencies that are probed, in the order of telling: many questions probe the same ones. */
	readonly #ordered = new Map<string, readonly LibraryStory[]>();

	constructor(stories: readonly LibraryStory[]) {
		this.#indexOf = new Map(stories.map((entry, index) => [entry, index]));
	}

	add(entry: LibraryStory): void {
		const { details, tags } = entry.story;
		for (const { value } of details.questions ?? []) addTo(this.#naming, questionWords(value), entry);
		for (const { competency } of tags) if (competency !== undefined) addTo(this.#proving, competency, entry);
	}

	/** @returns the indices of the stories, the one to tell first in front */
	to(words: readonly string[], probed: readonly Competency[]): readonly number[] {
		const naming = new Set(words.flatMap((each) => [...(this.#naming.get(each) ?? [])]));
		const first = [...naming].toSorted(compareFor(probed[0]?.id ?? ''));
		const others = this.#tellingOf(probed).filter((entry) => !naming.has(entry));
		return [...first, ...others].map((entry) => this.#indexOf.get(entry) ?? 0);
	}

	#tellingOf(probed: readonly Competency[]): readonly LibraryStory[] {
		const key = probed.map(({ id }) => id).join('\n');
		let ordered = this.#ordered.get(key);
		if (!ordered) {
			const proving = new Set(probed.flatMap(({ id }) => [...(this.#proving.get(id) ?? [])]));
			this.#ordered.set(key, (ordered = [...proving].toSorted(compareFor(probed[0]?.id ?? ''))));
		}
		return ordered;
	}
}

function addTo(sets: Map<string, Set<LibraryStory>>, key: string, entry: LibraryStory): void {
	const set = sets.get(key);
	if (set) set.add(entry);
	else sets.set(key, new Set([entry]));
}
