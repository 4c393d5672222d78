/** A text as the trainers take it: numbers of its features, its place among the word vectors, and what it belongs to. */
export interface Sample {
	readonly features: readonly number[];
	readonly vector: Float64Array;
	/** How much of the text each class has, together 1. */
	readonly classes: ReadonlyMap<number, number>;
	/** What it counts beside others. */
	readonly weight: number;
}

/** How many features, dimensions of the word vectors and classes there are. */
export interface Shape {
	readonly features: number;
	readonly dimensions: number;
	readonly classes: number;
}

/** Row by row: one for each feature, then one for each dimension, then one that every text has. */
export type Weights = Float64Array;

/** A longer text has more features, and is no surer for it. */
export function lengthShare(features: number): number {
	return 1 / Math.sqrt(Math.max(features, 1));
}

/** How the logistic regression is trained. */
export interface LogisticOptions {
	/** What large weights cost. */
	readonly l2: number;
	readonly rounds: number;
}

/**
 * Multinomial logistic regression by gradient descent over all samples at once (Adam, Kingma & Ba 2015, with a falling
 * rate). The same samples in the same order give the same weights.
 */
export function logisticWeights(samples: readonly Sample[], shape: Shape, { l2, rounds }: LogisticOptions): Weights {
	const size = (shape.features + shape.dimensions + 1) * shape.classes;
	const weights = new Float64Array(size);
	const [first, second, gradient] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
	const total = samples.reduce((sum, { weight }) => sum + weight, 0);
	for (let round = 1; round <= rounds; round++) {
		gradient.fill(0);
		for (const sample of samples) addGradient(gradient, weights, sample, shape);
		const rate = 0.3 / (1 + (5 * round) / rounds);
		const [bias1, bias2] = [1 - 0.9 ** round, 1 - 0.999 ** round];
		for (let at = 0; at < size; at++) {
			const slope = ((gradient[at] ?? 0) + l2 * (weights[at] ?? 0)) / total;
			first[at] = 0.9 * (first[at] ?? 0) + 0.1 * slope;
			second[at] = 0.999 * (second[at] ?? 0) + 0.001 * slope * slope;
			weights[at] =
				(weights[at] ?? 0) -
				(rate * ((first[at] ?? 0) / bias1)) / (Math.sqrt((second[at] ?? 0) / bias2) + 1e-8);
		}
	}
	return weights;
}

function addGradient(gradient: Float64Array, weights: Weights, sample: Sample, shape: Shape): void {
	const { features, vector, classes: wanted, weight } = sample;
	const { classes } = shape;
	const errors = softmax(sumsOf(weights, sample, shape));
	for (const [each, share] of wanted) errors[each] = (errors[each] ?? 0) - share;
	const share = lengthShare(features.length) * weight;
	for (const feature of features)
		for (let each = 0; each < classes; each++)
			gradient[feature * classes + each] =
				(gradient[feature * classes + each] ?? 0) + (errors[each] ?? 0) * share;
	for (let dimension = 0, at = shape.features * classes; dimension < shape.dimensions; dimension++) {
		const value = (vector[dimension] ?? 0) * weight;
		for (let each = 0; each < classes; each++, at++)
			gradient[at] = (gradient[at] ?? 0) + (errors[each] ?? 0) * value;
	}
	const last = (shape.features + shape.dimensions) * classes;
	for (let each = 0; each < classes; each++)
		gradient[last + each] = (gradient[last + each] ?? 0) + (errors[each] ?? 0) * weight;
}

function sumsOf(weights: Weights, { features, vector }: Sample, { classes, ...shape }: Shape): Float64Array {
	const sums = new Float64Array(classes);
	const share = lengthShare(features.length);
	for (const feature of features)
		for (let each = 0; each < classes; each++)
			sums[each] = (sums[each] ?? 0) + (weights[feature * classes + each] ?? 0) * share;
	for (let dimension = 0, at = shape.features * classes; dimension < shape.dimensions; dimension++) {
		const value = vector[dimension] ?? 0;
		for (let each = 0; each < classes; each++) sums[each] = (sums[each] ?? 0) + (weights[at++] ?? 0) * value;
	}
	const last = (shape.features + shape.dimensions) * classes;
	for (let each = 0; each < classes; each++) sums[each] = (sums[each] ?? 0) + (weights[last + each] ?? 0);
	return sums;
}

/** Sums as probabilities that add up to 1. */
function softmax(sums: Float64Array): Float64Array {
	const highest = Math.max(...sums);
	const exps = sums.map((sum) => Math.exp(sum - highest));
	const total = exps.reduce((sum, each) => sum + each, 0);
	return exps.map((each) => each / total);
}
