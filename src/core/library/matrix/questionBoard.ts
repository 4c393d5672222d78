import { knownQuestions, questionWords } from '../../framework/lookups.ts';
import type { Competency, Framework } from '../../framework/model.ts';
import { defaultTargetLevel, type TargetLevel } from '../../framework/targetLevel.ts';
import { Answers } from '../answers.ts';
import { lensOf } from '../lens.ts';
import { storyKey } from '../storyIndex.ts';
import type { MatrixStory } from './matrixStory.ts';

export const answerStates = ['none', 'open', 'single', 'answered', 'strong'] as const;
/**
 * How well a question is answered: by no story at all, by none that names it though some prove what it asks about, by a
 * single one, by others, by a ready story of some strength. A story that was only found by its words proves nothing:
 * the report and practice call the same questions unanswered.
 */
export type AnswerState = (typeof answerStates)[number];

/** A question with the stories that could be told. */
export interface BoardQuestion {
	/** Its id; the author's own words where no framework asks it. */
	readonly id: string;
	readonly text: string;
	readonly competencies: readonly Pick<Competency, 'id' | 'name'>[];
	/** Stories that name it in their `questions`, the best first; no retired ones. */
	readonly answers: readonly MatrixStory[];
	/** Others that could be told: those that were ranked for it first, then those that prove what it asks about. */
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
 * @param lens names the framework through which the stories are seen, as {@link lensOf} wants it
 * @param maxCandidates the bound of candidates a question
 * @param ranked keys of the stories that were found for a question, by its id, the best first
 */
export function questionBoard(
	stories: readonly MatrixStory[],
	frameworks: readonly Framework[],
	lens: string | undefined,
	maxCandidates = shownCandidates,
	ranked: ReadonlyMap<string, readonly string[]> = new Map(),
	level: TargetLevel = defaultTargetLevel,
): readonly BoardQuestion[] {
	const seen = lensOf(frameworks, lens);
	const current = stories.filter(({ story }) => story.details.status !== 'retired').map(seen.through);
	const answers = new Answers(current, level, ({ story }) => story.details.questions ?? []);
	const byKey = new Map(current.map((story) => [storyKey(story), story]));
	const rankedFor = (id: string) => (ranked.get(id) ?? []).flatMap((key) => byKey.get(key) ?? []);
	const shown = new Set(seen.competencies.all.map(({ id }) => id));
	const known = [...knownQuestions(frameworks).values()];
	const asked = known.flatMap((each) => {
		const competencies = each.competencies.filter(({ id }) => shown.has(id));
		return competencies.length > 0
			? [boardQuestion(each.question, competencies, answers, rankedFor(each.question.id), maxCandidates)]
			: [];
	});
	const knownWords = new Set(known.flatMap(({ question: { id, text } }) => [questionWords(id), questionWords(text)]));
	const own = new Map<string, string>();
	for (const { story } of current) {
		for (const text of story.details.questions ?? []) {
			const words = questionWords(text);
			if (words !== '' && !knownWords.has(words) && !own.has(words)) own.set(words, text);
		}
	}
	const further = [...own.values()].map((text) =>
		boardQuestion({ id: text, text }, [], answers, rankedFor(text), maxCandidates),
	);
	return [...asked, ...further];
}

function boardQuestion(
	{ id, text }: Pick<BoardQuestion, 'id' | 'text'>,
	competencies: readonly Competency[],
	answers: Answers<MatrixStory>,
	ranked: readonly MatrixStory[],
	maxCandidates: number,
): BoardQuestion {
	const { naming, proving } = answers.to([id, text], competencies);
	const others = ranked.filter((story) => !naming.includes(story));
	const candidates = [...new Set([...others, ...proving])].slice(0, maxCandidates);
	return { id, text, competencies, answers: naming, candidates, state: stateOf(naming, proving) };
}

function stateOf(answers: readonly MatrixStory[], proving: readonly MatrixStory[]): AnswerState {
	if (answers.length === 0) return proving.length === 0 ? 'none' : 'open';
	if (answers.some(({ story: { details } }) => details.status === 'ready' && (details.strength ?? 0) >= minStrength))
		return 'strong';
	return answers.length === 1 ? 'single' : 'answered';
}
