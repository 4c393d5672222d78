import { sectionNamesOf } from '../framework/sectionNames.ts';
import type { GenerationCache } from '../text/generationCache.ts';
import { type FrontMatter, type FrontMatterCache, readFrontMatter } from './frontMatter.ts';
import { type MarkdownTree, parseMarkdown } from './markdown.ts';
import type { MarkdownChunks } from './markdownChunks.ts';
import { findMarkers, type Marker } from './markers.ts';
import type { DocumentContext } from './model.ts';
import { Passages } from './passage.ts';
import { indexContent, type Pieces, piecesOfTree } from './pieces.ts';
import { type DocumentStories, readStories } from './stories.ts';
import type { BlockReading } from './tokens.ts';

/** A Markdown document as it was read, with everything that rules and edits look at. It is never sent anywhere. */
export interface Document extends DocumentStories {
	readonly text: string;
	readonly frontMatter: FrontMatter | undefined;
	/** Its headings and labels, in order. */
	readonly markers: readonly Marker[];
	readonly tree: MarkdownTree;
	readonly pieces: Pieces;
	/** The words of its sections. */
	readonly passages: Passages;
}

/** What was read of a document before an edit, so that only what changed is read again. */
export interface DocumentCaches {
	readonly frontMatter: FrontMatterCache;
	readonly chunks: MarkdownChunks;
	readonly blocks: GenerationCache<BlockReading>;
}

/**
 * Reads a Markdown document.
 *
 * @param text the whole document; any string is accepted
 * @param caches change nothing but the time that this takes
 */
export function readDocument(text: string, context: DocumentContext, caches?: DocumentCaches): Document {
	const tree = parseMarkdown(text, caches?.chunks);
	const frontMatter = caches ? caches.frontMatter.read(text) : readFrontMatter(text);
	const markers = findMarkers(tree, text, context.lookups.derive(sectionNamesOf));
	const pieces = piecesOfTree(tree, text);
	const stories = readStories({ text, frontMatter, markers }, indexContent(tree), context);
	return {
		text,
		frontMatter,
		markers,
		tree,
		pieces,
		passages: new Passages(text, pieces, caches?.blocks),
		...stories,
	};
}
