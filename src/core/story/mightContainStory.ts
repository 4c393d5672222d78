import type { Lookups } from '../framework/lookups.ts';
import { conjunctions, determiners } from '../framework/namesByLanguage.ts';
import { type SectionNames, sectionNamesOf } from '../framework/sectionNames.ts';
import { escapeRegExp } from '../text/escape.ts';
import { minOwnNames, minStarSections } from './wholeStory.ts';
import { findFrontMatter } from './frontMatterPlace.ts';
import { readBelowFrontMatter } from './frontMatterClosedEarly.ts';
import { mightSlip } from './frontMatterSlip.ts';

/**
 * How much of a line is looked at for the name of a section with its number and marks, in UTF-16 code units; none is
 * longer.
 */
const maxNameLength = 200;

/** As far as a tag inside a name is followed, in UTF-16 code units. */
const maxTagLength = 4096;

/** Behind which a name may stand: at the start of a line, or behind a tag, a link or a picture. */
const openers = [...'\n\r\u2028\u2029>)]|'];

/** Those of two letters and more, by their beginnings. */
const romanNumerals = ['ii', 'iv', 'vi'];

/** By code unit, whether it is one of them. */
const opens = new Uint8Array(65_536);
for (const character of openers) opens[character.charCodeAt(0)] = 1;

const ampersand = 38;
const skipped = /(?:[^\p{L}]|\p{Extended_Pictographic})/uy;
const reference = /&\w+;/y;

const unseen = /[\u00AD\u200B\u200C\u200E\u200F\u2060\uFEFF]|\uFE0E|\uFE0F/gu;

/** Whether a text could be a story, a bank or a candidate. Never false for one of them; it may be true for another text. */
export type MightContainStory = (text: string) => boolean;

/** The look for the section names of some frameworks. */
export function mightContainStoryBy(lookups: Lookups): MightContainStory {
	return createMightContainStory(lookups.derive(sectionNamesOf).starNames);
}

/**
 * Prepares a check of documents that needs no parser: 0.1 ms for 6 KB, so that a folder of other Markdown costs little
 * more than to read it.
 *
 * @param starNames the names of each of the four STAR sections that are in force, in lower case
 */
function createMightContainStory(starNames: SectionNames['starNames']): MightContainStory {
	const namesSections = createSectionScan(starNames, minStarSections);
	return (text) => {
		if (/(?:[*_]|#\s)\s*(?:competenc|tags|theme|maps to|behaviou?ral focus)/iu.test(text)) return true;
		const place = findFrontMatter(text);
		const block = place && text.slice(place.content.start, place.content.end);
		// In front matter the words may hide behind escapes of YAML.
		if (block !== undefined && /competenc|star-story|\\/iu.test(block)) return true;
		const isNone = !place?.isClosed || block?.trim() === '';
		if (isNone && /competenc|star-story/iu.test(text) && (place || mightSlip(text))) return true;
		if (place?.isClosed && /competenc|star-story/u.test(readBelowFrontMatter(text, place))) return true;
		// Anywhere, behind those of Markdown.
		if (text.includes('&') && /&(?!(?:amp|lt|gt|quot|apos|nbsp);)#?\w+;/u.test(text)) return true;
		return namesSections(isAscii(text) ? text : folded(text));
	};
}

/**
 * Looks through documents for the names of sections. A name begins a line or follows a picture, a link or a tag,
 * whatever other than letters stands between; markup may split it. Goes from one such place to the next, and looks
 * closely only where the first two letters are those of a name.
 *
 * @returns whether lines of a text could name sections of at least `minKinds` kinds; never false where they do
 */
function createSectionScan(names: SectionNames['starNames'], minKinds: number): (text: string) => boolean {
	// Two groups a kind: its own names, and its aliases.
	const kinds = [...names.values()].flatMap((listed) =>
		[true, false].map((own) => {
			const spelled = [...listed].filter(([, isOwn]) => isOwn === own).map(([each]) => spelling(each));
			return `(${spelled.length > 0 ? spelled.join('|') : '(?!)'})`;
		}),
	);
	const name = new RegExp(
		`(?:(?:[iv]{1,4}(?=[.)])|\\p{L})\\+?\\]?\\s*[-–—:.)|(\\]、]?\\s*)?(?:(?:${determiners.join('|')})\\s+|[ld]['’])?(?:${kinds.join('|')})(?:e?s)?(?!\\p{L})`,
		'iuy',
	);
	const listedNames = [...names.values()].flatMap((listed) => [...listed.keys()]);
	const { beginnings, longestName } = beginningsOf([...listedNames, ...determiners, ...romanNumerals]);
	const firstWords = firstWordsOf(listedNames);
	const joint = new RegExp(
		`\\s*(?:[&+/,、・(]|(?:${conjunctions.join('|')})\\s)\\s*|\\s+(?=\\p{Lo})|(?<=\\p{Lo})\\s+`,
		'iuy',
	);
	// A name with an initial before it, marks around its parts, and the first of what follows.
	const nearby = longestName + 16;

	return (text) => {
		const found = new Set<number>();
		const letters = new Set<string>();
		lookBehind(text, 0, found, letters);
		for (const opener of openers) {
			for (let at = text.indexOf(opener); at >= 0; at = text.indexOf(opener, at + 1)) {
				lookBehind(text, at + 1, found, letters);
				if (isEnough(found) || letters.size >= minKinds) return true;
			}
		}
		if (found.size > 0 || letters.size > 0 || /=\s*\{?["']/u.test(text)) lookWithinLines(text, found, letters);
		return isEnough(found) || letters.size >= minKinds;
	};

	/**
	 * Behind the first section of a line others may stand: `(S) … (T) …`, `**Situation:** … **Task:** …`; a tag may
	 * name one: `<TabItem label="Task">`.
	 */
	function lookWithinLines(text: string, found: Set<number>, letters: Set<string>): void {
		for (const { index, 0: before } of text.matchAll(withinLine)) {
			const start = index + before.length;
			const words = text.slice(start, start + maxInlineLength).replaceAll(/[*_`]+|<[^<>]*>/gu, '');
			const [, initial] = inlineLetter.exec(words) ?? [];
			if (initial !== undefined) letters.add(initial.toLowerCase());
			if (!mayBegin(words, 0) || !mayName(words, 0)) continue;
			name.lastIndex = 0;
			if (
				name.test(words) &&
				/[:：)\]】〕」』》〉*_"']|\s[-–—]/u.test(text.slice(start, start + maxInlineLength))
			)
				record(words, 0, found);
		}
	}

	/** Groups with an even index are own names. */
	function isEnough(found: ReadonlySet<number>): boolean {
		if (found.size < minKinds) return false;
		const own = [...found].filter((group) => group % 2 === 0).length;
		return own >= minOwnNames && new Set([...found].map((group) => group >> 1)).size >= minKinds;
	}

	function lookBehind(text: string, index: number, found: Set<number>, letters: Set<string>): void {
		const start = nameStart(text, index);
		if (mayBegin(text, start) && mayName(text, start)) look(text, start, found);
		if (isStarLetter(text.charCodeAt(start)) && !isAsciiLetter(text.charCodeAt(start + 1)))
			recordLetters(text, start, letters);
	}

	/** Whether the letter at `index` could be the first of a name; others than those of ASCII always could. */
	function mayBegin(text: string, index: number): boolean {
		const first = text.charCodeAt(index);
		if (first > 127) return true;
		const second = text.charCodeAt(index + 1);
		return beginnings[first * 128 + (second < 128 ? second : 0)] === 1;
	}

	/**
	 * Whether the word at `index` could be the first of a name, behind an initial and a determiner, as far as that can
	 * be seen in its letters. Most lines begin with a word that is none, and are not compared with every name.
	 */
	function mayName(text: string, index: number): boolean {
		let start = index;
		for (let word = 0; word < maxLeadingWords; word++) {
			let end = start;
			while (isAsciiLetter(text.charCodeAt(end))) end++;
			// Others than those of ASCII, and marks within a word, are looked at closely.
			if (end === start || isUnclear(text.charCodeAt(end))) return true;
			const letters = text.slice(start, end).toLowerCase();
			if (firstWords.has(letters)) return true;
			if (letters.length > 1 && !leadingWords.has(letters)) return false;
			for (start = end; start < text.length && !isAsciiLetter(text.charCodeAt(start)); start++)
				if (isUnclear(text.charCodeAt(start))) return true;
		}
		return true;
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

	/** Records the kinds of a name, and of others beside it, as in `Situation & Task` and `Context (Situation)`. */
	function record(text: string, index: number, found: Set<number>): void {
		for (let from = index; ;) {
			name.lastIndex = from;
			const match = name.exec(text);
			if (!match) return;
			found.add(match.slice(1).findIndex((spelled) => spelled !== undefined));
			joint.lastIndex = name.lastIndex;
			const joined = joint.exec(text)?.[0].length ?? 0;
			if (joined === 0) return;
			from = name.lastIndex + joined;
		}
	}
}

/** Where a section may begin within a line: behind a sentence, at bold type, in a bracket or as a value of a tag. */
const withinLine = /(?:[.!?…;|→·•/–—。！？；][^\p{L}\r\n]{0,12}|[*_([（［【〔「『《〈]+|=\s*\{?["'])(?=\p{L})/gu;

/** A name with its initial and what stands around it is no longer, in UTF-16 code units. */
const maxInlineLength = 60;

const inlineLetter = /^([star])(?:\s?[)\]）］】〕」』》〉:：]|\s?[.–—-]\s)/iu;

/** A letter that heads a line or cell as the label of a section does: `S:`, `- **T** — …`, `| A |`, `## R`, `S/T`. */
const letter = /([star])(?:\s?[/+&]\s?([star]))?(?![\p{L}\p{N}'’])(?=\s*(?:[*_\])]|$|[^\p{L}\p{N}\s]|[\r\n]))/iuy;

function isStarLetter(code: number): boolean {
	return code > 64 && code < 128 && 'star'.includes(String.fromCharCode(code | 32));
}

function recordLetters(text: string, index: number, letters: Set<string>): void {
	letter.lastIndex = index;
	const [, first, second] = letter.exec(text) ?? [];
	for (const each of [first, second]) if (each !== undefined) letters.add(each.toLowerCase());
}

/** So many words may stand before and at the beginning of a name: an initial, a determiner of two and its first one. */
const maxLeadingWords = 4;

/** Words that may stand before a name. */
const leadingWords: ReadonlySet<string> = new Set([
	...determiners.flatMap((each) => each.split(' ')),
	...'i ii iii iv v vi vii viii ix'.split(' '),
]);

/** The first words of names as far as they are of ASCII letters, in singular and plural. */
function firstWordsOf(names: readonly string[]): ReadonlySet<string> {
	return new Set(
		names.flatMap((name) => {
			const [first = ''] = /^[a-z]*/u.exec(name) ?? [];
			const stem = name.replace(/s$/u, '');
			return first.length < stem.length ? [first] : [stem, `${stem}s`, `${stem}es`];
		}),
	);
}

/**
 * The first two letters of names, which are all that most lines need to be compared with: 1 at 128 times the first plus
 * the second one. A character that is none of ASCII counts as 0 there.
 */
function beginningsOf(names: readonly string[]): { readonly beginnings: Uint8Array; readonly longestName: number } {
	const beginnings = new Uint8Array(128 * 128);
	for (const pair of new Set(names.map((spelled) => spelled.slice(0, 2)))) {
		const [first, second] = [pair.charCodeAt(0), pair.charCodeAt(1)];
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

/** Whether a character may be part of a name in another way than a letter: markup, or none of ASCII. */
function isUnclear(code: number): boolean {
	return code > 127 || code === ampersand || code === 60 || code === 42 || code === 95 || code === 96;
}

function isAscii(text: string): boolean {
	for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 127) return false;
	return true;
}

function isAsciiLetter(code: number): boolean {
	return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function lengthAt(pattern: RegExp, text: string, index: number, otherwise: number): number {
	pattern.lastIndex = index;
	return pattern.exec(text)?.[0].length ?? otherwise;
}

/** A text in the form in which names are compared, but for its capitals, white space and marks. */
function folded(text: string): string {
	return text
		.replace(/[‘’ʼ´]/gu, "'")
		.normalize('NFKC')
		.replace(unseen, '')
		.replace(/[ßẞ]/gu, 'ss');
}

/** In singular or plural, with any apostrophe, and with any space or quote mark between its words. */
function spelling(name: string): string {
	const words = name.replace(/s$/u, '').split(' ').map(escapeRegExp);
	return words.join('[\\s>]+').replaceAll("'", "['`]");
}
