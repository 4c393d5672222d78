import type { BlockReading } from '../language/passage.ts';
import type { Remembered } from '../remembered.ts';
import { type FrontMatter, readFrontMatter, readUnclosedFrontMatter } from './frontMatter.ts';
import { type MarkdownTree, parseMarkdown } from './markdown.ts';
import type { KnownFrontMatter } from './knownFrontMatter.ts';
import type { MarkdownChunks } from './markdownChunks.ts';
import { findMarkers } from './markers.ts';
import { type Outline, type OutlinedStories, readStories } from './outline.ts';
import { scanOutline } from './outlineScan.ts';
import type { StoryContext } from './parsedStory.ts';
import { type Piece, type Pieces, piecesOfTree } from './pieces.ts';
import { scannedPieces } from './scannedPieces.ts';
import { indexContent } from './sections.ts';
import type { SectionNames } from './sectionNames.ts';

/** A document with everything that rules look at. It may hold a syntax tree and is never sent anywhere. */
export interface ParsedDocument extends OutlinedStories {
	readonly text: string;
	/** Made when somebody asks for it, as few do. */
	readonly tree: MarkdownTree;
	readonly pieces: Pieces;
	readonly frontMatter: FrontMatter | undefined;
	/** How its blocks read before an edit. */
	readonly blocks?: Remembered<BlockReading>;
}

/** What a parse needs to know besides the text. */
export interface ParseContext extends StoryContext {
	/** These remember the document as it was before an edit. */
	readonly frontMatter?: KnownFrontMatter;
	readonly chunks?: MarkdownChunks;
	readonly stretches?: Remembered<readonly Piece[]>;
	readonly blocks?: Remembered<BlockReading>;
}

/**
 * Reads a Markdown document.
 * @param text the whole document; any string is accepted
 */
export function parseDocument(text: string, context: ParseContext): ParsedDocument {
	let tree: MarkdownTree | undefined;
	const treeOf = () => (tree ??= parseMarkdown(text, context.chunks));
	const { sectionNames } = context;
	const read = context.frontMatter?.read ?? readFrontMatter;
	const outline = scanOutline(text, sectionNames, read) ?? outlineOfTree(treeOf(), text, sectionNames, read);
	return {
		text,
		get tree() {
			return treeOf();
		},
		pieces: outline.cuts ? scannedPieces(text, outline.cuts, context.stretches) : piecesOfTree(treeOf()),
		frontMatter: outline.frontMatter,
		...(context.blocks && { blocks: context.blocks }),
		...readStories(text, outline, context),
	};
}

/**
 * The outline of a document as its syntax tree tells it.
 * @param tree of `text`
 * @param names what counts as the name of a section
 * @param read reads the front matter
 */
export function outlineOfTree(tree: MarkdownTree, text: string, names: SectionNames, read = readFrontMatter): Outline {
	return { frontMatter: frontMatterOf(tree, text, read), markers: findMarkers(tree, text, names), content: indexContent(tree) };
}

function frontMatterOf(tree: MarkdownTree, text: string, read: typeof readFrontMatter): FrontMatter | undefined {
	const first = tree.root.children[0];
	const type: string | undefined = first?.type;
	if (!first || (type !== 'yaml' && type !== 'toml')) return readUnclosedFrontMatter(text);
	return read(text, tree.spanOf(first), type);
}
