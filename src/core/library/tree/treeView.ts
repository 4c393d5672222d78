import type { Lookups } from '../../framework/lookups.ts';
import { type Lens, lensOf } from '../lens.ts';
import type { LibraryStory } from '../storyIndex.ts';
import { showsCandidate, showsStory, type TreeOptions } from './options.ts';
import { type RowContext, rowFacts, storyKeys, type StoryRow } from './storyRow.ts';

/** What a row says besides what its story does depends on the file and its settings. */
export type FileFacts = Omit<RowContext, 'competencies'>;

/** One way to look at the library, ready to make rows of its stories. */
export interface TreeView {
	readonly lookups: Lookups;
	readonly options: TreeOptions;
	readonly lens: Lens;
	/**
	 * @param stories all of one file
	 * @param fileKey names that file, see `FileKeys`
	 */
	rowsOf(
		stories: readonly LibraryStory[],
		areCandidates: boolean,
		file: FileFacts,
		fileKey: string,
	): readonly StoryRow[];
}

/** @param options a lens that names none of the active frameworks is none */
export function createTreeView(lookups: Lookups, options: TreeOptions): TreeView {
	const all = lookups.competencies;
	const lens = lensOf(lookups.frameworks, options.lens);
	return {
		lookups,
		options,
		lens,
		rowsOf(stories, areCandidates, file, fileKey) {
			const keys = storyKeys(stories, fileKey);
			return stories.map((entry, index) =>
				toRow(entry, keys[index] ?? '', areCandidates, { ...file, competencies: all }, options, lens),
			);
		},
	};
}

function toRow(
	entry: LibraryStory,
	key: string,
	isCandidate: boolean,
	context: RowContext,
	{ filter }: TreeOptions,
	lens: Lens,
): StoryRow {
	const facts = rowFacts(entry, context);
	const shown = isCandidate ? showsCandidate(filter, facts) : showsStory(filter, facts);
	return {
		entry,
		seen: lens.through(entry),
		key,
		isCandidate,
		facts,
		picture: JSON.stringify(facts),
		shown,
	};
}
