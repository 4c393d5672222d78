/** A word of a line, with where it stands. */
interface Token {
	readonly word: string;
	readonly start: number;
	readonly end: number;
	/** Whether a sentence, or a part of one, ends before it. */
	readonly isAfterBreak: boolean;
}

interface PatternWord {
	readonly word: string;
	/** Whether the word may go on. */
	readonly isOpen: boolean;
	/** How many other words may stand before it. */
	readonly gap: number;
}

interface Pattern<T> {
	readonly words: readonly PatternWord[];
	readonly meaning: T;
}

/** Words that were found in a line, with what they mean. */
export interface WordsFound<T> {
	readonly meaning: T;
	/** As they stand in the line. */
	readonly text: string;
}

/** As many words as `~` stands for. */
const maxGap = 3;

/** All patterns begin with at least so many characters, by which they are found. */
const keyLength = 2;

/**
 * Finds phrases in lines: words in any case, with hyphens or spaces between them. `*` ends a word in any way, `~`
 * stands for up to three words of the same part of a sentence.
 */
export class WordPatterns<T> {
	readonly #byKey = new Map<string, Pattern<T>[]>();

	/** @param lists phrases between commas, with what they mean */
	constructor(lists: Iterable<readonly [list: string, meaning: T]>) {
		for (const [list, meaning] of lists) {
			for (const phrase of list.split(', ')) this.#add(phrase, meaning);
		}
	}

	/** Every phrase that stands in a line, in the order of their beginnings. */
	findIn(line: string): readonly WordsFound<T>[] {
		const tokens = tokensOf(line);
		return tokens.flatMap(({ word, start }, index) =>
			(this.#byKey.get(word.slice(0, keyLength)) ?? []).flatMap(({ words, meaning }) => {
				const last = matchEnd(words, tokens, index);
				const end = last === undefined ? undefined : tokens[last]?.end;
				return end === undefined ? [] : [{ meaning, text: line.slice(start, end) }];
			}),
		);
	}

	#add(phrase: string, meaning: T): void {
		const words: PatternWord[] = [];
		let gap = 0;
		for (const part of phrase.split(/[\s-]+/u)) {
			if (part === '~') {
				gap = maxGap;
				continue;
			}
			const isOpen = part.endsWith('*');
			const [word] = tokensOf(isOpen ? part.slice(0, -1) : part).map((token) => token.word);
			if (word === undefined) continue;
			words.push({ word, isOpen, gap });
			gap = 0;
		}
		const key = words[0]?.word.slice(0, keyLength);
		if (key !== undefined) this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), { words, meaning }]);
	}
}

/** The position of the last word of a pattern that begins at a word; undefined where it does not. */
function matchEnd(words: readonly PatternWord[], tokens: readonly Token[], start: number): number | undefined {
	let at = start - 1;
	for (const [index, { word, isOpen, gap }] of words.entries()) {
		let found: number | undefined;
		for (let next = at + 1; next <= at + 1 + gap; next++) {
			const token = tokens[next];
			if (!token || (index > 0 && token.isAfterBreak)) break;
			if (isOpen ? token.word.startsWith(word) : token.word === word) {
				found = next;
				break;
			}
		}
		if (found === undefined) return undefined;
		at = found;
	}
	return at;
}

function tokensOf(line: string): readonly Token[] {
	let before = 0;
	return [...line.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu)].map(({ 0: text, index }) => {
		const isAfterBreak = /[.;:!?]/u.test(line.slice(before, index));
		before = index + text.length;
		const word = text.toLowerCase().replaceAll('’', "'");
		return { word, start: index, end: before, isAfterBreak };
	});
}
