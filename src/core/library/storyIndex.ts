import { type Analysis, nothing, saysAnything } from '../rules/analysis.ts';
import type { FullStory, Story } from '../story/model.ts';
import { Emitter, type Event } from './event.ts';
import { SortedList } from './sortedList.ts';
import { problemsByStory } from './storyProblems.ts';

/** Where a story of the library stands. */
export interface StoryLocation {
	/** The file's URI as a string. */
	readonly file: string;
	/** Position among the file's stories, from 0. */
	readonly index: number;
}

/** The key of a story, unlike that of every other one of the library until files change. */
export function storyKey({ file, index }: StoryLocation): string {
	return `${file}#${index}`;
}

/** Reads a location from what a command was given; whoever runs the command may give it anything. */
export function storyLocationIn(value: unknown): StoryLocation | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const { file, index } = value as { file?: unknown; index?: unknown };
	return typeof file === 'string' && typeof index === 'number' && Number.isSafeInteger(index) && index >= 0
		? { file, index }
		: undefined;
}

/** A story with the file it stands in. */
export interface LibraryStory extends StoryLocation {
	readonly story: Story;
	/**
	 * Problems that wait to be solved, as the Problems panel lists them; those of the front matter are the first
	 * story's.
	 */
	readonly openProblems: number;
}

/** A story of the library with its words. */
export interface FullLibraryStory extends LibraryStory {
	readonly story: FullStory;
}

/** Which files hold stories, and what they hold. Every view reads it; only the scanner of the workspace writes it. */
export class StoryIndex {
	readonly #files = new Map<string, Analysis>();
	readonly #stories = new Map<string, readonly LibraryStory[]>();
	/** The files that hold tagged stories, in their order. */
	readonly #tagged = new SortedList<string>((a, b) => (a < b ? -1 : a > b ? 1 : 0));
	#all: readonly LibraryStory[] | undefined;
	readonly #changes: Emitter<ReadonlyMap<string, readonly LibraryStory[]>>;

	/** @param report receives what listeners throw */
	constructor(report: (error: unknown) => void) {
		this.#changes = new Emitter(report);
	}

	/** Fires with the files that changed, after they did, and the tagged stories that somebody has asked for before. */
	get onDidChange(): Event<ReadonlyMap<string, readonly LibraryStory[]>> {
		return this.#changes.event;
	}

	/** What is known of a file; {@link nothing} where it holds no story. */
	get(file: string): Analysis {
		return this.#files.get(file) ?? nothing;
	}

	/** How many files hold stories or candidates. */
	get size(): number {
		return this.#files.size;
	}

	/** The files that hold stories or candidates. */
	files(): readonly string[] {
		return [...this.#files.keys()];
	}

	/** The files that hold tagged stories, in their order. */
	get taggedFiles(): readonly string[] {
		return this.#tagged.items;
	}

	/** Whether any file holds candidates. */
	get hasCandidates(): boolean {
		return [...this.#files.values()].some(({ kind }) => kind === 'candidate');
	}

	/** Puts analyses in the place of older ones and tells the listeners once. */
	update(changes: ReadonlyMap<string, Analysis>): void {
		const changed = new Map<string, readonly LibraryStory[]>();
		for (const [file, analysis] of changes) {
			const wasTagged = isTagged(this.get(file));
			const before = wasTagged ? (this.#stories.get(file) ?? []) : [];
			const known = this.#files.delete(file);
			this.#stories.delete(file);
			if (wasTagged !== isTagged(analysis)) {
				if (wasTagged) this.#tagged.remove(file);
				else this.#tagged.add(file);
			}
			if (saysAnything(analysis)) this.#files.set(file, analysis);
			else if (!known) continue;
			changed.set(file, before);
		}
		if (changed.size === 0) return;
		this.#all = undefined;
		this.#changes.fire(changed);
	}

	/**
	 * Every story that is tagged, of all files, in the order of files and places. The same array until something
	 * changes.
	 */
	stories(): readonly LibraryStory[] {
		return (this.#all ??= this.#tagged.items.flatMap((file) => this.allOf(file)));
	}

	/** The stories of one file in their order; none where it is not tagged. */
	taggedOf(file: string): readonly LibraryStory[] {
		return isTagged(this.get(file)) ? this.allOf(file) : [];
	}

	/** The stories of one file in their order, whether it is tagged or a candidate. The same objects until it changes. */
	allOf(file: string): readonly LibraryStory[] {
		let stories = this.#stories.get(file);
		if (!stories) this.#stories.set(file, (stories = allStoriesOf(file, this.get(file))));
		return stories;
	}
}

/** The tagged stories of a file, in the order of their places. */
export function storiesOf(
	file: string,
	analysis: Pick<Analysis, 'kind' | 'stories' | 'problems'>,
): readonly LibraryStory[] {
	return isTagged(analysis) ? allStoriesOf(file, analysis) : [];
}

function isTagged({ kind }: Pick<Analysis, 'kind'>): boolean {
	return kind === 'story' || kind === 'bank';
}

/** The stories of a file, whether it is tagged or a candidate, in the order of their places. */
export function allStoriesOf(file: string, analysis: Pick<Analysis, 'stories' | 'problems'>): readonly LibraryStory[] {
	let problems: ReturnType<typeof problemsByStory> | undefined;
	return analysis.stories.map((story, index): LibraryStory => ({
		file,
		index,
		story,
		// Problems may be worked out only where somebody asks for them.
		get openProblems() {
			return (problems ??= problemsByStory(analysis)).get(index)?.length ?? 0;
		},
	}));
}
