import { type CompetencyLookup, createLookup, type Lookups } from '../../framework/lookups.ts';
import type { Competency, Framework } from '../../framework/model.ts';
import type { LibraryStory } from '../storyIndex.ts';
import { showsCandidate, showsStory, type TreeOptions } from './options.ts';
import { type RowContext, seenThrough, rowFacts, storyKeys, type StoryRow } from './storyRow.ts';

/** What a row says besides what its story does depends on the file and its settings. */
export type FileFacts = Omit<RowContext, 'competencies'>;

/** One way to look at the library, ready to make rows of its stories. */
export interface TreeView {
	readonly lookups: Lookups;
	readonly options: TreeOptions;
	/** The competencies that show, in their order. */
	readonly competencies: readonly Competency[];
	readonly hasLens: boolean;
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

/** How a framework is named as a lens: two folders can each have a framework file of their own. */
export function lensNamed({ id, name }: Framework): string {
	return `${id}/${name}`;
}

/** @param options a lens that names none of the active frameworks is none */
export function createTreeView(lookups: Lookups, options: TreeOptions): TreeView {
	const all = lookups.competencies;
	const framework = lookups.frameworks.find((each) => lensNamed(each) === options.lens);
	const lens = framework && createLookup([framework]);
	return {
		lookups,
		options,
		competencies: (lens ?? all).all,
		hasLens: lens !== undefined,
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
	lens: CompetencyLookup | undefined,
): StoryRow {
	const facts = rowFacts(entry, context);
	const shown = isCandidate ? showsCandidate(filter, facts) : showsStory(filter, facts);
	return {
		entry,
		seen: lens ? seenThrough(entry, lens) : entry,
		key,
		isCandidate,
		facts,
		picture: JSON.stringify(facts),
		shown,
	};
}
