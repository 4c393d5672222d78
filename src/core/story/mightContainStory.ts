import { escapeRegExp } from '../text/escape.ts';
import type { Lookups } from '../framework/lookups.ts';
import type { SectionKind } from '../framework/sectionKind.ts';
import { mentionsFirstPerson, minSectionsOfCandidate } from './candidate.ts';
import { findFrontMatter } from './frontMatter.ts';

/**
 * How much of a line is looked at for the name of a section with its number and marks, in UTF-16 code units; none is
 * longer.
 */
const maxNameLength = 200;

/** As far as a tag inside a name is followed, in UTF-16 code units. */
const maxTagLength = 4096;

/** Behind which a name may stand: at the start of a line, or behind a tag, a link or a picture. */
const openers = [...'\n\r\u2028\u2029>)]'];

/** By code unit, whether it is one of them. */
const opens = new Uint8Array(65_536);
for (const character of openers) opens[character.charCodeAt(0)] = 1;

const ampersand = 38;
const skipped = /(?:[^\p{L}]|\p{Extended_Pictographic})/uy;
const reference = /&\w+;/y;

/** Whether a text could be a story, a bank or a candidate. Never false for one of them; may be true for another text. */
export type MightContainStory = (text: string) => boolean;

/** Prepares the check for the section names of the active frameworks; made once by `lookups.derive`. */
export function mightContainStoryBy({ sectionNames }: Lookups): MightContainStory {
	return createMightContainStory(sectionNames.starNames);
}

/**
 * Prepares a check of documents that needs no parser: 11 µs for 6 KB, so that a folder of other Markdown costs next to
 * nothing.
 *
 * @param starNames the names of each of the four STAR sections that are in force, in lower case
 */
function createMightContainStory(starNames: ReadonlyMap<SectionKind, readonly string[]>): MightContainStory {
	const namesSections = createSectionScan(starNames, minSectionsOfCandidate);
	return (text) => {
		if (/(?:\*\*|__)\s*(?:competenc|tags)/iu.test(text)) return true;
		const place = findFrontMatter(text);
		const block = place && text.slice(place.content.start, place.content.end);
		// In front matter the words may hide behind escapes of YAML.
		if (block !== undefined && /competenc|star-story|\\/iu.test(block)) return true;
		// Anywhere, behind those of Markdown.
		if (text.includes('&') && /&(?!(?:amp|lt|gt|quot|apos|nbsp);)#?\w+;/u.test(text)) return true;
		return namesSections(text) && mentionsFirstPerson(text);
	};
}

/**
 * Looks through documents for the names of sections. A name begins a line or follows a picture, a link or a tag,
 * whatever other than letters stands between; markup may split it. Goes from one such place to the next, and looks
 * closely only where the first two letters are those of a name.
 *
 * @returns whether lines of a text could name sections of at least `minKinds` kinds; never false where they do
 */
function createSectionScan(
	names: ReadonlyMap<SectionKind, readonly string[]>,
	minKinds: number,
): (text: string) => boolean {
	const kinds = [...names].map(([, spelled]) => `(${spelled.map(spelling).join('|')})`);
	const name = new RegExp(`(?:\\p{L}\\s*[-–—:.)|]\\s*)?(?:${kinds.join('|')})(?:e?s)?(?!\\p{L})`, 'iuy');
	const { beginnings, longestName } = beginningsOf([...names.values()].flat());
	// A name with an initial before it, marks around its parts, and the first of what follows.
	const nearby = longestName + 16;

	return (text) => {
		const found = new Set<number>();
		lookBehind(text, 0, found);
		for (const opener of openers) {
			for (let at = text.indexOf(opener); at >= 0; at = text.indexOf(opener, at + 1)) {
				lookBehind(text, at + 1, found);
				if (found.size >= minKinds) return true;
			}
		}
		return found.size >= minKinds;
	};

	function lookBehind(text: string, index: number, found: Set<number>): void {
		const start = nameStart(text, index);
		if (mayBegin(text, start)) look(text, start, found);
	}

	/** Whether the letter at `index` could be the first of a name; others than those of ASCII always could. */
	function mayBegin(text: string, index: number): boolean {
		const first = text.charCodeAt(index);
		if (first > 127) return true;
		const second = text.charCodeAt(index + 1);
		return beginnings[first * 128 + (second < 128 ? second : 0)] === 1;
	}

	/** Looks for a name at a letter, as it stands there and without the markup in it. */
	function look(text: string, index: number, found: Set<number>): void {
		record(text, index, found);
		if (!/[*_`<&]/u.test(text.slice(index, index + nearby))) return;
		const near = text.slice(index, index + maxNameLength);
		const words = (near.includes('<') ? text.slice(index, index + maxTagLength) : near)
			.replaceAll(/[*_`]+|<[^<>]*>/gu, '')
			.replaceAll(/&\w+;/gu, ' ');
		record(words, 0, found);
	}

	function record(text: string, index: number, found: Set<number>): void {
		name.lastIndex = index;
		const kind =
			name
				.exec(text)
				?.slice(1)
				.findIndex((spelled) => spelled !== undefined) ?? -1;
		if (kind >= 0) found.add(kind);
	}
}

/**
 * The first two letters of names, which are all that most lines need to be compared with: 1 at 128 times the first plus
 * the second one. A character that is none of ASCII counts as 0 there.
 */
function beginningsOf(names: readonly string[]): { readonly beginnings: Uint8Array; readonly longestName: number } {
	const beginnings = new Uint8Array(128 * 128);
	for (const spelled of names) {
		const [first, second] = [spelled.charCodeAt(0), spelled.charCodeAt(1)];
		for (let code = 0; code < 128; code++) {
			// One letter may be followed by an ending, any other but a letter by anything.
			if (isAsciiLetter(code) && isAsciiLetter(second) && second !== (code | 32)) continue;
			for (const initial of [first, first & ~32]) beginnings[initial * 128 + code] = 1;
		}
	}
	return { beginnings, longestName: Math.max(0, ...names.map(({ length }) => length)) };
}

/** The first letter at or after `index`, or the first character before it behind which a name may stand in its turn. */
function nameStart(text: string, index: number): number {
	let start = index;
	for (; start < text.length; start++) {
		const code = text.charCodeAt(start);
		if (isAsciiLetter(code) || opens[code] === 1) return start;
		if (code === ampersand) start += lengthAt(reference, text, start, 1) - 1;
		else if (code > 127) {
			const length = lengthAt(skipped, text, start, 0);
			if (length === 0) return start;
			start += length - 1;
		}
	}
	return start;
}

function isAsciiLetter(code: number): boolean {
	return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function lengthAt(pattern: RegExp, text: string, index: number, otherwise: number): number {
	pattern.lastIndex = index;
	return pattern.exec(text)?.[0].length ?? otherwise;
}

/** In singular or plural, and with any space or quote mark between its words. */
function spelling(name: string): string {
	return name.replace(/s$/u, '').split(' ').map(escapeRegExp).join('[\\s>]+');
}
