import { wordSet } from '../text/words.ts';
import { conjunctions, determiners } from './namesByLanguage.ts';
import { isSlip } from './nearness.ts';
import { foldName, type SectionName, type SectionNames } from './sectionNames.ts';
import type { SectionKind } from './sectionKind.ts';

/** The name that words were meant for. */
export interface NearSectionName {
	readonly kind: SectionKind;
	/** In the author's capitals. */
	readonly name: string;
}

/** A slip in words that would name sections without it. */
export interface Misspelling {
	/** The sections that were meant. */
	readonly kinds: readonly SectionKind[];
	/** Where the misspelt word stands in the words. */
	readonly start: number;
	readonly end: number;
	/** How it is spelt. */
	readonly name: string;
}

/** Words of their own, one slip away from a name of a section. */
const otherWords = wordSet(
	'auction content contents contest contests contexts settling betting challenger challenged challenging issuer impart ' +
		'lesions lessors ausgabe zdanie zdania auctions simulation simulations simulación situational handling leaning lassen actes ' +
		'act objectid sitting resultset resultsets resultant resultants resulted reflective lesser',
);

/** A shorter name has too many words beside it; only two letters that changed places are a slip there. */
const minLength = 6;
/** In a name of so many letters, two may be wrong. */
const minLongLength = 9;

/**
 * Finds the section whose name somebody misspelt.
 *
 * @param words of a heading or label, without marks and what stands around the name
 * @param kinds of the sections that it may be
 * @returns undefined for a name that is spelt right, and for a word of its own
 */
export function nearSectionName(
	words: string,
	names: SectionNames,
	kinds: readonly SectionKind[],
): NearSectionName | undefined {
	const written = foldName(words);
	if (written.length > maxLength || otherWords.has(written)) return undefined;
	let known = knownSlips.get(names);
	if (!known || known.size >= maxKnown) knownSlips.set(names, (known = new Map()));
	const key = `${kinds.join(' ')} ${words}`;
	const found = known.get(key) ?? (names.read(words) ? 'none' : (slipIn(words, written, names, kinds) ?? 'none'));
	known.set(key, found);
	return found === 'none' ? undefined : found;
}

/** What was found for words: the lines of a story are looked at after each key. */
const knownSlips = new WeakMap<SectionNames, Map<string, NearSectionName | 'none'>>();
/** A few stories begin no more lines in different ways. */
const maxKnown = 2000;

function slipIn(
	words: string,
	written: string,
	names: SectionNames,
	kinds: readonly SectionKind[],
): NearSectionName | undefined {
	for (const most of [1, 2]) {
		for (const kind of kinds) {
			for (const [name, isOwn] of names.listed.get(kind) ?? []) {
				const allowed = Math.min(most, maxSlips(name, isOwn));
				const spelled = [name, `${name}s`].find((each) => isSlip(each, written, allowed));
				if (spelled !== undefined) return { kind, name: inCaseOf(words, spelled) };
			}
		}
	}
	return undefined;
}

/** Words without marks between them. */
const wordRun = /\p{L}[\p{L}\p{M}'’\s]*\p{L}/gu;
const leadingDeterminer = new RegExp(`^(?:${determiners.join('|')})\\s+`, 'iu');
const conjunction = new RegExp(`\\s+(?:${conjunctions.join('|')})\\s+`, 'iu');

/**
 * Finds the slip in the words of a heading or label, whatever else stands there: `2. Situaton (20%)`, `My Actons`,
 * `S — Situaton`, `Situaton & Task`.
 *
 * @param written on one line
 * @param kinds of the sections that it may be
 * @param read how the words are read where nothing is misspelt
 */
export function misspellingIn(
	written: string,
	names: SectionNames,
	kinds: readonly SectionKind[],
	read: (words: string) => SectionName | undefined,
): Misspelling | undefined {
	for (const { index, 0: run } of written.matchAll(wordRun)) {
		const determiner = leadingDeterminer.exec(run)?.[0].length ?? 0;
		const [first = ''] = run.split(conjunction);
		const last = run.split(conjunction).at(-1) ?? '';
		const parts = [
			{ at: 0, words: run },
			{ at: determiner, words: run.slice(determiner) },
			{ at: 0, words: first },
			{ at: run.length - last.length, words: last },
		];
		for (const { at, words } of parts) {
			const name = nearSectionName(words, names, kinds)?.name;
			if (name === undefined) continue;
			const start = index + at;
			const end = start + words.length;
			const section = read((written.slice(0, start) + name + written.slice(end)).replaceAll(/[*_]/gu, ''));
			const meant = section?.isLetter === false ? section.kinds.filter((kind) => kinds.includes(kind)) : [];
			if (meant.length > 0) return { kinds: meant, start, end, name };
		}
	}
	return undefined;
}

function maxSlips({ length }: string, isOwn: boolean): number {
	if (length < minLength) return 0;
	return isOwn && length >= minLongLength ? 2 : 1;
}

/** No name of one or two words is longer, in UTF-16 code units. */
const maxLength = 40;

function inCaseOf(words: string, name: string): string {
	if (words.length > 1 && words === words.toUpperCase()) return name.toUpperCase();
	const first = words.charAt(0);
	return first === first.toUpperCase() ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}
