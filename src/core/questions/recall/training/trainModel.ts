import { step } from '../classifier/encoding.ts';
import { featuresOf } from '../classifier/features.ts';
import { nearestMagnitude, type TrainedModel } from './encodeModels.ts';
import { logisticWeights, type Sample, type Shape } from './linear.ts';
import type { WordVectors } from './wordVectors.ts';

/** A text that is known to ask for something. */
export interface Example {
	readonly text: string;
	/** The one that it asks for, and others for which a coach would accept a story. */
	readonly classes: readonly string[];
	/** What it counts beside others; 1 when left out. */
	readonly weight?: number;
}

/** How a model is trained; the figures behind each choice stand in docs/decisions. */
export interface TrainingOptions {
	/** What large weights cost the logistic regression. */
	readonly l2: number;
	readonly rounds: number;
	/** Whether words that no example has are known by their neighbours among the word vectors. */
	readonly vectors: boolean;
	/** Pairs of words that fewer examples have say nothing. */
	readonly minPairs: number;
	/** Weights below this say nothing, in steps of the encoding. */
	readonly minWeight: number;
	/** The same for words that are known by their neighbours alone, and of how many classes such a word says something. */
	readonly minVectorWeight: number;
	readonly maxVectorWeights: number;
	/** The same for words and pairs of the examples. */
	readonly maxWeights: number;
	/** Nor does a weight that is less than this share of the feature's largest one. */
	readonly minShare: number;
}

/** Measured on phrases of one hand, trained from those of the others: see docs/decisions/questions.md. */
export const trainingOptions: TrainingOptions = {
	l2: 0.1,
	rounds: 60,
	vectors: true,
	minPairs: Infinity,
	minWeight: 5,
	minVectorWeight: 12,
	maxVectorWeights: 3,
	maxWeights: 4,
	minShare: 0,
};

/**
 * The same for the companies' frameworks, whose models of naive Bayes say more: their regressions weigh only what tells
 * most.
 */
export const companyTrainingOptions: TrainingOptions = {
	...trainingOptions,
	l2: 0.05,
	minWeight: 10,
	minVectorWeight: Infinity,
	maxWeights: 1,
};

/** What the first class of an example has of it where it has several. */
const firstShare = 0.65;

/** Trains a model to tell the classes of a framework apart. The same examples give the same model. */
export function trainModel(
	name: string,
	examples: readonly Example[],
	vectors: WordVectors,
	options: TrainingOptions,
): TrainedModel {
	const classes = [...new Set(examples.map(({ classes: [first = ''] }) => first))].toSorted();
	const numbers = featureNumbers(examples, options.minPairs);
	const samples = examples.map(({ text, classes: named, weight = 1 }): Sample => ({
		features: featuresOf(text).flatMap((feature) => numbers.get(feature) ?? []),
		vector: options.vectors ? vectors.sumOf(text) : new Float64Array(0),
		weight,
		classes: sharesOf(named, classes),
	}));
	const shape: Shape = {
		features: numbers.size,
		dimensions: options.vectors ? vectors.dimensions : 0,
		classes: classes.length,
	};
	const logistic = logisticWeights(samples, shape, options);
	const sums = new Map<string, Float64Array>();
	for (const [feature, number] of numbers)
		sums.set(feature, logistic.slice(number * classes.length, (number + 1) * classes.length));
	if (options.vectors) addVectors(sums, vectors, logistic, shape);
	const weights = new Map(
		[...sums].map(([feature, own]) => {
			const mean = own.reduce((sum, weight) => sum + weight, 0) / own.length;
			const centred = [...own].map((weight) => weight - mean);
			const order = centred.map(Math.abs).toSorted((a, b) => b - a);
			const [max, minWeight] = numbers.has(feature)
				? [options.maxWeights, options.minWeight]
				: [options.maxVectorWeights, options.minVectorWeight];
			const bound = Math.max(order[max] ?? 0, (order[0] ?? 0) * options.minShare);
			return [feature, centred.map((weight) => (Math.abs(weight) > bound ? quantised(weight, minWeight) : 0))];
		}),
	);
	return {
		name,
		classes,
		bias: Array.from(logistic.slice(-classes.length), (weight) => Math.round(weight / step)),
		weights,
	};
}

/** Numbers the features of the examples, without pairs of words that stand in hardly any. */
function featureNumbers(examples: readonly Example[], minPairs: number): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const { text } of examples)
		for (const feature of featuresOf(text)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
	const kept = [...counts].filter(([feature, count]) => count >= minPairs || !feature.includes(' '));
	return new Map(kept.map(([feature], number) => [feature, number]));
}

function sharesOf(named: readonly string[], classes: readonly string[]): ReadonlyMap<number, number> {
	const [first = 0, ...others] = named.map((name) => classes.indexOf(name)).filter((number) => number >= 0);
	if (others.length === 0) return new Map([[first, 1]]);
	return new Map([[first, firstShare], ...others.map((other) => [other, (1 - firstShare) / others.length] as const)]);
}

/** A word adds to the sums what its own vector adds to the mean. */
function addVectors(sums: Map<string, Float64Array>, vectors: WordVectors, logistic: Float64Array, shape: Shape): void {
	const { classes } = shape;
	for (const [stem, vector] of vectors.all) {
		const own = sums.get(stem) ?? new Float64Array(classes);
		for (let each = 0; each < classes; each++) {
			let sum = 0;
			for (let dimension = 0; dimension < shape.dimensions; dimension++)
				sum += (vector[dimension] ?? 0) * (logistic[(shape.features + dimension) * classes + each] ?? 0);
			own[each] = (own[each] ?? 0) + sum;
		}
		sums.set(stem, own);
	}
}

/** A weight in steps, as the encoding can write it; 0 below the least one. */
function quantised(weight: number, minWeight: number): number {
	const steps = Math.abs(weight / step);
	return Math.round(steps) < minWeight ? 0 : nearestMagnitude(steps) * Math.sign(weight);
}
