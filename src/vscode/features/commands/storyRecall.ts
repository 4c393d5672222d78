import type { Frameworks } from '../../../core/library/frameworks.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { type LibraryStory, type FullLibraryStory, storyKey } from '../../../core/library/storyIndex.ts';
import type { Found } from '../../../core/questions/recall/findStories.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import type { FoundPlaces } from '../../../worker/protocol.ts';

/** How many stories are handed over before others get their turn: some milliseconds of work. */
const storiesATurn = 40;

/** More than anybody looks at for one question. */
const maxFound = 20;

/** A worker that was replaced twice while one question was answered is not asked a third time. */
const maxTries = 3;

/** Finds the stories of the workspace for questions. The worker reads their words when somebody asks for the first time. */
export class StoryRecall {
	readonly #files: StoryFiles;
	readonly #frameworks: Frameworks;
	readonly #language: LanguageClient;
	/** The stories that the worker knows. */
	readonly #known = new Map<string, LibraryStory>();
	/** How many changes it has taken in; a new worker has taken in none. */
	#revision = 0;
	#turn: Promise<unknown> = Promise.resolve();

	constructor(files: StoryFiles, frameworks: Frameworks, language: LanguageClient) {
		this.#files = files;
		this.#frameworks = frameworks;
		this.#language = language;
	}

	/**
	 * Takes in new and changed stories, a few at a time.
	 *
	 * @param isWanted says whether somebody still waits for it
	 */
	async refresh(isWanted: () => boolean = () => true): Promise<void> {
		// What cannot be read is left to the next time.
		const unread = new Set<LibraryStory>();
		while (isWanted()) {
			const { gone, changed } = this.#changes(unread);
			if (gone.length === 0 && changed.length === 0) return;
			for (let next = 0; next < Math.max(changed.length, 1) && isWanted(); next += storiesATurn) {
				const stories = changed.slice(next, next + storiesATurn);
				await this.#inTurn(() => this.#take(next === 0 ? gone : [], stories, unread));
			}
		}
	}

	/** The stories for a question, by what was last taken in. */
	async find(question: string): Promise<Found> {
		for (let tries = 0; tries < maxTries; tries++) {
			const context = { lookups: this.#frameworks.lookupsFor(undefined) };
			const found = await this.#inTurn(() =>
				this.#language.call('findSearched', [this.#revision, question, context, maxFound], { urgent: true }),
			);
			if (found) return this.#withEntries(found);
			this.#beginAnew();
			await this.refresh();
		}
		return { competencies: [], stories: [] };
	}

	#changes(unread: ReadonlySet<LibraryStory>): {
		readonly gone: readonly LibraryStory[];
		readonly changed: readonly LibraryStory[];
	} {
		const wanted = new Map(this.#files.index.stories().map((story) => [storyKey(story), story]));
		const gone = [...this.#known].filter(([key]) => !wanted.has(key)).map(([, story]) => story);
		const changed = [...wanted].filter(([key, story]) => this.#known.get(key) !== story && !unread.has(story));
		return { gone, changed: changed.map(([, story]) => story) };
	}

	async #take(
		allGone: readonly LibraryStory[],
		all: readonly LibraryStory[],
		unread: Set<LibraryStory>,
	): Promise<void> {
		// Another turn may have taken them in meanwhile.
		const gone = allGone.filter((story) => this.#known.has(storyKey(story)));
		const stories = all.filter((story) => this.#known.get(storyKey(story)) !== story);
		if (gone.length === 0 && stories.length === 0) return;
		const places = gone.map(({ file, index }) => ({ file, index }));
		const words = await this.#files.withWords(stories);
		const full = [...words].map(([entry, story]): FullLibraryStory => ({ ...entry, story }));
		for (const entry of stories) if (!words.has(entry)) unread.add(entry);
		if (
			!(await this.#language.call('takeSearched', [this.#revision, { gone: places, stories: full }], {
				urgent: true,
			}))
		) {
			this.#beginAnew();
			return;
		}
		this.#revision++;
		for (const story of gone) this.#known.delete(storyKey(story));
		for (const story of words.keys()) this.#known.set(storyKey(story), story);
	}

	#beginAnew(): void {
		this.#known.clear();
		this.#revision = 0;
	}

	#withEntries({ stories, ...reading }: FoundPlaces): Found {
		return {
			...reading,
			stories: stories.flatMap(({ file, index, ...found }) => {
				const entry = this.#files.index.allOf(file)[index];
				return entry ? [{ entry, ...found }] : [];
			}),
		};
	}

	/** One call after the other: each says after how many changes it comes. */
	#inTurn<T>(run: () => Promise<T>): Promise<T> {
		const turn = this.#turn.then(run);
		this.#turn = turn.catch(() => undefined);
		return turn;
	}
}
