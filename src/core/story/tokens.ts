import type { Piece } from './pieces.ts';
import { isJapanese, wordsInCharacters } from './spokenCharacters.ts';

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
	/** How many words are spoken; of scripts without spaces the number of English words that take as long, in fractions. */
	readonly words: number;
}

/** Tokens from one to another one, both included. */
export interface TokenRange {
	readonly first: number;
	readonly last: number;
}

/**
 * Reads a block of text in words.
 *
 * @param pieces of the block
 * @param base where the block begins
 * @param ownQuotes how many block quotes its section stands in
 */
export function readBlock(text: string, pieces: readonly Piece[], base: number, ownQuotes: number): BlockReading {
	const tokens: Mutable[] = [];
	let words = 0;
	let japanese: boolean | undefined;
	const wordsIn = (found: string): number => {
		const [first, last] = [found.charCodeAt(0), found.charCodeAt(found.length - 1)];
		if (first < firstWithoutSpaces && last < firstWithoutSpaces) return 1;
		japanese ??= isJapanese(text.slice(pieces[0]?.start, pieces.at(-1)?.end));
		return wordsInCharacters(found, japanese) ?? 1;
	};
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
			if (form === 'word') words += wordsIn(found);
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

/** Thai is the first script of Unicode that puts no spaces between words. */
const firstWithoutSpaces = 0x0e00;

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
	['「', '」'],
	['『', '』'],
]);

/** A paragraph of so many words and marks within one pair of quotation marks is no quotation: it is to be said aloud. */
const minSaidAloud = 25;

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
		if (index === 0 && end === tokens.length - 1 && tokens.length >= minSaidAloud) return;
		for (; index <= end; index++) {
			const token = tokens[index];
			if (token) token.quoted = true;
		}
		index = end;
	}
}

/**
 * A word with the hyphens, apostrophes, points and slashes inside it, an entity such as `&amp;`, or one other
 * character. Separators and letters share no character, so the search is linear.
 */
export const tokenPattern =
	/&#?[a-z0-9]{2,8};|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|(?:['’./_-]|(?<=\p{N})[,:])(?=[\p{L}\p{N}]))*|\S/iuy;

const wordlike = /[\p{L}\p{N}]/uy;

const space = 1;
const letter = 2;
const digit = 3;

/** What the characters of ASCII are; 0 for marks. */
const classes = Uint8Array.from({ length: 128 }, (_, code) => {
	const character = String.fromCharCode(code);
	return /\s/u.test(character) ? space : /[a-z]/iu.test(character) ? letter : /\d/u.test(character) ? digit : 0;
});

const joiners = new Set([..."'./_-"].map((character) => character.charCodeAt(0)));
const numberJoiners = new Set([...',:'].map((character) => character.charCodeAt(0)));
const ampersand = '&'.charCodeAt(0);

/** Where the next token begins, from `start` on; `end` where there is none before it. */
export function tokenStart(text: string, start: number, end: number): number {
	for (let at = start; at < end; at++) {
		const code = text.charCodeAt(at);
		if (code < 128 ? classes[code] !== space : !/\s/u.test(text.charAt(at))) return at;
	}
	return end;
}

/**
 * Where the token ends that begins at `start`: what {@link tokenPattern} finds, without it for words of ASCII.
 *
 * @param start as of {@link tokenStart}
 */
export function tokenEnd(text: string, start: number): number {
	const first = text.charCodeAt(start);
	if (first >= 128 || first === ampersand) return patternEnd(text, start);
	if ((classes[first] ?? 0) < letter) return start + 1;
	for (let at = start + 1; ; at++) {
		const code = text.charCodeAt(at);
		if (code >= 128) return patternEnd(text, start);
		if ((classes[code] ?? 0) >= letter) continue;
		if (!joiners.has(code) && !(numberJoiners.has(code) && classes[text.charCodeAt(at - 1)] === digit)) return at;
		const next = text.charCodeAt(at + 1);
		if (next >= 128) return patternEnd(text, start);
		if (!((classes[next] ?? 0) >= letter)) return at;
	}
}

function patternEnd(text: string, start: number): number {
	tokenPattern.lastIndex = start;
	return tokenPattern.test(text) ? tokenPattern.lastIndex : start + 1;
}

/** Whether the token at `start` is a word or a number. */
export function isWordAt(text: string, start: number): boolean {
	const code = text.charCodeAt(start);
	if (code < 128) return (classes[code] ?? 0) >= letter;
	wordlike.lastIndex = start;
	return wordlike.test(text);
}
