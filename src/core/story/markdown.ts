import type { Nodes, Parents, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { frontmatter } from 'micromark-extension-frontmatter';
import type { Span } from '../text/span.ts';
import { findFrontMatter } from './frontMatterPlace.ts';
import { type MarkdownSyntax, tablesAndFootnotes } from './markdownSyntax.ts';

// The parser of remark without its pipeline, of which nothing else is wanted.
const commonMark: MarkdownSyntax = { extensions: [], mdastExtensions: [] };
const fences = ['yaml', 'toml'] as const;
const belowFrontMatter = ({ extensions, mdastExtensions }: MarkdownSyntax): MarkdownSyntax => ({
	extensions: [...extensions, frontmatter([...fences])],
	mdastExtensions: [...mdastExtensions, frontmatterFromMarkdown([...fences])],
});
const commonMarkBelow = belowFrontMatter(commonMark);
const withTablesBelow = belowFrontMatter(tablesAndFootnotes);

/** A table takes time by the square of its cells: 2,000 of them 0.2 s. No story has so many. */
const maxPipes = 4000;

function hasTooManyCells(body: string): boolean {
	let count = 0;
	for (let at = body.indexOf('|'); at >= 0 && count <= maxPipes; at = body.indexOf('|', at + 1)) count++;
	return count > maxPipes;
}

/**
 * What every table and every footnote has. A row of dashes below the head of a table has a pipe or, where it is of one
 * column, a colon. Looking for tables takes a tenth of the time of reading prose.
 */
const tableOrFootnote = /\||:-|-:|\[\^/u;

/** A syntax tree whose offsets are those of the whole text, a byte order mark included. */
export interface MarkdownTree {
	readonly root: Root;
	spanOf(node: Nodes): Span;
	/**
	 * Names what a stretch of the text is read from: where two trees of one document give the same name, its nodes are
	 * the same in both, as far from its start. Undefined where nothing is known of that.
	 */
	identify(span: Span): string | undefined;
}

/** A stretch of Markdown that means the same wherever it stands. */
export interface MarkdownChunk {
	/** The same for the same text. */
	readonly id: number;
	readonly text: string;
	readonly nodes: readonly RootContent[];
	/** Where it stands now; the positions of its nodes follow. */
	start: number;
}

/** Parses a document in stretches, of which it may know some from before. */
export interface ChunkedParser {
	/**
	 * @param body without a byte order mark
	 * @param parse the parser
	 * @returns undefined where the document can only be parsed as a whole
	 */
	parse(body: string, parse: (text: string) => Root): readonly MarkdownChunk[] | undefined;
}

/**
 * Parses Markdown with front matter. The tree is as deep as the text nests, so it is to be walked with
 * {@link walk}, never recursively.
 *
 * @param text the whole document; a byte order mark is allowed
 * @param chunks remembers the document as it was; trees that it had a part in are of no use any more
 */
export function parseMarkdown(text: string, chunks?: ChunkedParser): MarkdownTree {
	// micromark skips a byte order mark without counting it, which would move every offset by one. Tools that add one
	// without looking leave two.
	const base = /^\uFEFF*/u.exec(text)?.[0].length ?? 0;
	const body = text.slice(base);
	// Behind a fence that is never closed, the reader of front matter sees no lists and no quotations.
	const hasFrontMatter = findFrontMatter(body)?.isClosed === true;
	const isWide = hasTooManyCells(body);
	const read = (markdown: string) => {
		const isPlain = isWide || !tableOrFootnote.test(markdown);
		if (hasFrontMatter) return fromMarkdown(markdown, isPlain ? commonMarkBelow : withTablesBelow);
		return fromMarkdown(markdown, isPlain ? commonMark : tablesAndFootnotes);
	};
	// What is known of stretches was read with tables.
	const parts = isWide ? undefined : chunks?.parse(body, read);
	const root = parts ? rootOf(parts, body.length) : read(body);
	return {
		root,
		spanOf: ({ position }) => ({
			start: base + (position?.start.offset ?? 0),
			end: base + (position?.end.offset ?? 0),
		}),
		identify: ({ start, end }) => parts && identify(parts, start - base, end - base),
	};
}

/** An indented line of a block of code is laid out so: it is no code of its own. */
const linesAlone: MarkdownSyntax = { extensions: [{ disable: { null: ['codeIndented'] } }], mdastExtensions: [] };
const linesWithTables: MarkdownSyntax = {
	extensions: [...tablesAndFootnotes.extensions, ...linesAlone.extensions],
	mdastExtensions: tablesAndFootnotes.mdastExtensions,
};

/** Parses the lines of a block of code as Markdown; offsets count from the first of them. */
export function parseFencedLines(lines: string): Root {
	const isPlain = hasTooManyCells(lines) || !tableOrFootnote.test(lines);
	return fromMarkdown(lines, isPlain ? linesAlone : linesWithTables);
}

function rootOf(chunks: readonly MarkdownChunk[], length: number): Root {
	const position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: length } };
	return { type: 'root', children: chunks.flatMap(({ nodes }) => nodes), position };
}

function identify(chunks: readonly MarkdownChunk[], start: number, end: number): string {
	const own = chunks.filter((chunk) => chunk.start < end && chunk.start + chunk.text.length > start);
	return `${start - (own[0]?.start ?? 0)} ${end - start} ${own.map(({ id }) => id).join(' ')}`;
}

/** The blocks that hold other blocks. */
export const containers: ReadonlySet<Nodes['type']> = new Set(['root', 'blockquote', 'list', 'listItem']);

/**
 * Yields the nodes below `node` in document order, without recursion.
 *
 * @param enter says whether the children of a node are wanted; all are when left out
 */
export function* walk(node: Nodes, enter: (node: Parents) => boolean = () => true): Generator<Nodes> {
	const pending: Nodes[] = [];
	const push = (parent: Nodes) => {
		if (!('children' in parent) || !enter(parent)) return;
		for (let index = parent.children.length - 1; index >= 0; index--) pending.push(parent.children[index] as Nodes);
	};
	push(node);
	for (let next = pending.pop(); next; next = pending.pop()) {
		yield next;
		push(next);
	}
}

/** A tag that breaks a line. */
export const breakTag = /^<br\s*\/?>$/iu;

/** The text a reader sees in `node`: no markup, no HTML. */
export function visibleText(node: Nodes): string {
	let text = '';
	for (const inner of walk(node)) {
		if (inner.type === 'text' || inner.type === 'inlineCode') text += inner.value;
		else if (inner.type === 'break' || (inner.type === 'html' && breakTag.test(inner.value))) text += '\n';
	}
	return text;
}
