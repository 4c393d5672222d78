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
import type { AskedQuestion, PracticeState } from '../protocol/practice.ts';

/** How many questions an interview asks unless somebody wants more: three quarters of an hour of them. */
const usualQuestions = 6;

export const initialState: PracticeState = {
	phase: 'start',
	choice: { from: 'due' },
	wanted: { questions: usualQuestions },
	passed: [],
	answered: 0,
};

/** What remains of a state when what it was about is over. */
function rested({ choice, wanted }: PracticeState): PracticeState {
	return { ...initialState, choice, wanted };
}

/** Back to where one chooses. */
export function stopped(state: PracticeState): PracticeState {
	return rested(state);
}

/** Begins to practise. */
export function begun(state: PracticeState, choice: PracticeChoice): PracticeState {
	return { ...rested(state), choice, phase: 'next' };
}

/** Begins a mock interview. */
export function interviewBegun(state: PracticeState, questions: readonly InterviewQuestion[]): PracticeState {
	return { ...rested(state), phase: 'next', interview: questions };
}

/** Which question of an interview is next, from 0 on; its number of questions where it is over. */
export function place({ interview = [], passed }: PracticeState): number {
	const open = interview.findIndex(({ question, rating }) => rating === undefined && !passed.includes(question));
	return open < 0 ? interview.length : open;
}

/** What comes next, with the story that is meant for it, or why nothing does. */
export type Next =
	| { readonly kind: 'question'; readonly question: BoardQuestion; readonly story?: StoryLocation }
	| Exclude<Draw, { kind: 'question' }>
	| { readonly kind: 'over' };

/** What comes next. An interview has its questions already, or none where its framework has none. */
export function nextOf(state: PracticeState, context: Omit<DrawContext, 'passed' | 'previous' | 'anyway'>): Next {
	const { choice, interview, passed, previous, anyway } = state;
	if (!interview)
		return drawQuestion(choice, {
			...context,
			passed: new Set(passed),
			...(previous !== undefined && { previous }),
			...(anyway && { anyway }),
		});
	for (const { question: id, story } of interview.slice(place(state))) {
		if (passed.includes(id)) continue;
		const question = context.questions.find((each) => each.id === id);
		// A framework file can lose a question in the middle of an interview.
		if (question) return { kind: 'question', question, ...(story && { story }) };
	}
	return { kind: interview.length === 0 ? 'none' : 'over' };
}

/** Ends an interview, whatever is left of it. */
export function ended(state: PracticeState): PracticeState {
	const { current: _, ...rest } = state;
	return { ...rest, phase: 'summary' };
}

/** Goes to what comes next, where that is a question or the end. */
export function gone(state: PracticeState, next: Next, now: number): PracticeState {
	// Somebody may have stopped before it came.
	if (state.phase !== 'next') return state;
	if (next.kind === 'over') return ended(state);
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

/** Shows the answer. */
export function shown(state: PracticeState, now: number): PracticeState {
	const { phase, current } = state;
	if (phase !== 'asking' || !current) return state;
	return {
		...state,
		phase: 'shown',
		current: { ...current, seconds: Math.max(0, Math.round((now - current.started) / 1000)) },
	};
}

/** Changes what somebody writes or chooses beside the question. */
export function withChange(
	state: PracticeState,
	change: Partial<Pick<AskedQuestion, 'notes' | 'keepsNotes' | 'told'>>,
): PracticeState {
	return state.current ? { ...state, current: { ...state.current, ...change } } : state;
}

/** Goes on where the story on the screen is gone. */
export function withoutStory(state: PracticeState): PracticeState {
	if (!state.current) return state;
	const { story: _, told: __, ...current } = state.current;
	return { ...state, current };
}

/** Goes on after an answer, or without one. */
export function goneOn({ current, ...state }: PracticeState, rating: Rating | undefined): PracticeState {
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
