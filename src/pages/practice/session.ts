import type { BoardQuestion } from '../../core/library/matrix/questionBoard.ts';
import type { StoryLocation } from '../../core/library/storyIndex.ts';
import {
	type Draw,
	type DrawContext,
	drawQuestion,
	type PracticeChoice,
} from '../../core/questions/practice/drawQuestion.ts';
import type { Rating } from '../../core/questions/practice/history.ts';
import type { InterviewQuestion, InterviewRound } from '../../core/questions/practice/interview.ts';
import type { AskedQuestion, PracticeState, Probing } from '../protocol/practice.ts';

/** The questions of a mock interview unless another number is chosen: they take about 45 minutes. */
const defaultQuestions = 6;

export const initialState: PracticeState = {
	phase: 'start',
	choice: { from: 'due' },
	wanted: { questions: defaultQuestions },
	passed: [],
	answered: 0,
};

/** The start page, with what was chosen there before. */
export function stopped({ choice, wanted, length }: PracticeState): PracticeState {
	return { ...initialState, choice, wanted, ...(length && { length }) };
}

/** A round of practice has started. */
export function started(state: PracticeState, choice: PracticeChoice): PracticeState {
	return { ...stopped(state), choice, phase: 'next' };
}

/** A mock interview has started. */
export function interviewStarted(state: PracticeState, questions: readonly InterviewQuestion[]): PracticeState {
	return { ...stopped(state), phase: 'next', interview: questions };
}

/** The index of an interview's next question; the number of its questions when it is over. */
export function interviewPosition({ interview = [], passed }: PracticeState): number {
	const open = interview.findIndex(({ question, rating }) => rating === undefined && !passed.includes(question));
	return open < 0 ? interview.length : open;
}

/** The next question, with the story that is meant for it, or why there is none. */
export type Next =
	| { readonly kind: 'question'; readonly question: BoardQuestion; readonly story?: StoryLocation }
	| Exclude<Draw, { kind: 'question' }>
	| { readonly kind: 'over' };

/** Draws the next question; those of an interview were drawn when it started. */
export function nextOf(state: PracticeState, context: Omit<DrawContext, 'passed' | 'previous' | 'anyway'>): Next {
	const { choice, interview, passed, previous, anyway } = state;
	if (!interview)
		return drawQuestion(choice, {
			...context,
			passed: new Set(passed),
			...(previous !== undefined && { previous }),
			...(anyway && { anyway }),
		});
	for (const { question: id, story } of interview.slice(interviewPosition(state))) {
		if (passed.includes(id)) continue;
		const question = context.questions.find((each) => each.id === id);
		// A framework file can lose a question in the middle of an interview.
		if (question) return { kind: 'question', question, ...(story && { story }) };
	}
	return { kind: interview.length === 0 ? 'none' : 'over' };
}

/** The interview is over, whatever is left of it. */
export function interviewEnded(state: PracticeState): PracticeState {
	const { current: _, probing: __, ...rest } = state;
	return { ...rest, phase: 'summary' };
}

/**
 * Shows the next question, or the summary of an interview that is over.
 *
 * @param now in milliseconds since 1970
 */
export function withNext(state: PracticeState, next: Next, now: number): PracticeState {
	// Practice may have been stopped before the question was drawn.
	if (state.phase !== 'next') return state;
	if (next.kind === 'over') return interviewEnded(state);
	if (next.kind !== 'question') return state;
	const { question, story } = next;
	const meant = story && { file: story.file, index: story.index };
	return {
		...state,
		phase: 'asking',
		current: {
			question: question.id,
			started: now,
			notes: '',
			keepsNotes: false,
			...(meant && { story: meant, told: meant }),
		},
	};
}

/**
 * Shows the answer, and stops the clock.
 *
 * @param now in milliseconds since 1970
 */
export function answerShown(state: PracticeState, now: number): PracticeState {
	const { phase, current } = state;
	if (phase !== 'asking' || !current) return state;
	return {
		...state,
		phase: 'shown',
		current: { ...current, seconds: Math.max(0, Math.round((now - current.started) / 1000)) },
	};
}

/** Takes in the notes, or the story that was told. */
export function withInput(
	state: PracticeState,
	change: Partial<Pick<AskedQuestion, 'notes' | 'keepsNotes' | 'told'>>,
): PracticeState {
	return state.current ? { ...state, current: { ...state.current, ...change } } : state;
}

/** The story of the question was deleted meanwhile. */
export function withoutStory(state: PracticeState): PracticeState {
	if (!state.current) return state;
	const { story: _, told: __, ...current } = state.current;
	return { ...state, current };
}

/**
 * Leaves the question for the next one.
 *
 * @param rating undefined where it was passed over
 */
export function movedOn({ current, ...state }: PracticeState, rating: Rating | undefined): PracticeState {
	if (!current) return { ...state, phase: 'next' };
	const { question, told, seconds } = current;
	const on: PracticeState = { ...state, phase: 'next', previous: question };
	if (rating === undefined) return { ...on, passed: [...state.passed, question] };
	const round = (each: InterviewRound): InterviewRound =>
		each.question === question
			? { ...each, rating, ...(told && { told }), ...(seconds !== undefined && { seconds }) }
			: each;
	return { ...on, answered: state.answered + 1, ...(state.interview && { interview: state.interview.map(round) }) };
}

/**
 * Asks follow-ups before the next question.
 *
 * @param state after the telling was rated
 */
export function probed(state: PracticeState, story: StoryLocation, probes: Probing['probes']): PracticeState {
	if (state.phase !== 'next' || probes.length === 0) return state;
	return {
		...state,
		phase: 'probing',
		probing: { story: { file: story.file, index: story.index }, probes, asked: 0 },
	};
}

/** Leaves a follow-up for the next one, or for the next question. */
export function probeAnswered({ probing, ...state }: PracticeState): PracticeState {
	if (state.phase !== 'probing' || !probing) return { ...state, ...(probing && { probing }) };
	const asked = probing.asked + 1;
	if (asked >= probing.probes.length) return { ...state, phase: 'next' };
	return { ...state, probing: { ...probing, asked } };
}
