import type { Nodes, Root, RootContent } from 'mdast';
import { findFrontMatter } from './frontMatterPlace.ts';
import { type ChunkedParser, type MarkdownChunk, walk } from './markdown.ts';
import { blankBelow } from '../text/lines.ts';

/** Stretches with the same text, each with nodes of its own. */
interface SameChunks {
	readonly id: number;
	readonly chunks: MarkdownChunk[];
}

/** A reference means something else where a definition stands anywhere in the document. */
const definition = /\]:/u;

/**
 * Where a block of the document itself begins, unless it is in code, a comment or HTML: at a heading, and at a letter
 * below a blank line.
 */
const opening = new RegExp(
	String.raw`(?<=[\r\n])(?: {0,3}#{1,6}(?=[ \t\r\n])|(?<=${blankBelow(String.raw` \t`)})(?=\p{L}))`,
	'gu',
);

/** A section is cut at a paragraph after so much text that parsing it takes longer than a cut, in UTF-16 code units. */
const minCutDistance = 800;

/** What closes every container that is open, and shows by its place whether anything else was. */
const probe = '# x';

/**
 * Remembers how the stretches between the headings of one document were parsed, so that after an edit only those that
 * changed are parsed again. CommonMark reads blocks from the top down: where a heading stands in no container, what
 * follows is read as in a document of its own, but for the definitions of references.
 */
export class MarkdownChunks implements ChunkedParser {
	#known = new Map<string, SameChunks>();
	#count = 0;

	/**
	 * Parses a document in stretches.
	 *
	 * @param body without a byte order mark
	 * @param parse the parser
	 * @returns undefined where the document can only be parsed as a whole
	 */
	parse(body: string, parse: (text: string) => Root): readonly MarkdownChunk[] | undefined {
		const place = findFrontMatter(body);
		if (definition.test(body)) return undefined;
		// In front matter a `#` begins a comment.
		const headEnd = place?.isClosed ? place.span.end : 0;
		const chunks: MarkdownChunk[] = [];
		const next = new Map<string, SameChunks>();
		const cuts = cutsIn(body, headEnd);
		for (let start = 0, cut = 0; start < body.length;) {
			while (cut < cuts.length && (cuts[cut] ?? 0) <= start) cut++;
			const chunk = this.#chunkAt(body, start, cuts, cut, next, parse);
			chunks.push(chunk);
			start += chunk.text.length;
			const same = next.get(chunk.text);
			if (same) same.chunks.push(chunk);
			else next.set(chunk.text, { id: chunk.id, chunks: [chunk] });
		}
		this.#known = next;
		return chunks;
	}

	/** The shortest stretch from `start` after which a heading stands in no container. */
	#chunkAt(
		body: string,
		start: number,
		cuts: readonly number[],
		first: number,
		met: ReadonlyMap<string, SameChunks>,
		parse: (text: string) => Root,
	): MarkdownChunk {
		for (let cut = first, stride = 1; ; cut += stride, stride *= 2) {
			const end = cuts[cut] ?? body.length;
			const text = body.slice(start, end);
			const same = this.#known.get(text);
			const known = same?.chunks.shift();
			if (known) return moved(known, start);
			const nodes = end === body.length ? parse(text).children : nodesBefore(text, parse);
			if (nodes) return moved({ id: (same ?? met.get(text))?.id ?? ++this.#count, text, nodes, start: 0 }, start);
		}
	}
}

function cutsIn(body: string, from: number): readonly number[] {
	const cuts: number[] = [];
	opening.lastIndex = from;
	for (let match = opening.exec(body); match; match = opening.exec(body)) {
		if (match[0] !== '' || match.index - (cuts.at(-1) ?? from) >= minCutDistance) cuts.push(match.index);
		// An empty match would be found again.
		opening.lastIndex += match[0] === '' ? 1 : 0;
	}
	return cuts;
}

/** The nodes of a stretch, where all of them end with it. */
function nodesBefore(text: string, parse: (text: string) => Root): readonly RootContent[] | undefined {
	const nodes = parse(text + probe).children;
	const last = nodes.at(-1);
	return last?.type === 'heading' && last.depth === 1 && last.position?.start.offset === text.length
		? nodes.slice(0, -1)
		: undefined;
}

function moved(chunk: MarkdownChunk, start: number): MarkdownChunk {
	const by = start - chunk.start;
	if (by !== 0) for (const node of chunk.nodes) for (const each of withDescendants(node)) move(each, by);
	chunk.start = start;
	return chunk;
}

function* withDescendants(node: Nodes): Generator<Nodes> {
	yield node;
	yield* walk(node);
}

function move({ position }: Nodes, by: number): void {
	if (!position) return;
	position.start.offset = (position.start.offset ?? 0) + by;
	position.end.offset = (position.end.offset ?? 0) + by;
}
