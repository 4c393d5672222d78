import type { SectionKind } from './sectionKind.ts';

/** Says whether lines of `text` could name sections of at least `least` of some kinds; never no where they do. */
export type SectionScan = (text: string, least: number) => boolean;

/** Longest name of a section with its number and marks that is looked for, in UTF-16 code units; none longer is a name. */
const longestName = 200;

/** As far as a tag inside a name is followed, in UTF-16 code units. */
const longestTag = 4096;

/** By code unit, whether a name may stand behind it: at the start of a line, or behind a tag, a link or a picture. */
const opens = new Uint8Array(65_536);
for (const character of '\n\r\u2028\u2029>)]') opens[character.charCodeAt(0)] = 1;

const ampersand = 38;
const skipped = /(?:[^\p{L}]|\p{Extended_Pictographic})/uy;
const reference = /&\w+;/y;

/**
 * Prepares to look through documents for the names of sections. A name begins a line or follows a picture, a link or a
 * tag, whatever other than letters stands between; markup may split it. Reads every character once, and looks closely
 * only where the first two letters are those of a name: a regular expression over the whole text takes twenty times as long.
 * @param names of each kind, in lower case
 */
export function createSectionScan(names: ReadonlyMap<SectionKind, readonly string[]>): SectionScan {
	const kinds = [...names].map(([, spelled]) => `(${spelled.map(spelling).join('|')})`);
	const name = new RegExp(`(?:\\p{L}\\s*[-–—:.)|]\\s*)?(?:${kinds.join('|')})(?:e?s)?(?!\\p{L})`, 'iuy');
	const { firsts, pairs, longest } = beginningsOf([...names.values()].flat());
	// A name with an initial before it, marks around its parts, and the first of what follows.
	const nearby = longest + 16;

	return (text, least) => {
		const found = new Set<number>();
		for (let index = 0; index < text.length; ) {
			const start = nameStart(text, index);
			if (mayBegin(text, start)) look(text, start, found);
			if (found.size >= least) return true;
			// On to the next place behind which a name may stand.
			index = start;
			while (index < text.length && opens[text.charCodeAt(index)] === 0) index++;
			index++;
		}
		return false;
	};

	/** Whether the letter at `index` could be the first of a name; others than those of ASCII always could. */
	function mayBegin(text: string, index: number): boolean {
		const [first, second] = [text.charCodeAt(index), text.charCodeAt(index + 1)];
		if (first > 127) return true;
		const lower = first | 32;
		return isAsciiLetter(first) && (isAsciiLetter(second) ? pairs.has(lower * 128 + (second | 32)) : firsts.has(lower));
	}

	/** Looks for a name at a letter, as it stands there and without the markup in it. */
	function look(text: string, index: number, found: Set<number>): void {
		record(text, index, found);
		if (!/[*_`<&]/u.test(text.slice(index, index + nearby))) return;
		const near = text.slice(index, index + longestName);
		const words = (near.includes('<') ? text.slice(index, index + longestTag) : near).replaceAll(/[*_`]+|<[^<>]*>/gu, '').replaceAll(/&\w+;/gu, ' ');
		record(words, 0, found);
	}

	function record(text: string, index: number, found: Set<number>): void {
		name.lastIndex = index;
		const kind = name.exec(text)?.slice(1).findIndex((spelled) => spelled !== undefined) ?? -1;
		if (kind >= 0) found.add(kind);
	}
}

/** The first letters of names and the first two, which are all that most lines need to be compared with. */
function beginningsOf(names: readonly string[]): { firsts: ReadonlySet<number>; pairs: ReadonlySet<number>; longest: number } {
	const firsts = new Set<number>();
	const pairs = new Set<number>();
	for (const spelled of names) {
		const [first, second] = [spelled.charCodeAt(0), spelled.charCodeAt(1)];
		firsts.add(first);
		for (let letter = 97; letter <= 122; letter++) {
			// One letter may be followed by an ending, any other but a letter by anything.
			if (!isAsciiLetter(second) || second === letter) pairs.add(first * 128 + letter);
		}
	}
	return { firsts, pairs, longest: Math.max(0, ...names.map(({ length }) => length)) };
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
	return name.replace(/s$/u, '').split(' ').map((word) => word.replace(/[$()*+./?[\\\]^{|}-]/gu, '\\$&')).join('[\\s>]+');
}
