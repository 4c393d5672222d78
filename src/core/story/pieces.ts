import type { Nodes, RootContent } from 'mdast';
import { firstEndingAfter, type Span } from '../text/span.ts';
import { htmlPieces } from './htmlPieces.ts';
import { type MarkdownTree, walk } from './markdown.ts';

/** A stretch of source as rules see it. */
export interface Piece extends Span {
	/**
	 * `text` is said aloud; `code` is a name within a sentence; `tag` is one of HTML; `opaque` is a code block or a
	 * picture; `heading` is a title, also of a part of HTML.
	 */
	readonly form: 'text' | 'code' | 'tag' | 'opaque' | 'heading';
	/** Where its paragraph begins: another one for each, so that no sentence runs on into the next one. */
	readonly block: number;
	/** How many block quotes it stands in. */
	readonly quotes: number;
}

/** What stands between the marks of a document. */
export interface Pieces {
	/** The pieces that overlap `span`, in order and cut to it. */
	within(span: Span): readonly Piece[];
}

/**
 * The pieces of a document by its syntax tree, each block read when it is asked about.
 *
 * @param text the whole document
 * @param unread what is nobody's text yet
 */
export function piecesOfTree(tree: MarkdownTree, text: string, unread: readonly Span[]): Pieces {
	const known = new Map<Nodes, readonly Piece[]>();
	const { children } = tree.root;
	return {
		within(span) {
			const found: Piece[] = [];
			for (let child = firstEndingAfter(children, span.start, tree.spanOf); child < children.length; child++) {
				const block = children[child];
				if (!block || tree.spanOf(block).start >= span.end) break;
				let pieces = known.get(block);
				if (!pieces) known.set(block, (pieces = piecesOfBlock(tree, text, block)));
				addWithin(span, pieces, found);
			}
			return unread.reduce<readonly Piece[]>(without, found);
		},
	};
}

/** Cuts a stretch out of pieces. */
function without(pieces: readonly Piece[], { start, end }: Span): readonly Piece[] {
	return pieces.flatMap((piece) => {
		if (piece.end <= start || end <= piece.start) return [piece];
		const before = { ...piece, end: start };
		const after = { ...piece, start: end };
		return [before, after].filter((part) => part.start < part.end);
	});
}

/**
 * Adds the pieces that overlap a span, cut to it.
 *
 * @param pieces in order
 * @param found to which they are added
 */
function addWithin({ start, end }: Span, pieces: readonly Piece[], found: Piece[]): void {
	for (let index = firstEndingAfter(pieces, start, (piece) => piece); index < pieces.length; index++) {
		const piece = pieces[index];
		if (!piece || piece.start >= end) return;
		found.push(
			piece.start >= start && piece.end <= end
				? piece
				: { ...piece, start: Math.max(piece.start, start), end: Math.min(piece.end, end) },
		);
	}
}

/** The nodes that begin a new block of text. */
const blocks: ReadonlySet<Nodes['type']> = new Set([
	'paragraph',
	'heading',
	'listItem',
	'tableCell',
	'code',
	'html',
	'thematicBreak',
]);

/** The nodes that hold nothing which belongs to the text around them. */
const apart: ReadonlySet<Nodes['type']> = new Set(['heading', 'footnoteDefinition']);

/** The mark of a task at the start of a list item, as GitHub reads it. */
const taskMark = /^\[[ xX]\](?=\s)/u;

/** The pieces of one block of a document. */
function piecesOfBlock(tree: MarkdownTree, text: string, top: RootContent): readonly Piece[] {
	const pieces: Piece[] = [];
	const quoteEnds: number[] = [];
	let block = 0;
	/** Where the paragraph or cell ends that is being read: HTML before that place is within a sentence. */
	let inlineEnd = 0;
	/** Where the first text of a list item may begin. */
	let itemStart = -1;
	for (const node of walk({ type: 'root', children: [top] }, ({ type }) => !apart.has(type))) {
		const span = tree.spanOf(node);
		while ((quoteEnds.at(-1) ?? Infinity) <= span.start) quoteEnds.pop();
		const quotes = quoteEnds.length;
		if (node.type === 'blockquote') quoteEnds.push(span.end);
		const isInline = span.start < inlineEnd;
		if (blocks.has(node.type) && !isInline) block = span.start;
		if (node.type === 'paragraph' || node.type === 'tableCell') inlineEnd = span.end;
		if (node.type === 'listItem') itemStart = node.children[0] ? tree.spanOf(node.children[0]).start : -1;
		if (node.type === 'html' && !isInline) {
			for (const { start, end, form, opensBlock } of htmlPieces(text, span)) {
				if (opensBlock) block = start;
				pieces.push({ start, end, form, block, quotes });
			}
			continue;
		}
		const form = formOf(node);
		if (!form) continue;
		const mark = form === 'text' && span.start === itemStart && taskMark.exec(text.slice(span.start, span.end));
		pieces.push({ ...span, ...(mark && { start: span.start + mark[0].length }), form, block, quotes });
	}
	return pieces;
}

function formOf(node: Nodes): Piece['form'] | undefined {
	switch (node.type) {
		case 'text':
			return 'text';
		case 'inlineCode':
			return 'code';
		case 'heading':
			return 'heading';
		case 'html':
			return node.value.startsWith('<!--') ? undefined : 'tag';
		case 'code':
		case 'image':
		case 'imageReference':
			return 'opaque';
		default:
			return undefined;
	}
}

/** Knows where the document has something to read. */
export interface ContentIndex {
	/** Whether `span` holds words, code or a picture; headings, comments, rules and definitions are none. */
	hasText(span: Span): boolean;
	/** Where the first rule (`---`) behind an offset begins; undefined where there is none. */
	ruleAfter(offset: number): number | undefined;
}

/**
 * Lists the places where a document has text, once for all its sections.
 *
 * @param unread what is nobody's text yet
 */
export function indexContent(tree: MarkdownTree, unread: readonly Span[]): ContentIndex {
	const places: { span: Span }[] = [];
	const rules: { span: Span }[] = [];
	for (const node of walk(tree.root, ({ type }) => !apart.has(type))) {
		const span = tree.spanOf(node);
		if (unread.some(({ start, end }) => start <= span.start && span.end <= end)) continue;
		if (isContent(node)) places.push({ span });
		else if (node.type === 'thematicBreak') rules.push({ span });
	}
	return {
		hasText({ start, end }) {
			const first = places[firstEndingAfter(places, start, ({ span }) => span)];
			return first !== undefined && first.span.start < end;
		},
		ruleAfter: (offset) => rules[firstEndingAfter(rules, offset, ({ span }) => span)]?.span.start,
	};
}

function isContent(node: Nodes): boolean {
	switch (node.type) {
		case 'text':
			return /[\p{L}\p{N}]/u.test(node.value);
		case 'html':
			return node.value.replaceAll(/<!--[\s\S]*?(?:-->|$)/gu, '').trim() !== '';
		case 'inlineCode':
		case 'code':
		case 'image':
			return true;
		default:
			return false;
	}
}
