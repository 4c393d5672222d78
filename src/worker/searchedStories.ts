import type { Lookups } from '../core/framework/lookups.ts';
import { type FullLibraryStory, storyKey } from '../core/library/storyIndex.ts';
import { findStories } from '../core/questions/recall/findStories.ts';
import { StoryTexts } from '../core/questions/recall/storyTexts.ts';
import type { FoundPlaces, SearchChanges } from './protocol.ts';

/** The stories that are searched for questions, as they were last told to this worker. */
export class SearchedStories {
	readonly #stories = new Map<string, FullLibraryStory>();
	readonly #texts = new StoryTexts();
	#revision = 0;

	/**
	 * Takes in changes.
	 *
	 * @param revision how many changes were taken in before
	 * @returns false where it was other ones that this worker has seen
	 */
	take(revision: number, { gone, stories }: SearchChanges): boolean {
		if (revision === 0) this.#stories.clear();
		else if (revision !== this.#revision) return false;
		for (const place of gone) this.#stories.delete(storyKey(place));
		for (const story of stories) this.#stories.set(storyKey(story), story);
		this.#texts.refresh([...this.#stories.values()]);
		this.#revision = revision + 1;
		return true;
	}

	/**
	 * The stories for a question, by what was taken in.
	 *
	 * @param most how many of them
	 * @returns undefined where this worker has seen other changes
	 */
	find(revision: number, question: string, lookups: Lookups, most: number): FoundPlaces | undefined {
		if (revision !== this.#revision) return undefined;
		const { competencies, stories } = findStories(question, {
			stories: [...this.#stories.values()],
			texts: this.#texts,
			lookups,
		});
		return {
			competencies,
			stories: stories.slice(0, most).map(({ entry: { file, index }, ...found }) => ({ file, index, ...found })),
		};
	}
}
