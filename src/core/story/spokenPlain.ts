import { readBlock } from './tokens.ts';

/**
 * How many words of a plain text are said aloud, counted as those of a section are.
 *
 * @param text without markup, one line a paragraph
 * @returns with fractions where a script puts no spaces between words
 */
export function wordsInPlainText(text: string): number {
	return text
		.split('\n')
		.filter((line) => line.trim() !== '')
		.reduce((sum, line) => {
			const piece = { form: 'text', start: 0, end: line.length, quotes: 0, block: 0 } as const;
			return sum + readBlock(line, [piece], 0, 0).words;
		}, 0);
}
