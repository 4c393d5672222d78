import type { FoldedText } from '../../text/foldedText.ts';

/** Scripts that set no spaces between words, or add particles to them, so that no border says where a name ends. */
const unspaced =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Hangul}]/u;

const scripts = [
	/\p{Script=Latin}/u,
	/\p{Script=Greek}/u,
	/\p{Script=Cyrillic}/u,
	/\p{Script=Arabic}/u,
	/\p{Script=Hebrew}/u,
];

/** Digits behind a name of fewer letters are part of another word: `S3`, `v2`. */
const minLettersBeforeDigits = 4;

/**
 * Whether a word may end, and another begin, between two units.
 *
 * @param index of the unit behind the place
 * @param letters how many units the name in question has
 */
export function isBorder({ units, before, starts }: FoldedText, index: number, letters: number): boolean {
	const [left, right] = [units[index - 1], units[index]];
	if (left === undefined || right === undefined) return true;
	// Within a ligature or another character of several letters.
	if (starts[index] === starts[index - 1]) return false;
	if (before[index] !== 0) return true;
	if (isMedialJamo(right)) return false;
	const [a, b] = [String.fromCodePoint(left), String.fromCodePoint(right)];
	if (unspaced.test(a) || unspaced.test(b)) return true;
	const isDigit = /\p{N}/u;
	if (isDigit.test(a) !== isDigit.test(b)) return letters >= minLettersBeforeDigits;
	const [scriptOfA, scriptOfB] = [scriptOf(a), scriptOf(b)];
	return scriptOfA !== scriptOfB && scriptOfA >= 0 && scriptOfB >= 0;
}

/** Whether a unit is of the same syllable of Hangul as the one before it. */
function isMedialJamo(unit: number): boolean {
	return unit >= 0x1160 && unit <= 0x11ff;
}

function scriptOf(letter: string): number {
	return scripts.findIndex((script) => script.test(letter));
}

/** Whether a letter is of a script without spaces, where two letters may be a name. */
export function isUnspaced(unit: number): boolean {
	return unspaced.test(String.fromCodePoint(unit));
}
