import type { Nodes, RootContent } from 'mdast';
import { firstEndingAfter, type Span } from '../text/span.ts';
import { type MarkdownTree, walk } from './markdown.ts';

/** A stretch of source as rules see it. */
export interface Piece extends Span {
	/**
	 * `text` is said aloud; `code` is a name within a sentence; `tag` is one of HTML; `opaque` is a code block or a
	 * picture.
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

/** The pieces of a document by its syntax tree, each block read when it is asked about. */
export function piecesOfTree(tree: MarkdownTree): Pieces {
	const known = new Map<Nodes, readonly Piece[]>();
	const { children } = tree.root;
	return {
		within(span) {
			const found: Piece[] = [];
			for (let child = firstEndingAfter(children, span.start, tree.spanOf); child < children.length; child++) {
				const block = children[child];
				if (!block || tree.spanOf(block).start >= span.end) break;
				let pieces = known.get(block);
				if (!pieces) known.set(block, (pieces = piecesOfBlock(tree, block)));
				addWithin(span, pieces, found);
			}
			return found;
		},
	};
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
	'code',
	'html',
	'thematicBreak',
]);

/** The pieces of one block of a document. */
function piecesOfBlock(tree: MarkdownTree, top: RootContent): readonly Piece[] {
	const pieces: Piece[] = [];
	const quoteEnds: number[] = [];
	let block = 0;
	for (const node of walk({ type: 'root', children: [top] }, ({ type }) => type !== 'heading')) {
		const span = tree.spanOf(node);
		while ((quoteEnds.at(-1) ?? Infinity) <= span.start) quoteEnds.pop();
		if (node.type === 'blockquote') quoteEnds.push(span.end);
		if (blocks.has(node.type)) block = span.start;
		const form = formOf(node);
		if (form) pieces.push({ ...span, form, block, quotes: quoteEnds.length });
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

/** Lists the places where a document has text, once for all its sections. */
export function indexContent(tree: MarkdownTree): ContentIndex {
	const places: { span: Span }[] = [];
	const rules: { span: Span }[] = [];
	for (const node of walk(tree.root, (parent) => parent.type !== 'heading')) {
		if (isContent(node)) places.push({ span: tree.spanOf(node) });
		else if (node.type === 'thematicBreak') rules.push({ span: tree.spanOf(node) });
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
