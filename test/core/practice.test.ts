import fc from 'fast-check';
import { expect } from 'chai';
import { amazonLp } from '../../src/core/framework/built-in/amazonLp.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { type MatrixStory, matrixStory, practiceText } from '../../src/core/library/matrix/matrixStory.ts';
import { questionBoard } from '../../src/core/library/matrix/questionBoard.ts';
import { storyKey } from '../../src/core/library/storyIndex.ts';
import {
	type DrawContext,
	drawQuestion,
	newADay,
	storiesAnswering,
} from '../../src/core/questions/practice/drawQuestion.ts';
import { type Rating, ratings, type Telling } from '../../src/core/questions/practice/history.ts';
import {
	askableIn,
	drawInterview,
	type InterviewRound,
	interviewSummary,
	maxQuestions,
} from '../../src/core/questions/practice/interview.ts';
import { outlookOf, type ScheduledQuestion, scheduleOf } from '../../src/core/questions/practice/schedule.ts';
import { practiceOfStories } from '../../src/core/questions/practice/storyPractice.ts';
import { daysBetween, localDay, startOfDay } from '../../src/core/text/day.ts';
import { daysUntil, minutesUntil } from '../../src/pages/practice/waiting.ts';
import { bankStory } from './bankStories.ts';
import { propertyRuns } from './propertyRuns.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const start = Date.UTC(2026, 10, 25, 9);
const everything = staff.competencies.map(({ id }) => id);

let count = 0;
function telling(rating: Rating, at: number, question = 'q', story?: Telling['story']): Telling {
	return { id: String(++count), at, question, asked: question, rating, ...(story && { story }) };
}

function board(stories: readonly MatrixStory[], lens?: string) {
	return questionBoard(stories, [staff, amazonLp], lens, Infinity);
}

function storyOf(title: string, tags: readonly string[], more: object = {}): MatrixStory {
	return matrixStory(bankStory({ title, tags, strength: 4, file: `file:///${title}.md`, ...more }));
}

const tellings: fc.Arbitrary<readonly Telling[]> = fc.array(
	fc
		.record({
			rating: fc.constantFrom(...ratings),
			at: fc.integer({ min: start, max: start + 400 * day }),
			question: fc.constantFrom('a', 'b', 'c'),
		})
		.map(({ rating, at, question }) => telling(rating, at, question)),
	{ maxLength: 40 },
);

describe('the schedule', () => {
	it('asks again today what did not come, and on a later day what did, the later the easier it was', () => {
		const dueAfter = (rating: Rating) => (scheduleOf([telling(rating, start)])[0]?.due ?? 0) - start;
		expect(dueAfter('again')).to.equal(10 * minute);
		expect(dueAfter('hard')).to.equal(15 * minute);
		expect(dueAfter('good')).to.be.within(day, 4 * day);
		expect(dueAfter('easy')).to.be.greaterThan(dueAfter('good'));
	});

	it('lets a question rest longer each time it goes well, but never for more than a quarter', () => {
		const told: Telling[] = [telling('good', start)];
		let rest = 0;
		for (let round = 0; round < 12; round++) {
			const due = scheduleOf(told)[0]?.due ?? 0;
			const next = due - (told.at(-1)?.at ?? 0);
			// The grades are kept a day apart from each other, beyond the limit too.
			expect(next).to.be.within(rest, 92 * day);
			rest = next;
			told.push(telling('good', due));
		}
		expect(rest).to.be.at.least(90 * day);
	});

	it('is the same in whatever order the tellings come, and due after the last of them', () => {
		fc.assert(
			fc.property(tellings, (told) => {
				const schedule = scheduleOf(told);
				expect(scheduleOf(told.toReversed())).to.deep.equal(schedule);
				expect(schedule.reduce((sum, { times }) => sum + times, 0)).to.equal(told.length);
				for (const { due, first, last } of schedule)
					expect([first <= last, last < due]).to.deep.equal([true, true]);
			}),
		);
	});

	it('says beforehand what each rating would do', () => {
		fc.assert(
			fc.property(tellings, fc.constantFrom(...ratings), (told, rating) => {
				const now = start + 500 * day;
				const after = scheduleOf([...told, telling(rating, now, 'a')]).find(({ question }) => question === 'a');
				const outlook = outlookOf(told, 'a', now);
				expect(outlook[rating]).to.equal(after?.due);
				expect(outlook.again < outlook.good && outlook.good <= outlook.easy).to.equal(true);
			}),
		);
	});
});

describe('what is due on a day', () => {
	const zone = process.env['TZ'];
	afterEach(() => {
		if (zone === undefined) delete process.env['TZ'];
		else process.env['TZ'] = zone;
	});

	/** Days around which clocks are put forward and back, one of them at midnight. */
	const zones: readonly (readonly [zone: string, at: number])[] = [
		['UTC', start],
		['Europe/Berlin', Date.UTC(2026, 2, 27, 20)],
		['Europe/Berlin', Date.UTC(2026, 9, 23, 21, 30)],
		['America/New_York', Date.UTC(2026, 9, 31, 3, 30)],
		['Asia/Beirut', Date.UTC(2026, 2, 27, 22)],
		['Pacific/Apia', Date.UTC(2026, 5, 1, 9, 59)],
	];
	for (const [name, at] of zones) {
		it(`is due from its midnight on in ${name}, at ${new Date(at).toISOString()}, over any change of clocks`, () => {
			process.env['TZ'] = name;
			const hours = fc.integer({ min: 0, max: 48 });
			fc.assert(
				fc.property(hours, fc.constantFrom('good', 'easy'), (later, rating) => {
					const told = telling(rating, at + later * 60 * minute);
					const [{ due } = { due: 0 }] = scheduleOf([told]);
					const named = localDay(new Date(due));
					expect(practiceText({ times: 1, last: told.at, due }, told.at)).to.contain(`due on ${named}`);
					expect(localDay(new Date(due - 1)) < named).to.equal(true);
					const days = daysBetween(told.at, due);
					expect(days).to.be.within(1, 90);
					expect(outlookOf([], 'q', told.at)[rating]).to.equal(due);
					expect(daysUntil(due, told.at)).to.equal(days);
					// By the clock of the wall it is as many days, whatever hours they have.
					expect(due).to.equal(startOfDay(told.at, days));
				}),
				{ numRuns: propertyRuns(100) },
			);
		});
	}

	it('is told in minutes where it is due today', () => {
		const due = scheduleOf([telling('again', start)])[0]?.due ?? 0;
		expect(daysUntil(due, start)).to.equal(undefined);
		expect(minutesUntil(due, start)).to.equal(10);
		expect(minutesUntil(start, due)).to.equal(1);
	});
});

describe('the next question', () => {
	const context = (
		stories: readonly MatrixStory[],
		schedule: readonly ScheduledQuestion[] = [],
		more: Partial<DrawContext> = {},
	): DrawContext => ({
		questions: board(stories),
		schedule: new Map(schedule.map((each) => [each.question, each])),
		now: start,
		today: start - 9 * 60 * minute,
		passed: new Set(),
		...more,
	});
	const library = [storyOf('One', ['mentorship']), storyOf('Two', ['technical-influence', 'technical-initiative'])];
	const scheduled = (question: string, due: number, rating: Rating = 'good', first = 0): ScheduledQuestion => ({
		question,
		due,
		times: 1,
		first,
		last: 0,
		rating,
	});
	const questionsOf = (id: string) =>
		board(library)
			.filter(({ competencies }) => competencies[0]?.id === id)
			.map((each) => each.id);

	it('is the one that is longest due, with the story to tell first', () => {
		const [one = '', other = ''] = questionsOf('mentorship');
		const draw = drawQuestion(
			{ from: 'due' },
			context(library, [scheduled(one, start - 1), scheduled(other, start - day)]),
		);
		expect(draw.kind === 'question' && [draw.question.id, draw.story?.story.title]).to.deep.equal([other, 'One']);
	});

	it('is a new one where none is due, of what was practised least, until there were enough of them today', () => {
		const seen: ScheduledQuestion[] = [];
		const competencies: (string | undefined)[] = [];
		for (let round = 0; round < newADay; round++) {
			const draw = drawQuestion({ from: 'due' }, context(library, seen));
			if (draw.kind !== 'question') throw new Error(draw.kind);
			competencies.push(draw.question.competencies[0]?.id);
			seen.push(scheduled(draw.question.id, start + (round + 1) * day, 'good', start));
		}
		expect(new Set(competencies.slice(0, 3)).size).to.equal(3);
		const last = { ...context(library, seen), previous: seen.at(-1)?.question ?? '' };
		expect(drawQuestion({ from: 'due' }, last)).to.deep.equal({ kind: 'notDue', next: start + day });
		expect(drawQuestion({ from: 'due' }, { ...last, anyway: true }).kind).to.equal('question');
		expect(
			drawQuestion({ from: 'due' }, { ...last, now: start + day, today: start + 15 * 60 * minute }).kind,
		).to.equal('question');
	});

	it('is never one without a story where nobody asked for those, and is not asked twice where somebody did', () => {
		expect(drawQuestion({ from: 'due' }, context([])).kind).to.equal('none');
		const passed = new Set<string>();
		for (;;) {
			const draw = drawQuestion(
				{ from: 'competency', competency: 'cross-team-alignment' },
				context(library, [], { passed }),
			);
			if (draw.kind !== 'question') {
				expect(draw.kind).to.equal('finished');
				break;
			}
			expect([draw.story, passed.has(draw.question.id)]).to.deep.equal([undefined, false]);
			passed.add(draw.question.id);
		}
		expect(passed.size).to.be.greaterThan(5);
	});

	it('is one that went badly, the worst first, until none did', () => {
		const [one = '', other = '', third = ''] = questionsOf('mentorship');
		const schedule = [
			scheduled(one, start + day, 'hard'),
			scheduled(other, start + day, 'again'),
			scheduled(third, start - day, 'good'),
		];
		const draw = drawQuestion({ from: 'weak' }, context(library, schedule));
		expect(draw.kind === 'question' && draw.question.id).to.equal(other);
		expect(drawQuestion({ from: 'weak' }, context(library, schedule.slice(2))).kind).to.equal('notWeak');
	});

	it('is never about a story of which nothing is told yet', () => {
		const fresh = storyOf('Fresh', ['mentorship'], { filled: [] });
		expect(drawQuestion({ from: 'due' }, context([fresh])).kind).to.equal('none');
		const draw = drawQuestion({ from: 'competency', competency: 'mentorship' }, context([fresh]));
		expect(draw.kind === 'question' && draw.story).to.equal(undefined);
	});

	it('is about the story that was asked for, also where others come before it', () => {
		const crowd = Array.from({ length: 8 }, (_, index) =>
			storyOf(`Better ${index}`, ['mentorship'], { strength: 5 }),
		);
		const wanted = storyOf('Wanted', ['technical-initiative', 'mentorship'], { strength: 1 });
		const draw = drawQuestion({ from: 'story', story: wanted }, context([...crowd, wanted]));
		expect(draw.kind === 'question' && draw.story?.story.title).to.equal('Wanted');
		expect(drawQuestion({ from: 'story', story: { file: 'gone', index: 0 } }, context(crowd)).kind).to.equal(
			'none',
		);
	});

	it('is the same for the same history, does not follow itself, and is of the choice', () => {
		const ids = board(library).map(({ id }) => id);
		const schedules = fc.uniqueArray(
			fc.record({
				question: fc.constantFrom(...ids),
				due: fc.integer({ min: start - day, max: start + day }),
				rating: fc.constantFrom(...ratings),
			}),
			{ selector: ({ question }) => question },
		);
		fc.assert(
			fc.property(
				schedules,
				fc.constantFrom(...everything),
				fc.constantFrom(...ids),
				(list, competency, previous) => {
					const schedule = list.map(({ question, due, rating }) => scheduled(question, due, rating));
					const draw = drawQuestion(
						{ from: 'competency', competency },
						context(library, schedule, { previous }),
					);
					expect(
						drawQuestion(
							{ from: 'competency', competency },
							context(library, schedule.toReversed().toReversed(), { previous }),
						),
					).to.deep.equal(draw);
					if (draw.kind !== 'question') throw new Error(draw.kind);
					expect(draw.question.id).not.to.equal(previous);
					expect(draw.question.competencies.map(({ id }) => id)).to.include(competency);
				},
			),
		);
	});
});

describe('a mock interview', () => {
	const banks = fc
		.array(fc.uniqueArray(fc.constantFrom(...everything), { minLength: 1, maxLength: 3 }), { maxLength: 7 })
		.map((tags) => tags.map((each, index) => storyOf(`Story ${index}`, each)));

	it('asks as many questions as are wanted, of every competency in turn, tells no story twice, and leaves none out', () => {
		fc.assert(
			fc.property(banks, fc.integer({ min: 1, max: 20 }), fc.nat(), fc.nat(99), (stories, wanted, seed, some) => {
				const questions = board(stories, staff.id).slice(0, some);
				const probed = new Set(questions.flatMap(({ competencies }) => competencies.map(({ id }) => id)));
				const drawn = drawInterview(questions, wanted, seed);
				expect(drawInterview(questions, wanted, seed)).to.deep.equal(drawn);
				expect(drawn).to.have.length(Math.min(wanted, maxQuestions, askableIn(questions)));
				for (const { question, competency } of drawn)
					expect(questions.find(({ id }) => id === question)?.competencies.map(({ id }) => id)).to.include(
						competency,
					);
				const first = drawn.slice(0, probed.size).map(({ competency }) => competency);
				// A question that probes several competencies can be the only one of another.
				if (some > 90) expect(new Set(first).size).to.equal(first.length);
				expect(new Set(drawn.map(({ question }) => question)).size).to.equal(drawn.length);
				const told = drawn.flatMap(({ story }) => (story ? [storyKey(story)] : []));
				expect(new Set(told).size).to.equal(told.length);
				const answers = drawn.map(({ question }) =>
					storiesAnswering(questions.find(({ id }) => id === question) as (typeof questions)[number]).map(
						storyKey,
					),
				);
				for (const [index, { story }] of drawn.entries())
					if (story) expect(answers[index]).to.include(storyKey(story));
				expect(told.length).to.equal(mostTold(answers, new Set()));
			}),
			{ numRuns: propertyRuns(200) },
		);
	});

	it('differs with the seed', () => {
		const questions = board([storyOf('One', everything)], amazonLp.id);
		const interviews = Array.from({ length: 10 }, (_, seed) => JSON.stringify(drawInterview(questions, 5, seed)));
		expect(new Set(interviews).size).to.be.greaterThan(8);
	});

	it('is summed up: every question in one place, and what was told too often', () => {
		const place = { file: 'a', index: 0 };
		const rounds: InterviewRound[] = [
			{ question: '1', competency: 'a', story: place, rating: 'good', told: place },
			{ question: '2', competency: 'b', story: { file: 'b', index: 0 }, rating: 'again', told: place },
			{ question: '3', competency: 'c' },
			{ question: '4', competency: 'd', story: { file: 'd', index: 0 } },
		];
		const { well, shaky, missing, skipped, overused } = interviewSummary(rounds);
		expect([well, shaky, missing, skipped].map((list) => list.map(({ question }) => question))).to.deep.equal([
			['1'],
			['2'],
			['3'],
			['4'],
		]);
		expect(overused).to.deep.equal([{ story: place, times: 2 }]);
	});
});

describe('what is known of a story', () => {
	it('is how often it was told, when, and when it is due, also after it was renamed or moved', () => {
		const told = [
			telling('good', start, 'a', { file: 'file:///One.md', title: 'Before it was renamed' }),
			telling('again', start + day, 'b', { file: 'file:///elsewhere.md', title: 'One' }),
			telling('good', start, 'c', { file: 'file:///nowhere.md', title: 'Nobody knows it' }),
		];
		const practices = practiceOfStories(inBank([storyOf('One', []), storyOf('Two', [])]), told, scheduleOf(told));
		expect([...practices]).to.deep.equal([
			['file:///One.md#0', { times: 2, last: start + day, due: start + day + 10 * minute }],
		]);
	});

	it('is not what was told of another story of a bank that has been split', () => {
		const told = [
			telling('good', start, 'a', { file: 'file:///bank.md', title: 'Left', fromBank: true }),
			telling('good', start, 'b', { file: 'file:///bank.md', title: 'Gone', fromBank: true }),
			// Told before it was known of a telling whether its file held others.
			telling('good', start, 'c', { file: 'file:///bank.md', title: 'Left' }),
		];
		const stays = storyOf('Stays', [], { file: 'file:///bank.md' });
		const left = storyOf('Left', [], { file: 'file:///left.md' });
		expect(
			[...practiceOfStories(inBank([stays, left]), told, [])].map(([key, { times }]) => [key, times]),
		).to.deep.equal([['file:///left.md#0', 2]]);
		const twins = ['one', 'two'].map((name) => storyOf('Left', [], { file: `file:///${name}.md` }));
		expect(practiceOfStories(inBank([stays, ...twins]), told, []).size).to.equal(0);
		// Of a file with one story, that is the story under another title.
		const renamed = storyOf('Renamed', [], { file: 'file:///bank.md' });
		expect(practiceOfStories(inBank([renamed]), told.slice(2), []).get('file:///bank.md#0')?.times).to.equal(1);
	});

	it('is not guessed where several could be meant', () => {
		const twins = [0, 1].map((index) => storyOf('Twin', [], { index, file: `file:///${index}.md` }));
		expect(
			practiceOfStories(
				inBank(twins),
				[telling('good', start, 'a', { file: 'file:///gone.md', title: 'Twin' })],
				[],
			).size,
		).to.equal(0);
	});
});

function inBank(stories: readonly ReturnType<typeof storyOf>[]) {
	return { stories: () => stories, taggedOf: (file: string) => stories.filter((each) => each.file === file) };
}

/** The most questions that can have a story of their own, by trying all ways. */
function mostTold(answers: readonly (readonly string[])[], used: ReadonlySet<string>): number {
	const [first, ...rest] = answers;
	if (!first) return 0;
	return Math.max(
		mostTold(rest, used),
		...first.filter((story) => !used.has(story)).map((story) => 1 + mostTold(rest, new Set([...used, story]))),
	);
}
