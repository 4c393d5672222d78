import type { KnownBlocks } from '../language/knownBlocks.ts';
import { type FrontMatter, readFrontMatter, readUnclosedFrontMatter } from './frontMatter.ts';
import { type MarkdownTree, parseMarkdown } from './markdown.ts';
import type { MarkdownChunks } from './markdownChunks.ts';
import { findMarkers } from './markers.ts';
import { type Outline, type OutlinedStories, readStories } from './outline.ts';
import { scanOutline } from './outlineScan.ts';
import type { StoryContext } from './parsedStory.ts';
import { indexContent } from './sections.ts';
import type { SectionNames } from './sectionNames.ts';

export type { ParsedStory, TagSource } from './parsedStory.ts';

/** A document with everything that rules look at. It holds the syntax tree and is never sent anywhere. */
export interface ParsedDocument extends OutlinedStories {
	readonly text: string;
	readonly tree: MarkdownTree;
	readonly frontMatter: FrontMatter | undefined;
	/** How its blocks read before an edit. */
	readonly blocks?: KnownBlocks;
}

/** What a parse needs to know besides the text. */
export interface ParseContext extends StoryContext {
	/** Remembers the document as it was before an edit. */
	readonly chunks?: MarkdownChunks;
	readonly blocks?: KnownBlocks;
}

/**
 * Reads a Markdown document.
 * @param text the whole document; any string is accepted
 */
export function parseDocument(text: string, context: ParseContext): ParsedDocument {
	let tree: MarkdownTree | undefined;
	const treeOf = () => (tree ??= parseMarkdown(text, context.chunks));
	const outline = scanOutline(text, context.sectionNames) ?? outlineOfTree(treeOf(), text, context.sectionNames);
	return {
		text,
		// Of most documents without stories nobody asks for it.
		get tree() {
			return treeOf();
		},
		frontMatter: outline.frontMatter,
		...(context.blocks && { blocks: context.blocks }),
		...readStories(text, outline, context),
	};
}

/**
 * The outline of a document as its syntax tree tells it.
 * @param tree of `text`
 * @param names what counts as the name of a section
 */
export function outlineOfTree(tree: MarkdownTree, text: string, names: SectionNames): Outline {
	return { frontMatter: frontMatterOf(tree, text), markers: findMarkers(tree, text, names), content: indexContent(tree) };
}

function frontMatterOf(tree: MarkdownTree, text: string): FrontMatter | undefined {
	const first = tree.root.children[0];
	const type: string | undefined = first?.type;
	if (!first || (type !== 'yaml' && type !== 'toml')) return readUnclosedFrontMatter(text);
	return readFrontMatter(text, tree.spanOf(first), type);
}
