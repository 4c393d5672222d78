import { type Card, createEmptyCard, fsrs, type Grade, Rating as Grades } from 'ts-fsrs';
import { startOfDay } from '../../text/day.ts';
import { compareTellings, type Rating, type Telling, withoutProbes } from './history.ts';

/** When a question is to be asked again. Times are in milliseconds since 1970. */
export interface ScheduledQuestion {
	/** Its id. */
	readonly question: string;
	readonly due: number;
	/** How often it was answered. */
	readonly times: number;
	readonly first: number;
	readonly last: number;
	/** How it went the last time. */
	readonly rating: Rating;
}

/** Nobody prepares for a year: what is known well still comes back within a quarter, in days. */
const maxInterval = 90;

/**
 * FSRS with its own weights and a recall of nine in ten. What did not come at all is asked once more ten minutes later,
 * what came hard for the first time a quarter of an hour later, and what came on another day. No chance in it: the same
 * tellings give the same days.
 */
const scheduler = fsrs({
	enable_fuzz: false,
	learning_steps: ['10m'],
	relearning_steps: ['10m'],
	maximum_interval: maxInterval,
});

const grades: Readonly<Record<Rating, Grade>> = {
	again: Grades.Again,
	hard: Grades.Hard,
	good: Grades.Good,
	easy: Grades.Easy,
};

/**
 * Says of each question that was answered with a story when it is due again, in the order in which they were first
 * asked.
 *
 * @param tellings in any order
 */
export function scheduleOf(tellings: readonly Telling[]): readonly ScheduledQuestion[] {
	return [...byQuestion(withoutProbes(tellings))].map(([question, own]) => {
		const last = own.at(-1) as Telling;
		return {
			question,
			due: dueOf(cardAfter(own)),
			times: own.length,
			first: (own[0] as Telling).at,
			last: last.at,
			rating: last.rating,
		};
	});
}

/**
 * When a question would be due after each rating.
 *
 * @param tellings of any questions
 * @param now when it is rated, in milliseconds since 1970
 */
export function outlookOf(
	tellings: readonly Telling[],
	question: string,
	now: number,
): Readonly<Record<Rating, number>> {
	const card = cardAfter(byQuestion(tellings).get(question) ?? []);
	const dueAfter = (rating: Rating) => dueOf(scheduler.next(card, momentOf(card, now), grades[rating]).card);
	return { again: dueAfter('again'), hard: dueAfter('hard'), good: dueAfter('good'), easy: dueAfter('easy') };
}

/** What is due on a later day is due all of that day, where its author is, whatever hour it was last told at. */
function dueOf({ due, scheduled_days: days, last_review: last }: Card): number {
	return last && days >= 1 ? startOfDay(last.getTime(), days) : due.getTime();
}

function byQuestion(tellings: readonly Telling[]): ReadonlyMap<string, readonly Telling[]> {
	const questions = new Map<string, Telling[]>();
	for (const telling of tellings.toSorted(compareTellings)) {
		const own = questions.get(telling.question);
		if (own) own.push(telling);
		else questions.set(telling.question, [telling]);
	}
	return questions;
}

function cardAfter(tellings: readonly Telling[]): Card {
	let card = createEmptyCard(new Date(tellings[0]?.at ?? 0));
	for (const { at, rating } of tellings) card = scheduler.next(card, momentOf(card, at), grades[rating]).card;
	return card;
}

/** A clock that was put back must not make a telling earlier than the one before it. */
function momentOf({ last_review: last }: Card, at: number): Date {
	return new Date(Math.max(at, last?.getTime() ?? at));
}
