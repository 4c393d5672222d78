import { codeHash, codeNumber, codeSaid, hashOf, layoutOf, magnitudes, sharesText } from '../classifier/encoding.ts';
import { BitWriter } from './bitWriter.ts';

/** The classes of one model, and what each feature says of them. */
export interface TrainedModel {
	readonly name: string;
	readonly classes: readonly string[];
	/** In steps of the encoding. */
	readonly bias: readonly number[];
	readonly weights: ReadonlyMap<string, readonly number[]>;
	/** What part of the texts that another model takes for each of its classes is of each class. */
	readonly kin?: readonly (readonly number[])[];
}

/**
 * Writes models as one text: a line a model with its framework, classes and biases, an empty line, and what each
 * feature says of all classes, in the order of the features' hashes. As bits by their likelihood: the extension is
 * packed by Huffman codes, which save little more.
 */
export function encodeModels(models: readonly TrainedModel[]): string {
	const layout = layoutOf(models);
	const classes = layout.alike.length;
	const vocabulary = new Map<number, number[]>();
	let first = 0;
	for (const model of models) {
		for (const [feature, own] of model.weights) {
			if (own.every((weight) => weight === 0)) continue;
			const hash = hashOf(feature);
			const weights = vocabulary.get(hash) ?? Array.from({ length: classes }, () => 0);
			for (const [each, weight] of own.entries()) weights[first + each] ||= weight;
			vocabulary.set(hash, weights);
		}
		first += model.classes.length;
	}
	const bits = new BitWriter();
	codeNumber(bits, vocabulary.size);
	let before = 0;
	for (const [hash, weights] of [...vocabulary].toSorted(([a], [b]) => a - b)) {
		codeHash(bits, before, hash);
		codeSaid(bits, layout, hash, weights);
		before = hash;
	}
	const heads = models.map(({ name, classes: names, bias, kin }) =>
		[name, names.join(' '), bias.join(' '), ...(kin ? [kin.map(sharesText).join(' ')] : [])].join('\t'),
	);
	return [...heads, '', bits.text()].join('\n');
}

/** The nearest of the numbers that the encoding has. */
export function nearestMagnitude(steps: number): number {
	return magnitudes.reduce((best, each) => (Math.abs(each - steps) < Math.abs(best - steps) ? each : best));
}
