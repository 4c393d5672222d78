import type { Nodes } from 'mdast';
import { type MarkdownTree, walk } from '../story/markdown.ts';
import type { Span } from '../text/span.ts';

/** A stretch of source as the language rules see it. */
export interface Piece extends Span {
	/** `text` is told; `code` is a name within a sentence; `opaque` is a code block, a picture or a tag; the rest is not told. */
	readonly form: 'text' | 'code' | 'opaque' | 'heading';
	/** Counts up with every paragraph, so that no sentence runs on into the next one. */
	readonly block: number;
	/** How many block quotes it stands in. */
	readonly quotes: number;
}

const piecesOf = new WeakMap<MarkdownTree, readonly Piece[]>();

/**
 * The pieces that overlap `span`, in order and cut to it.
 * @param tree of the whole document; what is collected is kept with it
 */
export function piecesWithin(tree: MarkdownTree, { start, end }: Span): readonly Piece[] {
	let all = piecesOf.get(tree);
	if (!all) piecesOf.set(tree, (all = collect(tree)));
	const found: Piece[] = [];
	for (let index = firstEndingAfter(all, start); index < all.length; index++) {
		const piece = all[index];
		if (!piece || piece.start >= end) break;
		found.push({ ...piece, start: Math.max(piece.start, start), end: Math.min(piece.end, end) });
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

function collect(tree: MarkdownTree): readonly Piece[] {
	const pieces: Piece[] = [];
	const quoteEnds: number[] = [];
	let block = 0;
	for (const node of walk(tree.root, ({ type }) => type !== 'heading')) {
		const span = tree.spanOf(node);
		while ((quoteEnds.at(-1) ?? Infinity) <= span.start) quoteEnds.pop();
		if (node.type === 'blockquote') quoteEnds.push(span.end);
		if (blocks.has(node.type)) block++;
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

function firstEndingAfter(pieces: readonly Piece[], offset: number): number {
	let low = 0;
	let high = pieces.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((pieces[middle]?.end ?? 0) > offset) high = middle;
		else low = middle + 1;
	}
	return low;
}
