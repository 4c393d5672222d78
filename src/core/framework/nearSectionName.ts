import { wordSet } from '../text/words.ts';
import { isSlip } from './nearness.ts';
import { foldName, type SectionNames } from './sectionNames.ts';
import type { SectionKind } from './sectionKind.ts';

/** The name that words were meant for. */
export interface NearSectionName {
	readonly kind: SectionKind;
	/** In the author's capitals. */
	readonly name: string;
}

/** Words of their own, one slip away from a name of a section. */
const otherWords = wordSet(
	'auction content contents contest contexts settling betting challenger challenged challenging issuer impart ' +
		'lesions lessors ausgabe zdanie zdania auctions simulation simulations simulación situational handling leaning lassen actes ' +
		'sitting resultset resultsets resultant resultants resulted reflective lesser',
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
	if (written.length > maxLength || otherWords.has(written) || names.read(words)) return undefined;
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
