import { type KnownQuestion, knownQuestions, questionWords } from '../../framework/lookups.ts';
import type { Competency, Framework } from '../../framework/model.ts';
import { compareFor } from '../ranking.ts';
import { competenciesOf } from './matrix.ts';
import type { MatrixStory } from './matrixStory.ts';

/** How well a question is answered: by a ready story of some strength, by others, by a single one, by none. */
export type AnswerState = 'strong' | 'answered' | 'single' | 'none';

/** A question with the stories that could be told. */
export interface BoardQuestion {
	/** Its id; the author's own words where no framework asks it. */
	readonly id: string;
	readonly text: string;
	readonly competencies: readonly Pick<Competency, 'id' | 'name'>[];
	/** Stories that name it in their `questions`, the best first; no retired ones. */
	readonly answers: readonly MatrixStory[];
	/** Others that prove what it asks about, the best first. */
	readonly candidates: readonly MatrixStory[];
	readonly state: AnswerState;
}

/** What makes an answer a strong one: the strength that coverage asks for as well. */
const minStrength = 3;

/** Bound of candidates of a question on a page: enough to choose from. */
const shownCandidates = 5;

/**
 * The questions of a lens, and those that stories name in words of their own, with who answers them.
 *
 * @param frameworks the active ones
 * @param lens id of the framework whose competencies are asked about; all of them when left out
 * @param maxCandidates the bound of candidates a question
 */
export function questionBoard(
	stories: readonly MatrixStory[],
	frameworks: readonly Framework[],
	lens: string | undefined,
	maxCandidates = shownCandidates,
): readonly BoardQuestion[] {
	const current = stories.filter(({ story }) => story.details.status !== 'retired');
	const naming = new Map<string, MatrixStory[]>();
	for (const entry of current) {
		for (const words of new Set((entry.story.details.questions ?? []).map(questionWords)))
			naming.set(words, [...(naming.get(words) ?? []), entry]);
	}
	const shown = new Set(competenciesOf(frameworks, lens).map(({ id }) => id));
	const known = [...knownQuestions(frameworks).values()];
	const asked = known.flatMap((each) => {
		const competencies = each.competencies.filter(({ id }) => shown.has(id));
		return competencies.length > 0 ? [boardQuestion(each, competencies, naming, current, maxCandidates)] : [];
	});
	const knownWords = new Set(known.flatMap(({ question: { id, text } }) => [questionWords(id), questionWords(text)]));
	const own = new Map<string, string>();
	for (const { story } of current) {
		for (const text of story.details.questions ?? []) {
			const words = questionWords(text);
			if (words !== '' && !knownWords.has(words) && !own.has(words)) own.set(words, text);
		}
	}
	const further = [...own].map(([words, text]): BoardQuestion => {
		const answers = naming.get(words) ?? [];
		return { id: text, text, competencies: [], answers, candidates: [], state: stateOf(answers) };
	});
	return [...asked, ...further];
}

function boardQuestion(
	{ question: { id, text } }: KnownQuestion,
	competencies: readonly Competency[],
	naming: ReadonlyMap<string, readonly MatrixStory[]>,
	current: readonly MatrixStory[],
	maxCandidates: number,
): BoardQuestion {
	const compare = compareFor(competencies[0]?.id ?? '');
	const answers = [
		...new Set([questionWords(id), questionWords(text)].flatMap((words) => naming.get(words) ?? [])),
	].toSorted(compare);
	const probed = new Set(competencies.map((each) => each.id));
	const candidates = current.filter(
		(entry) =>
			!answers.includes(entry) &&
			entry.story.tags.some(({ competency }) => competency !== undefined && probed.has(competency)),
	);
	return {
		id,
		text,
		competencies,
		answers,
		candidates: candidates.toSorted(compare).slice(0, maxCandidates),
		state: stateOf(answers),
	};
}

function stateOf(answers: readonly MatrixStory[]): AnswerState {
	if (answers.length === 0) return 'none';
	if (answers.some(({ story: { details } }) => details.status === 'ready' && (details.strength ?? 0) >= minStrength))
		return 'strong';
	return answers.length === 1 ? 'single' : 'answered';
}
