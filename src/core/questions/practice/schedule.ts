import { type Card, createEmptyCard, fsrs, type Grade, Rating as Grades } from 'ts-fsrs';
import { compareTellings, type Rating, type Telling, type PractisedStory } from './history.ts';
import type { StoryPractice } from '../../library/matrix/matrixStory.ts';
import { storyKey } from '../../library/storyIndex.ts';

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
 * Says of each question that was answered when it is due again, in the order in which they were first asked.
 *
 * @param tellings in any order
 */
export function scheduleOf(tellings: readonly Telling[]): readonly ScheduledQuestion[] {
	return [...byQuestion(tellings)].map(([question, own]) => {
		const last = own.at(-1) as Telling;
		return {
			question,
			due: cardAfter(own).due.getTime(),
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
	const dueAfter = (rating: Rating) => scheduler.next(card, momentOf(card, now), grades[rating]).card.due.getTime();
	return { again: dueAfter('again'), hard: dueAfter('hard'), good: dueAfter('good'), easy: dueAfter('easy') };
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

interface NamedStory {
	readonly file: string;
	readonly index: number;
	readonly story: { readonly title: string };
}

/** The stories that may have been practised, as an index has them. */
interface NamedStories {
	stories(): readonly NamedStory[];
	taggedOf(file: string): readonly NamedStory[];
}

/**
 * Says of the stories that were practised how often, when, and when they are due; by their keys. A telling belongs to
 * the story of that title in its file; else to the only story of the file, whose title has changed; else to the only
 * story of that title, which has moved.
 */
export function practiceOfStories(
	library: NamedStories,
	tellings: readonly Telling[],
	schedule: readonly ScheduledQuestion[],
): ReadonlyMap<string, StoryPractice> {
	const keys = keysOf(library);
	const practices = new Map<string, StoryPractice>();
	const lastTold = new Map<string, string>();
	for (const { at, question, story } of tellings) {
		const key = story && keys(story);
		if (key === undefined) continue;
		const known = practices.get(key);
		practices.set(key, { times: (known?.times ?? 0) + 1, last: Math.max(known?.last ?? 0, at) });
		lastTold.set(question, key);
	}
	for (const { question, due } of schedule) {
		const key = lastTold.get(question);
		const known = key === undefined ? undefined : practices.get(key);
		if (key !== undefined && known) practices.set(key, { ...known, due: Math.min(known.due ?? due, due) });
	}
	return practices;
}

/** Finds the key of the story that a telling names. */
function keysOf(library: NamedStories): (practised: PractisedStory) => string | undefined {
	let moved: ReadonlyMap<string, NamedStory | undefined> | undefined;
	return ({ file, title }) => {
		const inFile = library.taggedOf(file);
		const found =
			inFile.find(({ story }) => story.title === title) ??
			only(inFile) ??
			(moved ??= onlyOnes(library.stories())).get(title);
		return found && storyKey(found);
	};
}

/** The stories by their titles; undefined where several have the same. */
function onlyOnes(stories: readonly NamedStory[]): ReadonlyMap<string, NamedStory | undefined> {
	const known = new Map<string, NamedStory | undefined>();
	for (const each of stories) known.set(each.story.title, known.has(each.story.title) ? undefined : each);
	return known;
}

function only<T>(items: readonly T[]): T | undefined {
	return items.length === 1 ? items[0] : undefined;
}
