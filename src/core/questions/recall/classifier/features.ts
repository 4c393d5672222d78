import { stemsOf, termsOf } from '../terms.ts';

/** Nobody asks a longer question; what follows is not read. */
const maxWords = 120;

/**
 * What the classifier sees of a text, each feature once: its words by their stems, their groups in the thesaurus (`#`
 * and a number), and pairs of neighbouring words, also of the small ones: "say no", "who are you".
 */
export function featuresOf(text: string): readonly string[] {
	const stems = stemsOf(text).slice(0, maxWords);
	const features = new Set(termsOf(text).filter((term) => term.startsWith('#')));
	for (const [index, stem] of stems.entries()) {
		features.add(stem);
		const next = stems[index + 1];
		if (next !== undefined) features.add(`${stem} ${next}`);
	}
	return [...features];
}
