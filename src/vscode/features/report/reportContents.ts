import type { CueContext } from '../../../core/library/cueCard.ts';
import type { Slices } from '../../../core/library/slices.ts';
import type { StoryFile } from '../../../core/library/storyFile.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { type LibraryStory, storiesOf } from '../../../core/library/storyIndex.ts';
import { type StoryContent, storyContent, StoryContents } from '../../../core/report/reportStory.ts';
import { type Story, wordless } from '../../../core/story/model.ts';
import type { NamesRead } from '../../../core/text/names/hideable.ts';

/** How many stories have their words in memory at once. */
const storiesATurn = 100;

/** What reports say of stories, out of their words. */
export class ReportContents {
	readonly #storyFiles: StoryFiles;
	readonly #contents = new StoryContents();

	constructor(storyFiles: StoryFiles) {
		this.#storyFiles = storyFiles;
	}

	/**
	 * What the report says of each story. Words that no report has wanted yet are fetched for it, and not kept.
	 *
	 * @returns also the names that were read on the way, and whether nothing had to be fetched
	 */
	async of(
		files: readonly StoryFile[],
		context: CueContext,
		slices: Slices,
	): Promise<{
		readonly contents: ReadonlyMap<Story, StoryContent>;
		readonly read: readonly NamesRead[];
		readonly areKnown: boolean;
	}> {
		const contents = new Map<Story, StoryContent>();
		const read: NamesRead[] = [];
		const missing: LibraryStory[] = [];
		for (const { uri, analysis } of files) {
			for (const entry of storiesOf(uri, analysis)) {
				const known = this.#contents.get(entry.story, context);
				if (known) contents.set(entry.story, known);
				else missing.push(entry);
			}
		}
		for (let next = 0; next < missing.length; next += storiesATurn) {
			const turn = missing.slice(next, next + storiesATurn);
			const words = await this.#storyFiles.withWords(turn, ({ names }) => names && read.push(names));
			for (const entry of turn) {
				await slices.next();
				const { story } = entry;
				const full = words.get(entry);
				// What is said of a story without its words holds for this report alone: the next one reads them.
				contents.set(
					story,
					full ? this.#contents.make(story, full, context) : storyContent(wordless(story), context),
				);
			}
		}
		return { contents, read, areKnown: missing.length === 0 };
	}
}
