import { nearestShare, nameDistance, normaliseName } from '../../framework/nearness.ts';
import type { FullLibraryStory } from '../../library/storyIndex.ts';
import type { AnsweringLibrary } from './answeringLibrary.ts';

/** The story that was named, or those that may have been meant, the likeliest first. */
export type NamedStory = { readonly story: FullLibraryStory } | { readonly meant: readonly FullLibraryStory[] };

/** The stories among which one is looked for. */
export interface NamedAmong extends Pick<AnsweringLibrary, 'stories' | 'placeOf'> {
	/** Those without tags. */
	readonly candidates?: readonly FullLibraryStory[];
}

/** As many as are read at a glance. */
const maxMeant = 5;

/**
 * Finds a story by what somebody calls it: its title in any case, its file where that holds no other, or a line of it
 * as in `stories/bank.md:12`.
 *
 * @param candidates whether those without tags count too
 */
export function storyNamed(library: NamedAmong, name: string, candidates = false): NamedStory {
	const stories = candidates ? [...library.stories, ...(library.candidates ?? [])] : library.stories;
	const byTitle = stories.filter(({ story }) => normaliseName(story.title) === normaliseName(name));
	const found = byTitle.length > 0 ? byTitle : inFile(library, stories, name);
	const [only, ...others] = found;
	if (only && others.length === 0) return { story: only };
	return { meant: (found.length > 0 ? found : near(stories, name)).slice(0, maxMeant) };
}

function inFile(library: NamedAmong, stories: readonly FullLibraryStory[], name: string): readonly FullLibraryStory[] {
	const whole = stories.filter(({ file }) => file === name);
	if (whole.length > 0) return whole;
	const [, path, digits] = /^(.+):(\d+)$/u.exec(name) ?? [];
	if (path === undefined) return [];
	const line = Number(digits);
	const ofFile = stories.filter(({ file }) => file === path);
	const before = ofFile.filter((entry) => library.placeOf(entry).line <= line);
	return before.length > 0 ? before.slice(-1) : ofFile.slice(0, 1);
}

function near(stories: readonly FullLibraryStory[], name: string): readonly FullLibraryStory[] {
	const wanted = normaliseName(name);
	return stories
		.map((entry) => ({ entry, distance: nameDistance(normaliseName(entry.story.title), wanted) }))
		.filter(({ distance }) => distance <= nearestShare)
		.toSorted((a, b) => a.distance - b.distance)
		.map(({ entry }) => entry);
}
