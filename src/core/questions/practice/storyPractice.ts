import type { StoryPractice } from '../../library/matrix/matrixStory.ts';
import { storyKey } from '../../library/storyIndex.ts';
import { type PractisedStory, type Telling, withoutProbes } from './history.ts';
import type { ScheduledQuestion } from './schedule.ts';

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
 * the story of that title in its file; else to the only story of that title, which has moved; else, where no story has
 * that title, to the only story of the file, whose title has changed, unless the file held others when it was told.
 */
export function practiceOfStories(
	library: NamedStories,
	tellings: readonly Telling[],
	schedule: readonly ScheduledQuestion[],
): ReadonlyMap<string, StoryPractice> {
	const keys = keysOf(library);
	const practices = new Map<string, StoryPractice>();
	const lastTold = new Map<string, string>();
	for (const { at, question, story } of withoutProbes(tellings)) {
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

/** The tellings of one story, and the answers to follow-ups after them, in their order. */
export function tellingsOf(
	library: NamedStories,
	entry: Pick<NamedStory, 'file' | 'index'>,
	tellings: readonly Telling[],
): readonly Telling[] {
	const keys = keysOf(library);
	const wanted = storyKey(entry);
	return tellings.filter(({ story }) => story && keys(story) === wanted);
}

/** Finds the key of the story that a telling names. */
function keysOf(library: NamedStories): (practised: PractisedStory) => string | undefined {
	let titled: ReadonlyMap<string, NamedStory | undefined> | undefined;
	return ({ file, title, fromBank }) => {
		const inFile = library.taggedOf(file);
		titled ??= onlyOnes(library.stories());
		const found =
			inFile.find(({ story }) => story.title === title) ??
			(titled.has(title) ? titled.get(title) : fromBank ? undefined : only(inFile));
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
