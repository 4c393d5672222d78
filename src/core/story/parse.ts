import { type FrontMatter, readFrontMatter, readUnclosedFrontMatter } from './frontMatter.ts';
import { type MarkdownTree, parseMarkdown } from './markdown.ts';
import type { MarkdownChunks } from './markdownChunks.ts';
import { findMarkers } from './markers.ts';
import { type OutlinedStories, readStories } from './outline.ts';
import type { StoryContext } from './parsedStory.ts';
import { indexContent } from './sections.ts';

export type { ParsedStory, TagSource } from './parsedStory.ts';

/** A document with everything that rules look at. It holds the syntax tree and is never sent anywhere. */
export interface ParsedDocument extends OutlinedStories {
	readonly text: string;
	readonly tree: MarkdownTree;
	readonly frontMatter: FrontMatter | undefined;
}

/** What a parse needs to know besides the text. */
export interface ParseContext extends StoryContext {
	/** Remembers the document as it was before an edit. */
	readonly chunks?: MarkdownChunks;
}

/**
 * Reads a Markdown document.
 * @param text the whole document; any string is accepted
 */
export function parseDocument(text: string, context: ParseContext): ParsedDocument {
	const tree = parseMarkdown(text, context.chunks);
	const frontMatter = frontMatterOf(tree, text);
	const outline = { frontMatter, markers: findMarkers(tree, text, context.sectionNames), content: indexContent(tree) };
	return { text, tree, frontMatter, ...readStories(text, outline, context) };
}

function frontMatterOf(tree: MarkdownTree, text: string): FrontMatter | undefined {
	const first = tree.root.children[0];
	const type: string | undefined = first?.type;
	if (!first || (type !== 'yaml' && type !== 'toml')) return readUnclosedFrontMatter(text);
	return readFrontMatter(text, tree.spanOf(first), type);
}
