import { sectionNamesOf } from '../framework/sectionNames.ts';
import { GenerationCache } from '../text/generationCache.ts';
import { FencedLines } from './fencedLines.ts';
import { type FrontMatter, FrontMatterCache, readFrontMatter } from './frontMatter.ts';
import { type MarkdownTree, parseMarkdown } from './markdown.ts';
import { MarkdownChunks } from './markdownChunks.ts';
import { findMarkers, type Marker } from './markers.ts';
import { findMergeConflicts, type MergeConflict } from './mergeConflicts.ts';
import type { DocumentContext } from './model.ts';
import { Passages } from './passage.ts';
import { indexContent, type Pieces, piecesOfTree } from './pieces.ts';
import { type DocumentStories, readStories } from './stories.ts';
import { withToldBlocks } from './toldBlocks.ts';
import type { BlockReading } from './tokens.ts';

/** A Markdown document as it was read, with everything that rules and edits look at. It is never sent anywhere. */
export interface Document extends DocumentStories {
	readonly text: string;
	readonly frontMatter: FrontMatter | undefined;
	/** Its headings and labels, in order. */
	readonly markers: readonly Marker[];
	readonly tree: MarkdownTree;
	readonly pieces: Pieces;
	/** What a merge left in it. */
	readonly conflicts: readonly MergeConflict[];
	/** The words of its sections. */
	readonly passages: Passages;
	/**
	 * Reads what the document would be after an edit; only what the edit changes is parsed again.
	 *
	 * @param text the whole of it
	 * @returns what is of no use any more once another is read
	 */
	reread(text: string): Document;
	/** What is known of stories as they would be by themselves after an edit, by all of their text. */
	readonly trials: GenerationCache<boolean>;
}

/** What was read of a document before an edit, so that only what changed is read again. */
export interface DocumentCaches {
	readonly frontMatter: FrontMatterCache;
	readonly chunks: MarkdownChunks;
	readonly fences: FencedLines;
	readonly blocks: GenerationCache<BlockReading>;
	/** See {@link Document.trials}; they depend on the frameworks too. */
	readonly trials?: GenerationCache<boolean>;
	/** The same for what {@link Document.reread} reads. */
	readonly rereads?: DocumentCaches;
}

/** Caches that know nothing yet. */
export function emptyCaches(): DocumentCaches {
	return {
		frontMatter: new FrontMatterCache(),
		chunks: new MarkdownChunks(),
		fences: new FencedLines(),
		blocks: new GenerationCache<BlockReading>(),
	};
}

/**
 * Reads a Markdown document.
 *
 * @param text the whole document; any string is accepted
 * @param caches change nothing but the time that this takes
 */
export function readDocument(text: string, context: DocumentContext, caches?: DocumentCaches): Document {
	const parsed = parseMarkdown(text, caches?.chunks);
	const frontMatter = caches ? caches.frontMatter.read(text) : readFrontMatter(text);
	const whole = { start: frontMatter?.span.end ?? (text.startsWith('\uFEFF') ? 1 : 0), end: text.length };
	const conflicts = findMergeConflicts(text);
	const outer = withoutConflicts(findMarkers(parsed, text, context.lookups.derive(sectionNamesOf)), conflicts);
	const unread = conflicts.map(({ span }) => span);
	const fences = caches?.fences ?? new FencedLines();
	const { tree, markers } = withToldBlocks(
		{ text, tree: parsed, markers: outer, unread, whole },
		context.lookups,
		fences,
	);
	const pieces = piecesOfTree(tree, text, unread);
	const stories = readStories({ text, frontMatter, markers, conflicts, whole }, indexContent(tree, unread), context);
	let rereads = caches?.rereads;
	const trials = caches?.trials ?? new GenerationCache<boolean>();
	return {
		text,
		frontMatter,
		markers,
		conflicts,
		tree,
		pieces,
		passages: new Passages(text, pieces, caches?.blocks),
		...stories,
		trials,
		reread(changed) {
			rereads ??= emptyCaches();
			rereads.blocks.begin();
			// What is tried on it is as well known as what is tried on this one.
			return readDocument(changed, { fileName: '', lookups: context.lookups }, { ...rereads, trials });
		},
	};
}

/** Leaves out both versions of what was not merged: one of them will go, and the marks make a heading of the line above. */
function withoutConflicts(markers: readonly Marker[], conflicts: readonly MergeConflict[]): readonly Marker[] {
	if (conflicts.length === 0) return markers;
	return markers.filter(({ span }) =>
		conflicts.every((conflict) => span.end <= conflict.span.start || conflict.span.end <= span.start),
	);
}
