/** What a client gave that makes no sense, in words for the model. */
export class WrongArgument extends Error {}

/** Arguments as a client sent them: anything. */
export type Given = Readonly<Record<string, unknown>>;

/** Longest name, title or question, in UTF-16 code units: more is none. */
const maxWords = 500;

/** Longest text of a draft, in UTF-16 code units: twice what a rule finds too long for a document. */
const maxDraft = 1024 * 1024;

/**
 * A short text; undefined where it is left out or blank.
 *
 * @throws WrongArgument
 */
export function wordsIn(given: Given, name: string): string | undefined {
	return textIn(given, name, maxWords)?.trim() || undefined;
}

/**
 * A text of a file; undefined where it is left out.
 *
 * @throws WrongArgument
 */
export function draftIn(given: Given, name: string): string | undefined {
	return textIn(given, name, maxDraft);
}

function textIn(given: Given, name: string, max: number): string | undefined {
	const value = given[name];
	if (value === undefined || value === null) return undefined;
	if (typeof value !== 'string') throw new WrongArgument(`\`${name}\` is a text.`);
	if (value.length > max)
		throw new WrongArgument(`\`${name}\` has ${value.length} characters: at most ${max} make sense.`);
	return value;
}

/** @throws WrongArgument where it is left out */
export function neededWordsIn(given: Given, name: string, what: string): string {
	const words = wordsIn(given, name);
	if (words === undefined) throw new WrongArgument(`Say in \`${name}\` ${what}.`);
	return words;
}

/**
 * A whole number from 1 to a limit. What is beyond it is refused: who asks for 50 takes 20 for all there are.
 *
 * @throws WrongArgument
 */
export function countIn(given: Given, name: string, { usual, max }: { usual: number; max: number }): number {
	const value = given[name];
	if (value === undefined || value === null) return usual;
	if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > max)
		throw new WrongArgument(`\`${name}\` is a whole number from 1 to ${max}.`);
	return value;
}
