import type { ParsedDocument } from '../story/parse.ts';
import type { Section } from '../story/model.ts';
import type { Span } from '../text/span.ts';
import type { BlockReading, KnownBlocks } from './knownBlocks.ts';
import { type Piece, piecesWithin } from './pieces.ts';

/** A word, a number, a mark of punctuation or a name in code, at its place in the source. */
export interface Token extends Span {
	readonly form: 'word' | 'mark' | 'code';
	readonly text: string;
	/** In lower case, apostrophes straight. */
	readonly lower: string;
	/** Whether somebody else says it: between quotation marks, or in a block quote within the section. */
	readonly quoted: boolean;
	/** Whether a new sentence, paragraph or list item begins here. */
	readonly opens: boolean;
}

/** What a section tells, in words. */
export interface Passage {
	readonly tokens: readonly Token[];
	/** How many words are spoken when it is told. */
	readonly words: number;
	/** Whether something in it can't be read as words: a code block, a picture, a tag. */
	readonly opaque: boolean;
}

const passageOf = new WeakMap<Section, Passage>();

/**
 * Reads the words of a section, with code, headings, comments and HTML left out.
 * @param document the one that the section stands in
 * @param section a section of one of its stories; what is read is kept with it
 */
export function readPassage({ tree, text, blocks }: Pick<ParsedDocument, 'tree' | 'text' | 'blocks'>, section: Section): Passage {
	let passage = passageOf.get(section);
	if (!passage) {
		const own = piecesWithin(tree, section.name)[0]?.quotes ?? 0;
		passageOf.set(section, (passage = toPassage(text, piecesWithin(tree, section.body), own, blocks)));
	}
	return passage;
}

/** A token that is cut off by the end of its piece depends on what follows, but no further than an entity reaches. */
const longestReach = 12;

function toPassage(text: string, pieces: readonly Piece[], ownQuotes: number, known: KnownBlocks | undefined): Passage {
	const tokens: Token[] = [];
	let words = 0;
	for (const block of blocksOf(pieces)) {
		const [first, last] = [block[0]?.start ?? 0, block.at(-1)?.end ?? 0];
		const read = () => readBlock(text, block, ownQuotes);
		const layout = block.map(({ form, start, end, quotes }) => `${form}${start - first}+${end - start}${quotes > ownQuotes ? 'q' : ''}`);
		const reading = known ? known.reading(`${layout.join(' ')}\n${text.slice(first, last + longestReach)}`, first, read) : read();
		for (const token of reading.tokens) tokens.push(token);
		words += reading.words;
	}
	return { tokens, words, opaque: pieces.some(({ form }) => form === 'opaque') };
}

/** The pieces that are told, by the blocks that they stand in. */
function blocksOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
	const found: Piece[][] = [];
	let block = -1;
	for (const piece of pieces) {
		if (piece.form === 'heading' || piece.form === 'opaque') continue;
		if (piece.block === block) found.at(-1)?.push(piece);
		else found.push([piece]);
		({ block } = piece);
	}
	return found;
}

function readBlock(text: string, pieces: readonly Piece[], ownQuotes: number): BlockReading {
	const tokens: Mutable[] = [];
	let words = 0;
	for (const piece of pieces) {
		const quoted = piece.quotes > ownQuotes;
		if (piece.form === 'code') {
			const inner = text.slice(piece.start, piece.end).replace(/^`+ ?| ?`+$/gu, '');
			tokens.push({ form: 'code', text: inner, lower: inner, start: piece.start, end: piece.end, quoted, opens: opensAt(tokens) });
			words++;
			continue;
		}
		tokenPattern.lastIndex = piece.start;
		for (let match = tokenPattern.exec(text); match && match.index < piece.end; match = tokenPattern.exec(text)) {
			const found = match[0].slice(0, piece.end - match.index);
			const form = isWordlike.test(found) ? 'word' : 'mark';
			if (form === 'word') words++;
			const end = match.index + found.length;
			tokens.push({ form, text: found, lower: lowerOf(found), start: match.index, end, quoted, opens: opensAt(tokens) });
		}
	}
	markQuotations(tokens);
	return { tokens, words };
}

type Mutable = { -readonly [Key in keyof Token]: Token[Key] };

/**
 * A word with the hyphens, apostrophes, points and slashes inside it, an entity such as `&amp;`, or one other
 * character. Separators and letters share no character, so the search is linear.
 */
const tokenPattern =
	/&#?[a-z0-9]{2,8};|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|(?:['’./_-]|(?<=\p{N})[,:])(?=[\p{L}\p{N}]))*|\S/giu;
const isWordlike = /^[\p{L}\p{N}]/u;

function lowerOf(text: string): string {
	return text.toLowerCase().replace('’', "'");
}

const sentenceEnds: ReadonlySet<string> = new Set(['.', '!', '?', '…']);
const closingMarks: ReadonlySet<string> = new Set(['"', '”', "'", '’', ')', ']', '»']);
/** More marks than this after a full stop close nothing; the bound keeps a line of quotation marks linear. */
const mostClosingMarks = 4;
const abbreviations: ReadonlySet<string> = new Set(['e.g', 'i.e', 'vs', 'dr', 'mr', 'mrs', 'ms', 'approx', 'st', 'cf']);

/** Whether what follows these tokens of a block begins a sentence. */
function opensAt(tokens: readonly Token[]): boolean {
	let index = tokens.length - 1;
	if (index < 0) return true;
	for (
		let left = mostClosingMarks;
		left > 0 && index > 0 && closingMarks.has(tokens[index]?.text ?? '');
		left--
	)
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
