import { chooseSentences } from './chooseSentences.ts';
import { between, joined, type ToldSection, type ToldSentence, toldSentences } from './toldSentences.ts';

/** A text for a field that takes so many characters and no more. */
export interface FormText {
	readonly text: string;
	/** Its length, as {@link charactersIn} counts. */
	readonly characters: number;
	/** Whether the story is in it to its end. */
	readonly isWhole: boolean;
}

const betweenSections = '\n\n';

/** Counts characters as forms do: code points of Unicode, and a line break as one. */
export function charactersIn(text: string): number {
	return [...text.replaceAll('\r\n', '\n')].length;
}

/**
 * Fits a story into a field of a form: whole sentences, in the order of the text, chosen as {@link chooseSentences}
 * says. A blank line parts two sections.
 *
 * @param sections with the names hidden already, where they are to be: what stands for them can be longer
 * @param characters how many the field takes
 * @returns an empty text where no sentence is short enough
 */
export function formText(sections: readonly ToldSection[], characters: number): FormText {
	const sentences = toldSentences(sections);
	const sizes = new Map(sentences.map((sentence) => [sentence, charactersIn(sentence.text)]));
	const sizeOf = (chosen: readonly ToldSentence[]) =>
		chosen.reduce((sum, sentence, index) => {
			const before = chosen[index - 1];
			const gap = before ? between(before, sentence, betweenSections).length : 0;
			return sum + gap + (sizes.get(sentence) ?? 0);
		}, 0);
	const chosen = chooseSentences(sections, sentences, (some) => sizeOf(some) <= characters);
	return {
		text: joined(chosen, betweenSections),
		characters: sizeOf(chosen),
		isWhole: chosen.length === sentences.length,
	};
}

/** The length of the shortest sentence, in characters; 0 where there is none. */
export function shortestSentence(sections: readonly ToldSection[]): number {
	return toldSentences(sections).reduce((least, { text }) => {
		const size = charactersIn(text);
		return least === 0 ? size : Math.min(least, size);
	}, 0);
}
