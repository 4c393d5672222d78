import type { Span } from '../text/span.ts';

/** Another wording that a language model proposes. */
export interface Proposal {
	/** The words as they stand. */
	readonly before: string;
	readonly after: string;
}

/** How a model is told to propose another wording. */
export const proposalForm =
	'Where you propose another wording, give it as a block fenced with ```proposal that holds nothing but the words as ' +
	'they stand, exactly, a line =====, and the new words.';

const block = /^```proposal[ \t]*\r?\n([\s\S]*?)\r?\n=====[ \t]*\r?\n([\s\S]*?)\r?\n```[ \t]*$/gmu;

/** The proposals in an answer, in their order; what is not written as it should be is none. */
export function proposalsIn(answer: string): readonly Proposal[] {
	return [...answer.matchAll(block)].flatMap(([, before = '', after = '']) =>
		before.trim() === '' || before === after ? [] : [{ before, after }],
	);
}

const number = /\p{N}+(?:[.,]\p{N}+)*/gu;

/** The numbers of a proposal that its story does not have: a model must not invent any. */
export function inventedNumbers({ after }: Proposal, story: string): readonly string[] {
	const told = new Set(story.match(number) ?? []);
	return [...new Set(after.match(number) ?? [])].filter((each) => !told.has(each));
}

/**
 * Puts names in the place of the placeholders that stood for them.
 *
 * @param hidden what stood for which
 */
export function withNames(
	{ before, after }: Proposal,
	hidden: readonly { readonly name: string; readonly placeholder: string }[],
): Proposal {
	const named = (text: string) =>
		hidden.reduce((whole, { name, placeholder }) => whole.replaceAll(placeholder, () => name), text);
	return { before: named(before), after: named(after) };
}

/**
 * Where a proposal applies, whatever line ends a model makes of those that it was sent.
 *
 * @returns the words that it replaces; undefined where they do not stand there exactly once
 */
export function placeOfProposal({ before }: Proposal, text: string): Span | undefined {
	const words = before.replaceAll('\r\n', '\n');
	const plain = text.replaceAll('\r\n', '\n');
	const first = plain.indexOf(words);
	if (first < 0 || plain.indexOf(words, first + 1) >= 0) return undefined;
	const start = offsetBefore(text, first);
	return { start, end: offsetBefore(text, first + words.length) };
}

/** The offset in a text of what stands at an offset where each of its line ends is one character. */
function offsetBefore(text: string, offset: number): number {
	let at = 0;
	for (let left = offset; left > 0; left--) at += text.startsWith('\r\n', at) ? 2 : 1;
	return at;
}
