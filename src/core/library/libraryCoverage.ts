import type { Competency } from '../framework/model.ts';
import { type Coverage, coverageOfHeld, type Held, heldIn } from './coverage.ts';
import type { Disposable } from './event.ts';
import { compareFor } from './ranking.ts';
import { SortedList } from './sortedList.ts';
import type { LibraryStory, StoryIndex } from './storyIndex.ts';

/**
 * The coverage of a whole index, kept up to date by the files that change: of a bank of thousands nobody has to wait
 * for the sorting of all of it.
 */
export class LibraryCoverage implements Disposable {
	readonly #index: StoryIndex;
	readonly #following: Disposable;
	/** The stories of each competency, by its id. */
	readonly #ordered = new Map<string, SortedList<LibraryStory>>();
	/** What they come to, until one of them changes. */
	readonly #held = new Map<string, Held>();

	constructor(index: StoryIndex) {
		this.#index = index;
		this.#following = index.onDidChange((changes) => this.#update(changes));
		this.#update(new Map(index.files().map((file) => [file, []])));
	}

	/** What the bank holds of each competency, in their order. */
	of(competencies: readonly Competency[]): readonly Coverage[] {
		return coverageOfHeld(competencies, (id) => this.#heldOf(id));
	}

	dispose(): void {
		this.#following.dispose();
	}

	/** @param changes the files that changed, with the stories that were counted */
	#update(changes: ReadonlyMap<string, readonly LibraryStory[]>): void {
		for (const [file, before] of changes) {
			for (const story of before) for (const id of competenciesOf(story)) this.#listOf(id).remove(story);
			for (const story of this.#index.taggedOf(file))
				for (const id of competenciesOf(story)) this.#listOf(id).add(story);
		}
	}

	#heldOf(id: string): Held {
		let held = this.#held.get(id);
		if (!held) this.#held.set(id, (held = heldIn(this.#ordered.get(id)?.items ?? [])));
		return held;
	}

	/** The list of a competency, to be changed. */
	#listOf(id: string): SortedList<LibraryStory> {
		this.#held.delete(id);
		let list = this.#ordered.get(id);
		if (!list) this.#ordered.set(id, (list = new SortedList<LibraryStory>(compareFor(id))));
		return list;
	}
}

/** Two tags can name one competency. */
function competenciesOf({ story }: LibraryStory): ReadonlySet<string> {
	return new Set(story.tags.flatMap(({ competency }) => competency ?? []));
}
