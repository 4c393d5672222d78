import { findStories, type Found } from '../core/recall/findStories.ts';
import { StoryTexts } from '../core/recall/storyTexts.ts';
import type { StoryIndex } from '../core/bank/storyIndex.ts';
import type { Frameworks } from './frameworks.ts';

/** How many stories are taken in before others get their turn: some milliseconds of work. */
const storiesATurn = 40;

/** Finds the stories of the workspace for questions. Their words are read when somebody asks for the first time. */
export class StoryRecall {
	readonly #index: StoryIndex;
	readonly #frameworks: Frameworks;
	readonly #texts = new StoryTexts();

	constructor(index: StoryIndex, frameworks: Frameworks) {
		this.#index = index;
		this.#frameworks = frameworks;
	}

	/**
	 * Takes in new and changed stories, a few at a time.
	 * @param isWanted says whether somebody still waits for it
	 */
	async refresh(isWanted: () => boolean = () => true): Promise<void> {
		while (isWanted() && !this.#texts.refresh(this.#index.stories(), storiesATurn)) await nextTurn();
	}

	/** The stories for a question, by what was last taken in. */
	find(question: string): Found {
		return findStories(question, { stories: this.#index.stories(), texts: this.#texts, frameworks: this.#frameworks.for(undefined) });
	}
}

function nextTurn(): Promise<void> {
	return new Promise((resolve) => {
		setTimeout(resolve);
	});
}
