import { step } from '../classifier/encoding.ts';
import { featuresOf } from '../classifier/features.ts';
import { nearestMagnitude, type TrainedModel } from './encodeModels.ts';
import type { Example } from './trainModel.ts';

/** How a model of naive Bayes is made. */
export interface BayesOptions {
	/** What a feature counts in each class before it was seen there. */
	readonly smoothing: number;
	/** A pair of words seen once says nothing where fewer examples have one of its words: that word says it all. */
	readonly minWords: number;
	/** Examples of other models, whose counts are added when the model is read. */
	readonly borrowed?: readonly Example[];
	/** Which features say anything; all when left out. */
	readonly keeps?: (feature: string) => boolean;
}

/**
 * Multinomial naive Bayes with equal priors. A feature weighs what it was seen for in a class; what all features have
 * that a class was not seen with is the class's bias, which counts once for each feature that is known.
 */
export function bayesModel(
	name: string,
	examples: readonly Example[],
	{ smoothing, minWords, borrowed = [], keeps = () => true }: BayesOptions,
): TrainedModel {
	const classes = [...new Set(examples.map(({ classes: [first = ''] }) => first))].toSorted();
	const seen = featureCounts(examples);
	const isTelling = (feature: string) =>
		!feature.includes(' ') ||
		(seen.get(feature) ?? 0) > 1 ||
		feature.split(' ').every((word) => (seen.get(word) ?? 0) >= minWords);
	const counts = new Map<string, number[]>();
	const totals = classes.map(() => 0);
	const known = new Set<string>();
	const add = ({ text, weight = 1, classes: [first = ''] }: Example, isOwn: boolean) => {
		const each = classes.indexOf(first);
		for (const feature of featuresOf(text)) {
			if (!keeps(feature) || (isOwn && !isTelling(feature))) continue;
			known.add(feature);
			totals[each] = (totals[each] ?? 0) + weight;
			if (!isOwn) continue;
			const own = counts.get(feature) ?? classes.map(() => 0);
			own[each] = (own[each] ?? 0) + weight;
			counts.set(feature, own);
		}
	};
	for (const example of examples) add(example, true);
	for (const example of borrowed) add(example, false);
	const bias = totals.map((total) => -Math.log(total + smoothing * known.size) / step);
	const highest = Math.max(...bias);
	return {
		name,
		classes,
		bias: bias.map((each) => Math.round((each - highest) * 100) / 100),
		weights: new Map(
			[...counts].map(([feature, own]) => [
				feature,
				own.map((count) => (count === 0 ? 0 : nearestMagnitude(Math.log(1 + count / smoothing) / step))),
			]),
		),
	};
}

/** How many examples have each feature. */
export function featureCounts(examples: readonly Example[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const { text } of examples)
		for (const feature of featuresOf(text)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
	return counts;
}
