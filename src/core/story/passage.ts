import type { GenerationCache } from '../text/generationCache.ts';
import type { Span } from '../text/span.ts';
import type { Section } from './model.ts';
import type { Piece, Pieces } from './pieces.ts';
import { isWordAt, tokenEnd, tokenStart } from './tokens.ts';

/** A word, a number, a mark of punctuation or a name in code. */
export interface Token {
	readonly form: 'word' | 'mark' | 'code';
	readonly text: string;
	/** In lower case, apostrophes straight. */
	readonly lower: string;
	/** Whether somebody else says it: between quotation marks, or in a block quote within the section. */
	readonly quoted: boolean;
	/** Whether a new sentence, paragraph or list item begins here. */
	readonly opens: boolean;
	/** Where it stands, from the start of its block; {@link Passage.spanOf} knows where in the document. */
	readonly from: number;
	readonly to: number;
}

/** A block of text in words: a paragraph, or an item of a list. */
export interface BlockReading {
	readonly tokens: readonly Token[];
	/** How many words are spoken. */
	readonly words: number;
}

interface PassageBlock {
	readonly start: number;
	readonly reading: BlockReading;
}

/** What a section tells, in words. */
export class Passage {
	/** How many words are spoken when it is told. */
	readonly words: number;
	/** Whether something in it can't be read as words: a code block, a picture, a tag. */
	readonly opaque: boolean;
	readonly #blocks: readonly PassageBlock[];
	#tokens: readonly Token[] | undefined;

	constructor(blocks: readonly PassageBlock[], opaque: boolean) {
		this.#blocks = blocks;
		this.opaque = opaque;
		this.words = blocks.reduce((sum, { reading }) => sum + reading.words, 0);
	}

	get readings(): readonly BlockReading[] {
		return this.#blocks.map(({ reading }) => reading);
	}

	get tokens(): readonly Token[] {
		return (this.#tokens ??= this.#blocks.flatMap(({ reading }) => reading.tokens));
	}

	/**
	 * Where tokens stand in the document.
	 *
	 * @param range of the indices of {@link tokens}
	 */
	spanOf({ first, last }: TokenRange): Span {
		return { start: this.#place(first).start, end: this.#place(last).end };
	}

	#place(index: number): Span {
		let left = index;
		for (const { start, reading } of this.#blocks) {
			const token = reading.tokens[left];
			if (token) return { start: start + token.from, end: start + token.to };
			left -= reading.tokens.length;
		}
		throw new RangeError(`no token ${index}`);
	}
}

/** Tokens from one to another one, both included. */
export interface TokenRange {
	readonly first: number;
	readonly last: number;
}

/** The words of the sections of a document, each read when it is first asked for. */
export class Passages {
	readonly #text: string;
	readonly #pieces: Pieces;
	readonly #blocks: GenerationCache<BlockReading> | undefined;
	readonly #passages = new Map<Section, Passage>();

	/**
	 * @param text the whole document
	 * @param blocks how its blocks read before an edit
	 */
	constructor(text: string, pieces: Pieces, blocks?: GenerationCache<BlockReading>) {
		this.#text = text;
		this.#pieces = pieces;
		this.#blocks = blocks;
	}

	/**
	 * Reads the words of a section, with code, headings, comments and HTML left out.
	 *
	 * @param section of one of the document's stories
	 */
	of(section: Section): Passage {
		let passage = this.#passages.get(section);
		if (!passage) {
			const ownQuotes = this.#pieces.within(section.name)[0]?.quotes ?? 0;
			passage = toPassage(this.#text, this.#pieces.within(section.body), ownQuotes, this.#blocks);
			this.#passages.set(section, passage);
		}
		return passage;
	}
}

/** A token that is cut off by the end of its piece depends on what follows, but no further than an entity reaches. */
const maxReach = 12;

function toPassage(
	text: string,
	pieces: readonly Piece[],
	ownQuotes: number,
	known: GenerationCache<BlockReading> | undefined,
): Passage {
	const blocks = blocksOf(pieces).map((block): PassageBlock => {
		const [start, end] = [block[0]?.start ?? 0, block.at(-1)?.end ?? 0];
		const read = () => readBlock(text, block, start, ownQuotes);
		if (!known) return { start, reading: read() };
		const layout = block.map(
			(piece) =>
				`${piece.form}${piece.start - start}+${piece.end - piece.start}${piece.quotes > ownQuotes ? 'q' : ''}`,
		);
		return { start, reading: known.get(`${layout.join(' ')}\n${text.slice(start, end + maxReach)}`, read) };
	});
	return new Passage(
		blocks,
		pieces.some(({ form }) => form === 'opaque' || form === 'tag'),
	);
}

/** The pieces that are told, by the blocks that they stand in. */
function blocksOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
	const found: Piece[][] = [];
	let block = -1;
	for (const piece of pieces) {
		if (piece.form !== 'text' && piece.form !== 'code') continue;
		if (piece.block === block) found.at(-1)?.push(piece);
		else found.push([piece]);
		({ block } = piece);
	}
	return found;
}

/** @param base where the block begins */
function readBlock(text: string, pieces: readonly Piece[], base: number, ownQuotes: number): BlockReading {
	const tokens: Mutable[] = [];
	let words = 0;
	for (const piece of pieces) {
		const quoted = piece.quotes > ownQuotes;
		if (piece.form === 'code') {
			const inner = text.slice(piece.start, piece.end).replace(/^`+ ?| ?`+$/gu, '');
			tokens.push({
				form: 'code',
				text: inner,
				lower: inner,
				quoted,
				opens: opensAt(tokens),
				from: piece.start - base,
				to: piece.end - base,
			});
			words++;
			continue;
		}
		for (let start = tokenStart(text, piece.start, piece.end); start < piece.end;) {
			const end = Math.min(piece.end, tokenEnd(text, start));
			const found = text.slice(start, end);
			const form = isWordAt(text, start) ? 'word' : 'mark';
			if (form === 'word') words++;
			tokens.push({
				form,
				text: found,
				lower: form === 'word' ? lowerOf(found) : found,
				quoted,
				opens: opensAt(tokens),
				from: start - base,
				to: end - base,
			});
			start = tokenStart(text, end, piece.end);
		}
	}
	markQuotations(tokens);
	return { tokens, words };
}

type Mutable = { -readonly [Key in keyof Token]: Token[Key] };

function lowerOf(text: string): string {
	const lower = text.toLowerCase();
	return lower.includes('’') ? lower.replace('’', "'") : lower;
}

const sentenceEnds: ReadonlySet<string> = new Set(['.', '!', '?', '…']);
const closingMarks: ReadonlySet<string> = new Set(['"', '”', "'", '’', ')', ']', '»']);
/** More marks than this after a full stop close nothing; the bound keeps a line of quotation marks linear. */
const maxClosingMarks = 4;
const abbreviations: ReadonlySet<string> = new Set(['e.g', 'i.e', 'vs', 'dr', 'mr', 'mrs', 'ms', 'approx', 'st', 'cf']);

/** Whether what follows these tokens of a block begins a sentence. */
function opensAt(tokens: readonly Token[]): boolean {
	let index = tokens.length - 1;
	if (index < 0) return true;
	if (tokens[index]?.form !== 'mark') return false;
	for (let left = maxClosingMarks; left > 0 && index > 0 && closingMarks.has(tokens[index]?.text ?? ''); left--)
		index--;
	const last = tokens[index];
	// An opening quotation mark is part of the sentence that it opens.
	if (last?.opens && last.form === 'mark') return true;
	return last !== undefined && sentenceEnds.has(last.text) && !abbreviations.has(tokens[index - 1]?.lower ?? '');
}

const closingOf: ReadonlyMap<string, string> = new Map([
	['“', '”'],
	['"', '"'],
	['«', '»'],
	['„', '“'],
]);

/** Marks what stands between quotation marks of one paragraph. A mark without its counterpart opens nothing. */
function markQuotations(tokens: readonly Mutable[]): void {
	// Marks that no longer occur; looking for them again and again would make the search quadratic.
	const gone = new Set<string>();
	for (let index = 0; index < tokens.length; index++) {
		if (tokens[index]?.form !== 'mark') continue;
		const closing = closingOf.get(tokens[index]?.text ?? '');
		if (closing === undefined || gone.has(closing)) continue;
		let end = index + 1;
		while (end < tokens.length && tokens[end]?.text !== closing) end++;
		if (end === tokens.length) {
			gone.add(closing);
			continue;
		}
		for (; index <= end; index++) {
			const token = tokens[index];
			if (token) token.quoted = true;
		}
		index = end;
	}
}
