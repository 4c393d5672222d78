import type { Nodes, RootContent } from 'mdast';
import type { MarkdownTree } from '../story/markdown.ts';
import { walk } from '../story/walk.ts';
import type { Span } from '../text/span.ts';

/** A stretch of source as the language rules see it. */
export interface Piece extends Span {
	/** `text` is told; `code` is a name within a sentence; `opaque` is a code block, a picture or a tag; the rest is not told. */
	readonly form: 'text' | 'code' | 'opaque' | 'heading';
	/** Where its paragraph begins: another one for each, so that no sentence runs on into the next one. */
	readonly block: number;
	/** How many block quotes it stands in. */
	readonly quotes: number;
}

/** The pieces of each block of a document that was asked about. */
const piecesOf = new WeakMap<MarkdownTree, Map<Nodes, readonly Piece[]>>();

/**
 * The pieces that overlap `span`, in order and cut to it.
 * @param tree of the whole document; what is collected is kept with it
 */
export function piecesWithin(tree: MarkdownTree, { start, end }: Span): readonly Piece[] {
	let known = piecesOf.get(tree);
	if (!known) piecesOf.set(tree, (known = new Map()));
	const found: Piece[] = [];
	const { children } = tree.root;
	for (let child = firstEndingAfter(children, start, tree.spanOf); child < children.length; child++) {
		const block = children[child];
		if (!block || tree.spanOf(block).start >= end) break;
		let pieces = known.get(block);
		if (!pieces) known.set(block, (pieces = collect(tree, block)));
		for (let index = firstEndingAfter(pieces, start, (piece) => piece); index < pieces.length; index++) {
			const piece = pieces[index];
			if (!piece || piece.start >= end) break;
			found.push({ ...piece, start: Math.max(piece.start, start), end: Math.min(piece.end, end) });
		}
	}
	return found;
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

function collect(tree: MarkdownTree, top: RootContent): readonly Piece[] {
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
			return node.value.startsWith('<!--') ? undefined : 'opaque';
		case 'code':
		case 'image':
		case 'imageReference':
			return 'opaque';
		default:
			return undefined;
	}
}

function firstEndingAfter<T>(items: readonly T[], offset: number, spanOf: (item: T) => Span): number {
	let low = 0;
	let high = items.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const item = items[middle];
		if (item && spanOf(item).end > offset) high = middle;
		else low = middle + 1;
	}
	return low;
}
