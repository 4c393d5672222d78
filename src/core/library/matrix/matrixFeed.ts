import type { Story } from '../../story/model.ts';
import { type LibraryStory, type StoryIndex, storyKey } from '../storyIndex.ts';
import { isSamePractice, type MatrixStory, matrixStory, type StoryPractice } from './matrixStory.ts';

/** What has changed since a page was sent the stories last. */
export interface FeedChanges {
	readonly changed: readonly MatrixStory[];
	/** Keys of stories that are gone. */
	readonly gone: readonly string[];
}

interface SentStory {
	readonly made: MatrixStory;
	/** What it was made of. */
	readonly from: Story;
}

/** The stories of the library as a page was sent them. A change of one story sends that one alone. */
export class MatrixFeed {
	readonly #index: StoryIndex;
	readonly #practiceOf: (entry: LibraryStory) => StoryPractice | undefined;
	#sent: ReadonlyMap<string, SentStory> = new Map();

	/** @param practiceOf how far a story is practised */
	constructor(index: StoryIndex, practiceOf: (entry: LibraryStory) => StoryPractice | undefined = () => undefined) {
		this.#index = index;
		this.#practiceOf = practiceOf;
	}

	/** Every story, for a page that has none. */
	all(): readonly MatrixStory[] {
		this.#sent = this.#current();
		return [...this.#sent.values()].map(({ made }) => made);
	}

	/** What the page does not have yet. */
	changes(): FeedChanges {
		const before = this.#sent;
		this.#sent = this.#current();
		return {
			changed: [...this.#sent].filter(([key, sent]) => before.get(key) !== sent).map(([, { made }]) => made),
			gone: [...before.keys()].filter((key) => !this.#sent.has(key)),
		};
	}

	/** The stories as they are now; the same objects where nothing changed. */
	#current(): ReadonlyMap<string, SentStory> {
		return new Map(
			this.#index.stories().map((entry) => {
				const key = storyKey(entry);
				const sent = this.#sent.get(key);
				const practice = this.#practiceOf(entry);
				const isSame =
					sent?.from === entry.story &&
					sent.made.openProblems === entry.openProblems &&
					isSamePractice(sent.made.practice, practice);
				if (isSame) return [key, sent];
				return [key, { made: { ...matrixStory(entry), ...(practice && { practice }) }, from: entry.story }];
			}),
		);
	}
}
