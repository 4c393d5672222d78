import type { Lookups } from '../framework/lookups.ts';
import type { GenerationCache } from '../text/generationCache.ts';
import { type FrontMatter, readFrontMatter } from './frontMatter.ts';
import type { KnownFrontMatter } from './knownFrontMatter.ts';
import { type MarkdownTree, parseMarkdown } from './markdown.ts';
import type { MarkdownChunks } from './markdownChunks.ts';
import { findMarkers, type Marker } from './markers.ts';
import type { StoryContext } from './parsedStory.ts';
import type { BlockReading } from './passage.ts';
import { type Pieces, piecesOfTree } from './pieces.ts';
import { indexContent } from './sections.ts';
import { type DocumentStories, readStories } from './stories.ts';

/** A document with everything that rules look at. It holds a syntax tree and is never sent anywhere. */
export interface ParsedDocument extends DocumentStories {
	readonly text: string;
	readonly tree: MarkdownTree;
	readonly pieces: Pieces;
	readonly frontMatter: FrontMatter | undefined;
	/** Its headings and labels, in order. */
	readonly markers: readonly Marker[];
	/** How its blocks read before an edit. */
	readonly blocks?: GenerationCache<BlockReading>;
}

/** What a parse needs to know besides the text. */
export interface ParseContext extends StoryContext {
	/** These remember the document as it was before an edit. */
	readonly frontMatter?: KnownFrontMatter;
	readonly chunks?: MarkdownChunks;
	readonly blocks?: GenerationCache<BlockReading>;
}

/**
 * Reads a Markdown document.
 *
 * @param text the whole document; any string is accepted
 */
export function parseDocument(text: string, context: ParseContext): ParsedDocument {
	const tree = parseMarkdown(text, context.chunks);
	const frontMatter = (context.frontMatter?.read ?? readFrontMatter)(text);
	const markers = findMarkers(tree, text, context.lookups.sectionNames);
	const parsed = {
		text,
		tree,
		pieces: piecesOfTree(tree),
		frontMatter,
		markers,
		...(context.blocks && { blocks: context.blocks }),
	};
	return { ...parsed, ...readStories(parsed, indexContent(tree), context) };
}

/**
 * Parses a document for an edit; what a view needs comes from `analyse`.
 *
 * @param text the whole document
 * @param fileName without folders
 */
export function parseWith(text: string, fileName: string, lookups: Lookups): ParsedDocument {
	return parseDocument(text, { fileName, lookups });
}
