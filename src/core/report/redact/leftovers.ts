import { type FoldedText, foldText } from '../../text/foldedText.ts';
import type { ListedName } from '../../text/names/hideable.ts';
import { Sequences } from '../../text/sequences.ts';
import { wordSet } from '../../text/words.ts';
import { isBorder, isUnspaced } from './wordBorders.ts';

/** Words that are in many names and tell nothing of one. */
const commonWords = wordSet(
	'the and for with from our und der die das les des company companies project projects team teams role name names ' +
		'hidden redacted group groups inc ltd llc llp gmbh corp corporation limited holding holdings plc',
);

/** Parts of fewer letters, in scripts that have spaces, are in everything. */
const minPartLength = 3;

/** Parts of fewer letters count only as words of their own, and at one end of a word. */
const lengths = { atOneEnd: 4, anywhere: 5 } as const;

/** A name of more words is a sentence: its words alone tell nothing. */
const maxWordsOfName = 8;

/** A word is shown up to this length, in UTF-16 code units. */
const maxShown = 80;

/** What comes near a name: a part of it, or its initials. */
interface Part {
	readonly units: readonly number[];
	readonly isInitials: boolean;
}

/**
 * Words that are left in texts and come near a listed name, for a reader could still guess from them: a part of it,
 * such as `halyard` or `Halyard's` where `Halyard Freight` is listed, one that contains it, such as `AcmeCloud` where
 * `Acme` is, its initials, and its beginning before an ellipsis. The work is in proportion to the texts.
 *
 * @param texts in which names have been hidden
 * @returns each once, as it is written, in the order of their letters
 */
export function leftoversIn(texts: readonly string[], names: readonly ListedName[]): readonly string[] {
	const parts = partsOf(names);
	if (parts.length === 0) return [];
	const sequences = new Sequences(parts.map(({ units }) => units));
	const found = new Set<string>();
	for (const text of texts) for (const word of wordsNear(foldText(text), parts, sequences)) found.add(word);
	return [...found].toSorted();
}

/** What is hidden where somebody picks a leftover: the word without the ending of its genitive. */
export function nameOfLeftover(leftover: string): string {
	return leftover.replace(/['’ʼ]s?$/iu, '');
}

function wordsNear(text: FoldedText, parts: readonly Part[], sequences: Sequences): readonly string[] {
	const words: string[] = [];
	let done = 0;
	const take = (first: number, end: number) => {
		// A word of a hundred thousand letters is looked at once, however often a name is in it.
		if (end <= done) return;
		const word = wordAround(text, first, end);
		done = word.end;
		words.push(word.text);
	};
	sequences.search(
		text.units,
		(index, end) => {
			const part = parts[index];
			if (part && isNear(part, text, end)) take(end - part.units.length, end);
		},
		(index, depth) => {
			const isCut = text.text.startsWith('…', text.ends[index]) && depth >= minPartLength;
			if (isCut && isBorder(text, index + 1 - depth, depth)) take(index + 1 - depth, index + 1);
		},
	);
	return words;
}

function isNear({ units, isInitials }: Part, text: FoldedText, end: number): boolean {
	const [length, first] = [units.length, end - units.length];
	const [begins, ends] = [isBorder(text, first, length), isBorder(text, end, length) || isGenitive(text, end)];
	if (isInitials) {
		const written = text.text.slice(text.starts[first], text.ends[end - 1]);
		return begins && ends && /^\p{Lu}(?:\.?\s?\p{Lu})+$/u.test(written);
	}
	for (let index = first + 1; index < end; index++) if ((text.before[index] ?? 0) > 1) return false;
	if (begins && ends) return true;
	if (length >= lengths.anywhere) return true;
	return length >= lengths.atOneEnd && (begins || ends || isHump(text, first));
}

function isGenitive(text: FoldedText, end: number): boolean {
	return text.units[end] === 0x73 && isBorder(text, end + 1, 1);
}

/** Whether a word begins there within another, as in `myAcme`. */
function isHump({ text, starts }: FoldedText, first: number): boolean {
	const at = starts[first] ?? 0;
	return /^\p{Ll}\p{Lu}/u.test(text.slice(Math.max(0, at - 1), at + 1));
}

function wordAround(text: FoldedText, first: number, end: number): { readonly text: string; readonly end: number } {
	let [from, to] = [first, end];
	while (from > 0 && first - from < maxShown && isJoined(text, from)) from--;
	while (to < text.units.length && isJoined(text, to)) to++;
	const [start, stop] = [text.starts[from] ?? 0, text.ends[to - 1] ?? 0];
	const genitive = /^['’ʼ]s?(?![\p{L}\p{N}])/iu.exec(text.text.slice(stop, stop + 3))?.[0] ?? '';
	const written = text.text.slice(start, stop + genitive.length);
	return { text: written.length > maxShown ? `${written.slice(0, maxShown)}…` : written, end: to };
}

function isJoined({ before, units }: FoldedText, index: number): boolean {
	const unit = units[index];
	return before[index] === 0 && unit !== undefined && !isUnspaced(unit);
}

function partsOf(names: readonly ListedName[]): readonly Part[] {
	const parts = new Map<string, Part>();
	const add = (units: readonly number[], isInitials = false) => {
		const key = `${isInitials ? '.' : ''}${String.fromCodePoint(...units)}`;
		if (!isInitials && commonWords.has(key)) return;
		const least = units.some(isUnspaced) ? 2 : isInitials ? 2 : minPartLength;
		if (units.length >= least) parts.set(key, { units, isInitials });
	};
	for (const { name } of names) {
		const words = wordsOf(name);
		if (words.length === 0 || words.length > maxWordsOfName) continue;
		for (const word of words) add(word);
		add(words.flat());
		for (const hump of name.match(/\p{Lu}\p{Ll}{2,}/gu) ?? []) add(foldText(hump).units);
		const telling = words.filter((word) => !commonWords.has(String.fromCodePoint(...word)));
		for (const initials of [words, telling])
			add(
				initials.flatMap((word) => word.slice(0, 1)),
				true,
			);
	}
	return [...parts.values()];
}

/** The words of a name, folded. */
function wordsOf(name: string): readonly (readonly number[])[] {
	const { units, before } = foldText(name);
	const words: number[][] = [];
	for (const [index, unit] of units.entries()) {
		if (index === 0 || before[index] !== 0) words.push([unit]);
		else words.at(-1)?.push(unit);
	}
	return words;
}
