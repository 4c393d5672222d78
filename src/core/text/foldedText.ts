import { between, foldCharacter, type FoldedCharacter } from './foldCharacter.ts';

/** The letters and digits of a text in the form in which names are compared, each with its place in the text. */
export interface FoldedText {
	readonly text: string;
	/** Code points. */
	readonly units: readonly number[];
	/** Where the character of each begins, in UTF-16 code units. Several letters may be of one character. */
	readonly starts: readonly number[];
	/** Where it ends, its accents included. */
	readonly ends: readonly number[];
	/** What stands before each unit, as a sum of `between`; 0 where it follows the unit before it. */
	readonly before: readonly number[];
	/** The symbols before a unit, by its index; of a long run only the beginning. */
	readonly symbols: ReadonlyMap<number, string>;
	/** Whether tags, character references or encoded characters were read as what they stand for. */
	readonly hasMarkup: boolean;
}

/**
 * Folds a text for comparison with names.
 *
 * @param readsMarkup whether tags and targets of links are looked through, and character references and the encoded
 *   characters of addresses stand for what they mean; else all of it is text
 */
export function foldText(text: string, readsMarkup = true): FoldedText {
	const units: number[] = [];
	const starts: number[] = [];
	const ends: number[] = [];
	const before: number[] = [];
	const symbols = new Map<number, string>();
	let hasMarkup = false;
	let open = 0;

	const add = ({ character, folded, start, end }: FoldedPart): void => {
		if (typeof folded === 'number') {
			open |= folded;
			if (folded === between.symbol) {
				const written = symbols.get(units.length) ?? '';
				if (written.length < maxSymbols) symbols.set(units.length, written + character);
			}
			return;
		}
		// An accent belongs to the letter that it follows.
		if (folded.length === 0 && open === 0 && ends.length > 0) ends[ends.length - 1] = end;
		for (const unit of folded) {
			units.push(unit);
			starts.push(start);
			ends.push(end);
			before.push(open);
			open = 0;
		}
	};

	for (let at = 0; at < text.length;) {
		const markup = readsMarkup ? markupAt(text, at) : undefined;
		if (markup) {
			hasMarkup = true;
			for (const part of markup.parts) add(part);
			at = markup.end;
			continue;
		}
		const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
		add(partOf(character, at, at + character.length));
		at += character.length;
	}
	return { text, units, starts, ends, before, symbols, hasMarkup };
}

/** No name has more symbols between two letters. */
const maxSymbols = 16;

interface FoldedPart {
	readonly character: string;
	readonly folded: FoldedCharacter;
	readonly start: number;
	readonly end: number;
}

function partOf(character: string, start: number, end: number): FoldedPart {
	return { character, folded: foldCharacter(character), start, end };
}

/** What is written other than letter by letter. */
interface Markup {
	readonly parts: readonly FoldedPart[];
	readonly end: number;
}

// Bounded in length, so that the work stays in proportion to a text made of their beginnings.
const tag = /<(?:\/?[a-z][a-z\d-]{0,20}(?:\s[^<>]{0,500})?\/?|\\?!--[^<>]{0,500}--)\\?>/iuy;
const linkTarget = /\](?:\([^()\s]{0,500}\)|\[[^[\]]{0,200}\])/uy;
const encoded = /(?:%[\da-f]{2})+/iuy;
const reference = /&(?:#(?<decimal>\d{1,7})|#x(?<hexadecimal>[\da-f]{1,6})|(?<name>[a-z][a-z\d]{1,30}));/iuy;

function markupAt(text: string, at: number): Markup | undefined {
	switch (text.charCodeAt(at)) {
		case 60: // <
			return passed(tag, text, at);
		case 93: // ]
			return passed(linkTarget, text, at);
		case 37: // %
			return decodedAddress(text, at);
		case 38: // &
			return decodedReference(text, at);
		default:
			return undefined;
	}
}

function passed(pattern: RegExp, text: string, at: number): Markup | undefined {
	const end = endOf(pattern, text, at);
	return end === undefined ? undefined : { parts: [{ character: '', folded: between.unseen, start: at, end }], end };
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
	pattern.lastIndex = at;
	return pattern.test(text) ? pattern.lastIndex : undefined;
}

function decodedAddress(text: string, at: number): Markup | undefined {
	const end = endOf(encoded, text, at);
	if (end === undefined) return undefined;
	let characters: string;
	try {
		characters = decodeURIComponent(text.slice(at, end));
	} catch {
		return undefined;
	}
	let start = at;
	const parts = [...characters].map((character): FoldedPart => {
		const bytes = encodedLength(character.codePointAt(0) ?? 0);
		const part = partOf(character, start, start + 3 * bytes);
		start = part.end;
		return part;
	});
	return { parts, end };
}

/** How many bytes UTF-8 takes for a code point. */
function encodedLength(codePoint: number): number {
	return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
}

function decodedReference(text: string, at: number): Markup | undefined {
	reference.lastIndex = at;
	const { decimal, hexadecimal, name } = reference.exec(text)?.groups ?? {};
	const end = reference.lastIndex;
	const code = decimal !== undefined ? Number(decimal) : hexadecimal !== undefined ? parseInt(hexadecimal, 16) : -1;
	const characters = name === undefined ? fromCode(code) : named(name);
	if (characters === undefined) return undefined;
	return { parts: [...characters].map((each) => partOf(each, at, end)), end };
}

function fromCode(code: number): string | undefined {
	return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** Letters with accents by their names in HTML: the letter, and what it wears. */
const accented =
	/^([a-z])(?:grave|acute|circ|tilde|uml|ring|cedil|caron|slash|macr|breve|ogon|dot|dblac|strok|midot|nodot|math)$/iu;
const ligature = /^([a-z]{2,3})lig$/iu;
const otherReferences: ReadonlyMap<string, string> = new Map([
	['nbsp', ' '],
	['ensp', ' '],
	['emsp', ' '],
	['thinsp', ' '],
	['hairsp', ' '],
	['numsp', ' '],
	['puncsp', ' '],
	['tab', ' '],
	['newline', ' '],
	['shy', '\u00AD'],
	['zwj', '\u200D'],
	['zwnj', '\u200C'],
	['zerowidthspace', '\u200B'],
	['nobreak', '\u2060'],
	['lrm', '\u200E'],
	['rlm', '\u200F'],
	['amp', '&'],
	['apos', "'"],
	['quot', '"'],
	['lsquo', '‘'],
	['rsquo', '’'],
	['ldquo', '“'],
	['rdquo', '”'],
	['laquo', '«'],
	['raquo', '»'],
	['hyphen', '-'],
	['dash', '-'],
	['ndash', '–'],
	['mdash', '—'],
	['lowbar', '_'],
	['ast', '*'],
	['period', '.'],
	['comma', ','],
	['plus', '+'],
	['num', '#'],
	['dollar', '$'],
	['sol', '/'],
	['commat', '@'],
	['colon', ':'],
	['lpar', '('],
	['rpar', ')'],
	['lt', '<'],
	['gt', '>'],
	['middot', '·'],
	['hellip', '…'],
	['eth', 'ð'],
	['thorn', 'þ'],
]);

function named(name: string): string | undefined {
	return (
		accented.exec(name)?.[1] ??
		(/^szlig$/iu.test(name) ? 'ss' : ligature.exec(name)?.[1]) ??
		otherReferences.get(name.toLowerCase())
	);
}
