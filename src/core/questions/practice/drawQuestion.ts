import type { MatrixStory } from '../../library/matrix/matrixStory.ts';
import type { BoardQuestion } from '../../library/matrix/questionBoard.ts';
import { storyKey, type StoryLocation } from '../../library/storyIndex.ts';
import { wentBadly } from './history.ts';
import type { ScheduledQuestion } from './schedule.ts';

/** Which questions to practise. */
export type PracticeChoice =
	/** Those that are due, and a few new ones a day. */
	| { readonly from: 'due' }
	/** Those that went badly the last time. */
	| { readonly from: 'weak' }
	| { readonly from: 'competency'; /** Its id. */ readonly competency: string }
	/** Those of one framework. */
	| { readonly from: 'lens'; /** Its id. */ readonly lens: string }
	/** Those that a story answers. */
	| { readonly from: 'story'; readonly story: StoryLocation };

/** What the next question is drawn from. */
export interface DrawContext {
	/** The questions of all frameworks; those of the lens where one is chosen. */
	readonly questions: readonly BoardQuestion[];
	/** By the questions' ids. */
	readonly schedule: ReadonlyMap<string, ScheduledQuestion>;
	/** In milliseconds since 1970, as is the beginning of today. */
	readonly now: number;
	readonly today: number;
	/** Questions not to ask again in this round: without a story they would come back at once. */
	readonly passed: ReadonlySet<string>;
	/** The question that was asked last: it does not follow itself where there is another. */
	readonly previous?: string;
	/** Go on where nothing is due. */
	readonly anyway?: boolean;
}

/** What is asked next, or why nothing is. */
export type Draw =
	| { readonly kind: 'question'; readonly question: BoardQuestion; readonly story?: MatrixStory }
	/** The choice has no questions at all. */
	| { readonly kind: 'none' }
	/** Every question left in this round has no story to answer it. */
	| { readonly kind: 'finished' }
	/** Nothing went badly. */
	| { readonly kind: 'notWeak' }
	/** Nothing is due before `next`, in milliseconds since 1970; undefined where nothing ever will be by itself. */
	| { readonly kind: 'notDue'; readonly next: number | undefined };

/** So many questions a day are met for the first time by whoever practises what is due: as many as an interview asks. */
export const newADay = 5;

/** Draws the next question. The same context gives the same one. */
export function drawQuestion(choice: PracticeChoice, context: DrawContext): Draw {
	const { schedule, now, passed, anyway } = context;
	const pool = poolOf(choice, context.questions);
	if (pool.length === 0) return { kind: 'none' };
	const open = pool.filter(({ id }) => !passed.has(id));
	const known = open.flatMap((question) => {
		const scheduled = schedule.get(question.id);
		return scheduled ? [{ question, scheduled }] : [];
	});
	if (choice.from === 'weak') {
		const weak = known.filter(({ scheduled: { rating } }) => wentBadly(rating));
		const order = weak.toSorted(
			(a, b) =>
				Number(a.scheduled.rating === 'hard') - Number(b.scheduled.rating === 'hard') ||
				a.scheduled.last - b.scheduled.last,
		);
		return (
			drawn(
				order.map(({ question }) => question),
				choice,
				context,
			) ?? { kind: 'notWeak' }
		);
	}
	const byDue = known.toSorted((a, b) => a.scheduled.due - b.scheduled.due);
	const due = byDue.filter(({ scheduled }) => scheduled.due <= now).map(({ question }) => question);
	const fresh = leastPractisedFirst(open, context);
	if (choice.from === 'due' && !anyway) {
		const next = byDue.find(({ scheduled }) => scheduled.due > now)?.scheduled.due;
		return (
			drawn(
				[...due, ...(newToday(schedule.values(), context.today) < newADay ? fresh : [])],
				choice,
				context,
			) ?? { kind: 'notDue', next }
		);
	}
	const ahead = byDue.filter(({ scheduled }) => scheduled.due > now).map(({ question }) => question);
	return drawn([...due, ...fresh, ...ahead], choice, context) ?? { kind: 'finished' };
}

/** How many questions were met for the first time since the beginning of the day. */
export function newToday(schedule: Iterable<ScheduledQuestion>, today: number): number {
	return [...schedule].filter(({ first }) => first >= today).length;
}

/** The stories that answer a question, the one to tell first in front; none of which nothing is told yet. */
export function storiesAnswering({ answers, candidates }: BoardQuestion): readonly MatrixStory[] {
	return [...answers, ...candidates].filter(({ story }) => story.filled.length > 0);
}

function poolOf(choice: PracticeChoice, questions: readonly BoardQuestion[]): readonly BoardQuestion[] {
	switch (choice.from) {
		case 'due':
		case 'weak':
			return questions.filter((question) => storiesAnswering(question).length > 0);
		case 'lens':
			// An author's own questions belong to no framework.
			return questions.filter(({ competencies }) => competencies.length > 0);
		case 'competency':
			return questions.filter(({ competencies }) => competencies.some(({ id }) => id === choice.competency));
		case 'story': {
			const key = storyKey(choice.story);
			return questions.filter((question) => storiesAnswering(question).some((entry) => storyKey(entry) === key));
		}
	}
}

/** Questions that were never asked: of what was practised least first, and those without a story last. */
function leastPractisedFirst(
	open: readonly BoardQuestion[],
	{ questions, schedule }: DrawContext,
): readonly BoardQuestion[] {
	const practised = new Map<string, number>();
	for (const { id, competencies } of questions) {
		for (const competency of competencies)
			practised.set(competency.id, (practised.get(competency.id) ?? 0) + (schedule.has(id) ? 1 : 0));
	}
	const practice = ({ competencies: [first] }: BoardQuestion) => (first ? (practised.get(first.id) ?? 0) : 0);
	const isMissing = (question: BoardQuestion) => storiesAnswering(question).length === 0;
	return open
		.filter(({ id }) => !schedule.has(id))
		.toSorted((a, b) => Number(isMissing(a)) - Number(isMissing(b)) || practice(a) - practice(b));
}

function drawn(order: readonly BoardQuestion[], choice: PracticeChoice, { previous }: DrawContext): Draw | undefined {
	const question = order.find(({ id }) => id !== previous) ?? order[0];
	if (!question) return undefined;
	const wanted = choice.from === 'story' ? storyKey(choice.story) : undefined;
	const stories = storiesAnswering(question);
	const story = stories.find((entry) => storyKey(entry) === wanted) ?? stories[0];
	return { kind: 'question', question, ...(story && { story }) };
}
