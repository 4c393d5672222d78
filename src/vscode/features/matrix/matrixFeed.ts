import {
	isSamePractice,
	type MatrixStory,
	matrixStory,
	type StoryPractice,
} from '../../../core/library/matrix/matrixStory.ts';
import {
	type LibraryStory,
	type StoryIndex,
	storyKey,
	type StoryLocation,
	storyLocationIn,
} from '../../../core/library/storyIndex.ts';
import type { Story } from '../../../core/story/model.ts';

/** What the matrix can be asked to show first. */
export interface MatrixPlace {
	/** Id of a competency, whose card opens. */
	readonly competency?: string;
	readonly story?: StoryLocation;
}

/** The argument of the command: that of other commands, or a row of the tree. */
export function placeIn(argument: unknown): MatrixPlace | undefined {
	if (typeof argument !== 'object' || argument === null) return undefined;
	const { competency, story, coverage, entry } = argument as {
		competency?: unknown;
		story?: unknown;
		coverage?: { competency?: { id?: unknown } };
		entry?: unknown;
	};
	const id = typeof competency === 'string' ? competency : coverage?.competency?.id;
	const at = storyLocationIn(story) ?? storyLocationIn(entry);
	return { ...(typeof id === 'string' && { competency: id }), ...(at && { story: at }) };
}

/** What has changed since the page was told last. */
export interface FeedChanges {
	readonly changed: readonly MatrixStory[];
	/** Keys of stories that are gone. */
	readonly gone: readonly string[];
}

/** The stories of the library as the page knows them. A change of one story sends that one alone. */
export class MatrixFeed {
	readonly #index: StoryIndex;
	readonly #practiceOf: (entry: LibraryStory) => StoryPractice | undefined;
	readonly #made = new WeakMap<Story, MatrixStory>();
	#told = new Map<string, MatrixStory>();

	/** @param practiceOf how far a story is practised */
	constructor(index: StoryIndex, practiceOf: (entry: LibraryStory) => StoryPractice | undefined = () => undefined) {
		this.#index = index;
		this.#practiceOf = practiceOf;
	}

	/** Every story, for a page that knows none. */
	all(): readonly MatrixStory[] {
		this.#told = this.#current();
		return [...this.#told.values()];
	}

	/** What the page does not know yet. */
	changes(): FeedChanges {
		const before = this.#told;
		this.#told = this.#current();
		return {
			changed: [...this.#told].filter(([key, story]) => before.get(key) !== story).map(([, story]) => story),
			gone: [...before.keys()].filter((key) => !this.#told.has(key)),
		};
	}

	#current(): Map<string, MatrixStory> {
		return new Map(
			this.#index.stories().map((entry) => {
				const known = this.#made.get(entry.story);
				const practice = this.#practiceOf(entry);
				const isSame =
					known?.openProblems === entry.openProblems &&
					known.file === entry.file &&
					known.index === entry.index &&
					isSamePractice(known.practice, practice);
				const story = isSame ? known : { ...matrixStory(entry), ...(practice && { practice }) };
				this.#made.set(entry.story, story);
				return [storyKey(story), story];
			}),
		);
	}
}
