import type { Token, TokenRange } from '../../story/tokens.ts';

/**
 * A passage in lower case with one space around each word and mark, for patterns of several words. A sentence, a
 * paragraph or an item begins with `¶`; of what is quoted only a `~` for each word is left.
 */
export class Phrases {
	readonly #text: string;
	/** Where each token begins in the text. */
	readonly #starts: readonly number[];

	constructor(tokens: readonly Token[]) {
		const starts: number[] = [];
		let text = ' ';
		for (const { form, lower, quoted, opens } of tokens) {
			if (opens) text += '¶ ';
			starts.push(text.length);
			text += `${quoted ? '~' : form === 'code' ? '`' : lower} `;
		}
		this.#text = text;
		this.#starts = starts;
	}

	has(pattern: RegExp): boolean {
		return pattern.test(this.#text);
	}

	/** The tokens of the first match; its spaces and `¶` at either end are left out. */
	find(pattern: RegExp): TokenRange | undefined {
		const match = pattern.exec(this.#text);
		if (!match) return undefined;
		const end = match.index + match[0].trimEnd().length;
		const first = this.#starts.findIndex((start) => start >= match.index);
		const last = this.#starts.findLastIndex((start) => start < end);
		return { first, last };
	}
}

/**
 * A pattern over the text of {@link Phrases}: whole words, where `<name>` stands for an entry of the vocabulary and `…`
 * for up to four words of the same sentence.
 */
export function phrase(source: string, vocabulary: Readonly<Record<string, string>> = {}): RegExp {
	const fill = (text: string): string =>
		text.replaceAll(/<(\w+)>/gu, (_, name: string) => `(?:${fill(vocabulary[name] ?? '')})`);
	return new RegExp(`(?<= )(?:${fill(source).replaceAll('… ', '(?:[^ ¶.,;]+ ){0,4}')})(?= )`, 'u');
}
