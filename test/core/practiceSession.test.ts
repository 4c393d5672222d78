import { expect } from 'chai';
import fc from 'fast-check';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { matrixStory } from '../../src/core/library/matrix/matrixStory.ts';
import { questionBoard } from '../../src/core/library/matrix/questionBoard.ts';
import { ratings } from '../../src/core/questions/practice/history.ts';
import { drawInterview } from '../../src/core/questions/practice/interview.ts';
import {
	started,
	interviewEnded,
	withNext,
	movedOn,
	initialState,
	interviewStarted,
	nextOf,
	interviewPosition,
	answerShown,
	stopped,
	withInput,
	withoutStory,
} from '../../src/pages/practice/session.ts';
import {
	practiceMessage,
	practiceRequest,
	type PracticeState,
	practiceState,
} from '../../src/pages/protocol/practice.ts';
import { toShownFramework } from '../../src/pages/protocol/story.ts';
import { bankStory } from './bankStories.ts';

const tags = ['mentorship', 'technical-influence', 'technical-initiative'];
const stories = tags.map((tag, index) =>
	matrixStory(bankStory({ title: tag, tags: [tag], strength: 4, file: `file:///${index}.md` })),
);
const questions = questionBoard(stories, [staff], undefined, Infinity);
const context = { questions, schedule: new Map(), now: 1000, today: 0 };

/** A step that a person can take, and the page then. */
type Step = (state: PracticeState) => PracticeState;
const drawNext: Step = (state) => withNext(state, nextOf(state, context), 5000);
const steps: fc.Arbitrary<Step> = fc.oneof(
	fc.constant(drawNext),
	fc.constant<Step>((state) => answerShown(state, 65_400)),
	fc
		.constantFrom(...ratings)
		.map<Step>(
			(rating) => (state) => (state.phase === 'shown' && state.current?.told ? movedOn(state, rating) : state),
		),
	fc.constant<Step>((state) =>
		state.phase === 'asking' || state.phase === 'shown' ? movedOn(state, undefined) : state,
	),
	fc.constant<Step>(withoutStory),
	fc.constant<Step>((state) => (state.interview ? interviewEnded(state) : state)),
	fc.constant<Step>((state) => withInput(state, { notes: 'Private', keepsNotes: true })),
);

describe('a round of practice', () => {
	it('is kept whatever somebody does, and its notes go with the question', () => {
		const beginnings = fc.constantFrom(
			started(initialState, { from: 'due' }),
			started(initialState, { from: 'weak' }),
			interviewStarted(initialState, drawInterview(questions, 4, 7)),
		);
		fc.assert(
			fc.property(beginnings, fc.array(steps, { maxLength: 30 }), (beginning, taken) => {
				let state = beginning;
				for (const step of taken) {
					const before = state;
					state = step(state);
					// What the editor kept is what the page has after a reload.
					expect(practiceState(JSON.parse(JSON.stringify(state)))).to.equal(true);
					expect(state.current !== undefined).to.equal(state.phase === 'asking' || state.phase === 'shown');
					if (state.current?.question !== before.current?.question)
						expect(state.current?.notes ?? '').to.equal('');
				}
				expect(stopped(state)).to.deep.equal({ ...initialState, choice: state.choice });
			}),
		);
	});

	it('of an interview without questions says that there are none', () => {
		expect(nextOf(interviewStarted(initialState, []), context)).to.deep.equal({ kind: 'none' });
	});

	it('of an interview asks each question once, and comes to an end', () => {
		let state = interviewStarted(initialState, drawInterview(questions, 4, 3));
		const asked: (string | undefined)[] = [];
		for (let round = 0; round < 4; round++) {
			expect(interviewPosition(state)).to.equal(round);
			state = answerShown(drawNext(state), 65_400);
			asked.push(state.current?.question);
			state = movedOn(state, state.current?.told ? 'good' : undefined);
		}
		expect([drawNext(state).phase, new Set(asked).size, state.answered]).to.deep.equal(['summary', 4, 3]);
		expect(state.interview?.filter(({ rating }) => rating === 'good').map(({ seconds }) => seconds)).to.deep.equal([
			60, 60, 60,
		]);
	});

	it('asks nothing any more of somebody who has stopped', () => {
		const starting = started(initialState, { from: 'due' });
		const next = nextOf(starting, context);
		expect(withNext(stopped(starting), next, 5000)).to.deep.equal(stopped(starting));
	});

	it('is not rated or timed twice', () => {
		const first = answerShown(drawNext(started(initialState, { from: 'due' })), 65_400);
		expect([first.current?.seconds, answerShown(first, 100_000).current?.seconds]).to.deep.equal([60, 60]);
	});
});

describe('the border between the host and practice', () => {
	const story = { file: 'file:///a.md', index: 0 };
	const rated = { form: 'rated', question: 'q', asked: 'Q?', rating: 'good', seconds: 90, story };
	const library = {
		form: 'library',
		scanned: true,
		hasFolder: true,
		kept: 'local',
		stories,
		frameworks: [toShownFramework(staff)],
		level: 'staff',
		length: '30',
	};
	const history = {
		form: 'history',
		schedule: [{ question: 'q', due: 5, times: 1, first: 1, last: 1, rating: 'hard' }],
		tellings: 1,
		setAside: [{ name: 'a', file: 'file:///a' }],
		newer: [],
	};

	it('lets through what either side sends', () => {
		for (const request of [
			{ form: 'ready' },
			{ form: 'answer', question: 'q' },
			{ form: 'answer', question: 'q', story },
			rated,
			{ ...rated, notes: 'n' },
			{ form: 'reset' },
		]) {
			expect(practiceRequest(request), JSON.stringify(request)).to.equal(true);
		}
		const practised = {
			...library,
			stories: stories.map((each) => ({ ...each, practice: { times: 1, last: 5, due: 6 } })),
		};
		for (const message of [
			library,
			practised,
			history,
			{ form: 'answer', question: 'q', notes: [], probes: [] },
			{ form: 'practise', choice: { from: 'story', story } },
		]) {
			expect(practiceMessage(message), JSON.stringify(message)).to.equal(true);
		}
	});

	it('stops everything else', () => {
		const wrong = [
			null,
			'ready',
			{ form: 'nonsense' },
			{ ...rated, rating: 'superb' },
			{ ...rated, seconds: -1 },
			{ ...rated, story: { file: 7, index: 0 } },
			{ ...rated, notes: 'n'.repeat(100_000) },
			{ ...rated, more: 1 },
			{ form: 'openFile' },
		];
		for (const request of wrong)
			expect(practiceRequest(request), JSON.stringify(request)?.slice(0, 100)).to.equal(false);
		for (const message of [
			{ ...library, stories: [{}] },
			{ ...history, schedule: [{ question: 'q' }] },
			{ form: 'practise', choice: { from: 'nowhere' } },
		])
			expect(practiceMessage(message)).to.equal(false);
		for (const state of [
			undefined,
			{},
			{ ...initialState, phase: 'elsewhere' },
			{ ...initialState, interview: [{}] },
		])
			expect(practiceState(state)).to.equal(false);
	});
});
