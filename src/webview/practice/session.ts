import type { StoryLocation } from '../../core/bank/storyLocation.ts';
import { type DrawContext, type Draw, drawQuestion } from '../../core/practice/drawQuestion.ts';
import type { PracticeChoice } from '../../core/practice/choice.ts';
import type { InterviewQuestion } from '../../core/practice/interview.ts';
import type { InterviewRound } from '../../core/practice/interviewSummary.ts';
import type { Rating } from '../../core/practice/telling.ts';
import type { PracticeState } from '../protocol/practice.ts';

/** How many questions an interview asks unless somebody wants more: three quarters of an hour of them. */
const usualQuestions = 6;

export const initialState: PracticeState = { phase: 'start', choice: { from: 'due' }, wanted: { questions: usualQuestions }, passed: [], answered: 0 };

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

/** What comes next. An interview has its questions already, or none where its framework has none. */
export function nextOf(state: PracticeState, context: Omit<DrawContext, 'passed' | 'previous' | 'anyway'>): Draw | { readonly kind: 'over' } {
	const { choice, interview, passed, previous, anyway } = state;
	if (!interview) return drawQuestion(choice, { ...context, passed: new Set(passed), ...(previous !== undefined && { previous }), ...(anyway && { anyway }) });
	for (const { question: id } of interview.slice(place(state))) {
		if (passed.includes(id)) continue;
		const question = context.questions.find((each) => each.id === id);
		// A framework file can lose a question in the middle of an interview.
		if (question) return { kind: 'question', question };
	}
	return { kind: interview.length === 0 ? 'none' : 'over' };
}

/** Asks a question. */
export function asking(state: PracticeState, question: string, story: StoryLocation | undefined, now: number): PracticeState {
	const { notes: _, keepsNotes: __, seconds: ___, told: ____, story: _____, ...rest } = state;
	return { ...rest, phase: 'asking', question, started: now, ...(story && { story, told: story }) };
}

/** Shows the answer. */
export function shown(state: PracticeState, now: number): PracticeState {
	return state.phase === 'asking' ? { ...state, phase: 'shown', seconds: Math.max(0, Math.round((now - (state.started ?? now)) / 1000)) } : state;
}

/** Goes on where the story on the screen is gone. */
export function withoutStory(state: PracticeState): PracticeState {
	const { story: _, told: __, ...rest } = state;
	return rest;
}

/** Goes on after an answer, or without one. */
export function goneOn(state: PracticeState, rating: Rating | undefined): PracticeState {
	const { question, told, seconds, interview } = state;
	const round = (each: InterviewRound): InterviewRound =>
		each.question === question && rating !== undefined ? { ...each, rating, ...(told && { told }), ...(seconds !== undefined && { seconds }) } : each;
	const { notes: _, keepsNotes: __, question: ___, story: ____, told: _____, started: ______, seconds: _______, ...rest } = state;
	return {
		...rest,
		phase: 'next',
		passed: rating === undefined && question !== undefined ? [...state.passed, question] : state.passed,
		answered: state.answered + (rating === undefined ? 0 : 1),
		...(question !== undefined && { previous: question }),
		...(interview && { interview: interview.map(round) }),
	};
}
