/** What a character is where names are compared. */
export const between = {
	/** Nobody sees it, or it marks emphasis: it may stand within a word. */
	unseen: 1,
	/** It may stand between two words of a name, and need not. */
	gap: 2,
	/** Anything else that is no letter and no digit. */
	symbol: 4,
} as const;

/**
 * The folded letters of a character, as code points: none for an accent of the letter before it; one of
 * {@link between} where it is no letter.
 */
export type FoldedCharacter = readonly number[] | number;

/** Cleared when it exceeds this many entries. */
const maxEntries = 5000;

const known = new Map<string, FoldedCharacter>();

/**
 * Folds a character for comparison: compatibility forms, accents and case make no difference (Unicode, NFKD and full
 * case folding, UAX #15 and #21), nor do strokes and ligatures that Unicode does not take apart. The dotted and the
 * dotless `i` of Turkish are `i`.
 *
 * @param character one code point
 */
export function foldCharacter(character: string): FoldedCharacter {
	let folded = known.get(character);
	if (folded === undefined) {
		if (known.size > maxEntries) known.clear();
		known.set(character, (folded = fold(character)));
	}
	return folded;
}

const ignorable = /^(?!\s)(?:\p{Default_Ignorable_Code_Point}|\p{Cf}|\p{Cc}|\u0640)|^\uFEFF/u;
const emphasis = /^[*_~`\\[\]]/u;
const gap = /^[\s\p{Pd}.+(){}"'’‘ʼʻʹ´`“”„«»‹›…·・]/u;
/** Accents: marks that belong to no script, and the vowel points of Hebrew, which are seldom written. */
const accent = /^(?:\p{Script=Inherited}|(?=\p{Mn})\p{Script=Hebrew})/u;
const letter = /^[\p{L}\p{N}\p{M}]/u;

/** Letters that Unicode does not take apart, as people write them without their own keyboard. */
const spelled: ReadonlyMap<string, string> = new Map([
	['æ', 'ae'],
	['œ', 'oe'],
	['ø', 'o'],
	['đ', 'd'],
	['ð', 'd'],
	['ħ', 'h'],
	['ı', 'i'],
	['ł', 'l'],
	['þ', 'th'],
	['ŧ', 't'],
]);

function fold(character: string): FoldedCharacter {
	if (ignorable.test(character)) return between.unseen;
	if (emphasis.test(character)) return between.unseen;
	if (gap.test(character)) return between.gap;
	if (accent.test(character)) return [];
	const units: number[] = [];
	let other: number = between.symbol;
	for (const part of character.normalize('NFKD')) {
		if (accent.test(part)) continue;
		if (!letter.test(part)) {
			other = emphasis.test(part) ? between.unseen : gap.test(part) ? between.gap : between.symbol;
			continue;
		}
		for (const upper of part.toUpperCase())
			for (const lower of upper.toLowerCase().normalize('NFKD'))
				if (!accent.test(lower))
					for (const each of spelled.get(lower) ?? lower) units.push(each.codePointAt(0) ?? 0);
	}
	return units.length > 0 ? units : other;
}
