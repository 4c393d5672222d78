import type { FullLibraryStory } from '../../library/storyIndex.ts';
import { type StoryContent, storyContent } from '../reportStory.ts';
import type { AnsweringLibrary, StoryPlaceInFile } from './answeringLibrary.ts';

/** Version of the form of {@link CardResult}: it grows by one when something a reader relies on changes. */
export const cardVersion = 1;

/** The cue card of a story, as other programs read it. Plain data. */
export interface CardResult extends StoryPlaceInFile, StoryContent {
	readonly version: typeof cardVersion;
}

/**
 * What to glance at before telling a story, as Copy Cue Card has it.
 *
 * @param entry one of the library's stories
 */
export function cardResult(library: AnsweringLibrary, entry: FullLibraryStory): CardResult {
	const {
		lookups: { competencies },
		wordsPerMinute,
	} = library;
	return {
		version: cardVersion,
		...library.placeOf(entry),
		...storyContent(entry.story, { competencies, wordsPerMinute }),
	};
}
