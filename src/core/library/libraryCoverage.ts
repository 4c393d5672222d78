import type { Lookups } from '../framework/lookups.ts';
import { defaultTargetLevel, type TargetLevel } from '../framework/targetLevel.ts';
import { type Coverage, coverageOfHeld, type Held, heldIn } from './coverage.ts';
import type { Disposable } from './event.ts';
import type { Frameworks } from './frameworks.ts';
import { compareFor } from './ranking.ts';
import { SortedList } from './sortedList.ts';
import type { LibraryStory, StoryIndex } from './storyIndex.ts';

/**
 * The coverage of the competencies by all stories of the library. It is kept up to date by the files that change, as
 * sorting thousands of stories after every change takes too long.
 */
export class LibraryCoverage implements Disposable {
	readonly #index: StoryIndex;
	readonly #frameworks: Pick<Frameworks, 'lookupsFor'>;
	readonly #following: Disposable;
	/** The stories of each competency, by its id. */
	readonly #ordered = new Map<string, SortedList<LibraryStory>>();
	/** What they come to, until one of them changes. */
	readonly #held = new Map<string, Held>();
	/** What the stories are ordered for. */
	#level = defaultTargetLevel;
	/** The coverage of the competencies of frameworks, until a story changes. */
	readonly #coverage = new Map<Lookups, readonly Coverage[]>();

	constructor(index: StoryIndex, frameworks: Pick<Frameworks, 'lookupsFor'>) {
		this.#index = index;
		this.#frameworks = frameworks;
		this.#following = index.onDidChange((changes) => this.#update(changes));
		this.#update(new Map(index.files().map((file) => [file, []])));
	}

	/**
	 * The coverage of every competency of the active frameworks of a file, in their order. The same array until a story
	 * or the frameworks change.
	 *
	 * @param uri of the file; undefined for the frameworks of all folders
	 */
	for(uri: string | undefined): readonly Coverage[] {
		const lookups = this.#frameworks.lookupsFor(uri);
		if (lookups.level !== this.#level) this.#order(lookups.level);
		let coverage = this.#coverage.get(lookups);
		if (!coverage) {
			coverage = coverageOfHeld(lookups.competencies.all, (id) => this.#heldOf(id), this.#level);
			this.#coverage.set(lookups, coverage);
		}
		return coverage;
	}

	dispose(): void {
		this.#following.dispose();
	}

	/** Puts all stories in order anew: the level is one for all folders. */
	#order(level: TargetLevel): void {
		this.#level = level;
		this.#ordered.clear();
		this.#held.clear();
		this.#update(new Map(this.#index.files().map((file) => [file, []])));
	}

	/** @param changes the files that changed, with the stories that were counted */
	#update(changes: ReadonlyMap<string, readonly LibraryStory[]>): void {
		this.#coverage.clear();
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
		if (!list) this.#ordered.set(id, (list = new SortedList<LibraryStory>(compareFor(id, this.#level))));
		return list;
	}
}

/** Two tags can name one competency. */
function competenciesOf({ story }: LibraryStory): ReadonlySet<string> {
	return new Set(story.tags.flatMap(({ competency }) => competency ?? []));
}
