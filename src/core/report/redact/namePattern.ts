import { between, foldCharacter } from '../../text/foldCharacter.ts';
import { type FoldedText, foldText } from '../../text/foldedText.ts';
import type { Span } from '../../text/span.ts';
import { isBorder } from './wordBorders.ts';

/** A spelling of a name in the form in which it is looked for. */
export interface NamePattern {
	readonly folded: FoldedText;
	/** The symbols before its first and behind its last letter, without spaces and marks of emphasis. */
	readonly leading: string;
	readonly trailing: string;
	/** A name of one character is hidden only as it is written: `team: A` is no reason to hide every article. */
	readonly exact: string | undefined;
}

/** A name of fewer letters needs its symbols between them: `R&D` is no `R D`. */
const minLettersWithoutSymbols = 3;

/** A name of fewer letters needs the symbols around it: `C++` is no `C`. */
const minLettersWithoutEdges = 4;

/** The spellings of a name that stand for it: with `&` or `and`, with an umlaut or the two letters that replace it. */
export function patternsOf(name: string): readonly NamePattern[] {
	const spellings = [
		name,
		name.replaceAll(/(?<=[\p{L}\p{N}]\s*)&(?=\s*[\p{L}\p{N}])/gu, ' and '),
		name.replaceAll(/(?<=[\p{L}\p{N}]\s+)and(?=\s+[\p{L}\p{N}])/giu, '&'),
		name.normalize('NFC').replaceAll(/[äöüåø]/giu, (each) => umlauts[each.toLowerCase()] ?? each),
	];
	return [...new Set(spellings)].flatMap(readingsOf).filter(({ folded }) => folded.units.length > 0);
}

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/** A name may hold a reference such as `&euml;`, and what looks like a tag. */
function readingsOf(name: string): readonly NamePattern[] {
	const folded = foldText(name);
	return [folded, ...(folded.hasMarkup ? [foldText(name, false)] : [])].map(patternOf);
}

function patternOf(folded: FoldedText): NamePattern {
	const name = folded.text;
	return {
		folded,
		leading: symbolsIn(name.slice(0, folded.starts[0] ?? 0)),
		trailing: symbolsIn(name.slice(folded.ends.at(-1) ?? name.length)),
		exact: [...name].length === 1 ? name : undefined,
	};
}

function symbolsIn(text: string): string {
	return [...text].filter((each) => !isPassed(each)).join('');
}

/**
 * Looks closely at a place where the letters of a name stand.
 *
 * @param end of its letters, as an index into the units of the text
 * @returns what is to be replaced; undefined where it is another word
 */
export function matchAt(pattern: NamePattern, text: FoldedText, end: number): Span | undefined {
	const { folded, leading, trailing, exact } = pattern;
	const letters = folded.units.length;
	const first = end - letters;
	if (!isBorder(text, first, letters) || !isEnd(text, end, letters)) return undefined;
	for (let index = 1; index < letters; index++) if (!fits(folded, index, text, first + index)) return undefined;
	const [start, stop] = [text.starts[first] ?? 0, text.ends[end - 1] ?? 0];
	if (exact !== undefined && text.text.slice(start, stop).normalize('NFC') !== exact.normalize('NFC'))
		return undefined;
	const [from, to] = [startOf(text.text, start, leading), endOf(text.text, stop, trailing)];
	const needsEdges = letters < minLettersWithoutEdges && (leading !== '' || trailing !== '');
	if (needsEdges && (from === undefined || to === undefined)) return undefined;
	return { start: from ?? start, end: to ?? stop };
}

/** Whether what stands between two letters of the text may stand there in the name. */
function fits(name: FoldedText, index: number, text: FoldedText, at: number): boolean {
	const [wanted, given] = [name.before[index] ?? 0, text.before[at] ?? 0];
	const symbols = text.symbols.get(at) ?? '';
	if (wanted <= between.unseen) return given <= between.unseen;
	const wantedSymbols = name.symbols.get(index) ?? '';
	if (symbols === wantedSymbols) return true;
	return symbols === '' && name.units.length >= minLettersWithoutSymbols;
}

const [letterE, letterS] = [0x65, 0x73];

/** Whether a name may end there: also before the ending of a plural or a genitive. */
function isEnd(text: FoldedText, end: number, letters: number): boolean {
	if (isBorder(text, end, letters)) return true;
	const ending = text.units[end] === letterE && text.before[end + 1] === 0 ? end + 1 : end;
	return (
		text.units[ending] === letterS &&
		text.before[end] === 0 &&
		text.starts[end] !== text.starts[end - 1] &&
		isBorder(text, ending + 1, letters)
	);
}

/** Spaces and marks of emphasis that may stand between a name and the symbols at its ends. */
const maxMarks = 8;

/** Where the symbols before a place begin; undefined where they do not stand there. */
function startOf(text: string, at: number, symbols: string): number | undefined {
	let start = at;
	for (const symbol of [...symbols].toReversed()) {
		for (let marks = 0; !text.endsWith(symbol, start); marks++) {
			if (start === 0 || marks === maxMarks || !isPassed(text[start - 1])) return undefined;
			start--;
		}
		start -= symbol.length;
	}
	return start;
}

/** Where the symbols behind a place end; undefined where they do not stand there. */
function endOf(text: string, at: number, symbols: string): number | undefined {
	let end = at;
	for (const symbol of symbols) {
		for (let marks = 0; !text.startsWith(symbol, end); marks++) {
			if (end === text.length || marks === maxMarks || !isPassed(text[end])) return undefined;
			end++;
		}
		end += symbol.length;
	}
	return end;
}

/** Brackets are no marks here: placeholders have some. */
function isPassed(character: string | undefined): boolean {
	if (character === undefined || /[[\]]/u.test(character)) return false;
	return foldCharacter(character) === between.unseen || /\s/u.test(character);
}
