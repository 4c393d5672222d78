import type { Code, Root } from 'mdast';
import { lineEnd, nextLineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { type MarkdownTree, parseFencedLines, walk } from './markdown.ts';

/** The lines of a block as they were parsed, with the offset of the block from which their places count. */
interface ParsedLines {
	readonly root: Root;
	start: number;
}

/** Where the lines of a block stand. */
interface LinePlace {
	/** Where a line begins in the block's own text. */
	readonly from: number;
	/** How much further it begins in the document. */
	readonly by: number;
}

/** What may stand before each line of a block in a list or a quotation. */
const marks = /^[ \t>]*$/u;

/**
 * Reads the lines of fenced blocks of code as Markdown. What was read of a block holds as long as its node is the same,
 * wherever it has moved, so that after an edit elsewhere nothing is parsed again.
 */
export class FencedLines {
	readonly #known = new WeakMap<Code, ParsedLines>();

	/**
	 * Parses the lines of a block.
	 *
	 * @param node of `tree`
	 * @param text the whole document
	 * @returns a tree whose offsets are those of the document; undefined where a line can't be told from what stands
	 *   before it
	 */
	parse(node: Code, tree: MarkdownTree, text: string): MarkdownTree | undefined {
		const start = node.position?.start.offset ?? 0;
		const known = this.#known.get(node);
		if (known) {
			move(known.root, () => start - known.start);
			known.start = start;
			return { ...tree, root: known.root };
		}
		const span = tree.spanOf(node);
		const places = placesOfLines(text, span, node.value);
		if (!places) return undefined;
		const root = parseFencedLines(node.value);
		const base = span.start - start;
		move(root, (offset) => (places[lastAt(places, offset)]?.by ?? 0) - base);
		this.#known.set(node, { root, start });
		return { ...tree, root };
	}
}

function placesOfLines(text: string, block: Span, lines: string): readonly LinePlace[] | undefined {
	const places: LinePlace[] = [];
	for (let from = 0, at = nextLineStart(text, block.start); ;) {
		const end = lineEnd(lines, from);
		const endInText = lineEnd(text, at);
		const start = endInText - (end - from);
		if (start < at || text.slice(start, endInText) !== lines.slice(from, end)) return undefined;
		if (!marks.test(text.slice(at, start))) return undefined;
		places.push({ from, by: start - from });
		if (end === lines.length) return places;
		from = nextLineStart(lines, end);
		at = nextLineStart(text, endInText);
	}
}

/** The index of the line that holds an offset. */
function lastAt(places: readonly LinePlace[], offset: number): number {
	let low = 0;
	let high = places.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((places[middle]?.from ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return low;
}

function move(root: Root, distance: (offset: number) => number): void {
	for (const { position } of walk(root)) {
		for (const point of [position?.start, position?.end])
			if (point) point.offset = (point.offset ?? 0) + distance(point.offset ?? 0);
	}
}
