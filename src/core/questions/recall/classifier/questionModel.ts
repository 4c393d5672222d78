import { thousandths } from '../../../text/thousandths.ts';
import { closestKin, type ClosestKin } from './closestKin.ts';
import { decodeModels, hashOf, type ReadModel, type ReadModels, step } from './encoding.ts';
import { featuresOf } from './features.ts';
import { trainedModels } from './trainedModels.ts';

/** How likely each class of a model is, together 1. */
export type Likelihoods = ReadonlyMap<string, number>;

/** The framework that every text is read by: the others lean on what it says. */
export const everyday = 'staff-extended';

let read: ReadModels | undefined;

/** Reads the models, which takes a while, before somebody asks for them. */
export function readModels(): ReadModels {
	return (read ??= decodeModels(trainedModels));
}

/**
 * What a text asks for by {@link everyday} and further frameworks; empty where no word of it says anything.
 *
 * @param frameworks ids of frameworks that models were trained for
 */
export function likelihoodsOf(text: string, frameworks: Iterable<string> = []): ReadonlyMap<string, Likelihoods> {
	return classify(text, new Set([everyday, ...frameworks]), readModels());
}

/** As {@link likelihoodsOf}, by other models. */
export function classify(
	text: string,
	frameworks: ReadonlySet<string>,
	models: ReadModels,
): ReadonlyMap<string, Likelihoods> {
	const features = featuresOf(text);
	const wanted = models.models.filter(({ name }) => frameworks.has(frameworkOf(name)));
	const sums = sumsOf(features, wanted, models);
	const logits = new Map<string, Map<string, number>>();
	for (const { model, own, known } of sums) {
		if (known === 0) continue;
		const framework = frameworkOf(model.name);
		const all = logits.get(framework) ?? new Map<string, number>();
		const isBayes = model.name.startsWith(bayesMark);
		const share = 1 / Math.sqrt(isBayes ? known : features.length);
		const logs = own.map((sum, each) => {
			const bias = model.bias[each] ?? 0;
			return isBayes ? (sum + bias * known) * share * step : (sum * share + bias) * step * sharpness;
		});
		const ceiled = isBayes ? logs : logsOf(logs);
		for (const [each, name] of model.classes.entries()) all.set(name, (all.get(name) ?? 0) + (ceiled[each] ?? 0));
		logits.set(framework, all);
	}
	return new Map([...logits].map(([framework, all]) => [framework, likelihoodsFrom(all)]));
}

/**
 * How much a story speaks of each competency of {@link everyday}, as the logarithm of its likelihood beside the
 * likeliest; empty where no word says anything.
 *
 * @param texts its title and what is said of it, in pieces: pairs of words do not reach from one into another
 */
export function storyLogits(texts: readonly string[]): ReadonlyMap<string, number> {
	const models = readModels();
	const features = [...new Set(texts.flatMap((text) => featuresOf(text)))];
	const wanted = models.models.filter(({ name }) => name === storiesModel);
	const [found] = sumsOf(features, wanted, models);
	if (!found || found.known === 0) return new Map();
	const { model, own, known } = found;
	const logs = own.map((sum, each) => ((sum + (model.bias[each] ?? 0) * known) * step) / Math.sqrt(known));
	const highest = Math.max(...logs);
	return new Map(model.classes.map((name, each) => [name, thousandths((logs[each] ?? 0) - highest)]));
}

/** What marks a model of naive Bayes in its name; the one of stories has no framework of its own. */
export const bayesMark = 'bayes:';
export const storiesModel = 'bayes:stories';

function frameworkOf(name: string): string {
	return name.replace(bayesMark, '');
}

interface Sum {
	readonly model: ReadModel;
	/** By the classes of the model, in steps. */
	readonly own: number[];
	/** How many features say anything. */
	known: number;
}

/** What the features of a text say of the classes of some models. */
function sumsOf(features: readonly string[], wanted: readonly ReadModel[], models: ReadModels): readonly Sum[] {
	const sums = wanted.map((model): Sum => ({ model, own: model.classes.map(() => 0), known: 0 }));
	const weights = new Int8Array(models.models.reduce((total, { classes }) => total + classes.length, 0));
	for (const feature of features) {
		const said = models.vocabulary.get(hashOf(feature));
		if (said === undefined) continue;
		for (let at = 0; at + 1 < said.length; at += 2) weights[said[at] ?? 0] = said[at + 1] ?? 0;
		for (const sum of sums) addWeights(sum, weights, models);
		weights.fill(0);
	}
	return sums;
}

/** Adds what one feature says, by the numbers of classes. */
function addWeights(sum: Sum, weights: Int8Array, models: ReadModels): void {
	const { model, own } = sum;
	const lenders = lendersOf(model, models);
	let isKnown = false;
	for (let each = 0; each < own.length; each++) {
		const weight = weights[model.first + each] ?? 0;
		const lender = lenders[each];
		const lent = lender ? (weights[lender.number] ?? 0) : 0;
		if (weight === 0 && lent === 0) continue;
		isKnown = true;
		own[each] = (own[each] ?? 0) + (lender && lent > 0 ? togetherWith(weight, lent, lender.weight) : weight);
	}
	if (isKnown) sum.known++;
}

/** The logarithm of two counts together: of what was seen of a class, and of its part of what was seen of its lender. */
function togetherWith(weight: number, lent: number, share: number): number {
	return Math.log(Math.exp(weight * step) + share * (Math.exp(lent * step) - 1)) / step;
}

interface Lender {
	/** The number of the class whose counts are added. */
	readonly number: number;
	readonly weight: number;
}

const lendersOfModels = new WeakMap<ReadModel, readonly (Lender | undefined)[]>();

/** From which class each class of a company's model borrows what was seen of its kin. */
function lendersOf(model: ReadModel, { models }: ReadModels): readonly (Lender | undefined)[] {
	let lenders = lendersOfModels.get(model);
	if (!lenders) {
		const framework = frameworkOf(model.name);
		const kin = framework === everyday ? new Map<string, ClosestKin>() : closestKin(framework);
		const from = models.find(({ name }) => name === `${bayesMark}${everyday}`);
		lenders = model.classes.map((name) => {
			const closest = kin.get(name);
			const each = closest && from ? from.classes.indexOf(closest.id) : -1;
			return closest && from && each >= 0 ? { number: from.first + each, weight: closest.weight } : undefined;
		});
		lendersOfModels.set(model, lenders);
	}
	return lenders;
}

/** Sums as logarithms of likelihoods, none of which is out of the question. */
function logsOf(logits: readonly number[]): readonly number[] {
	const highest = Math.max(...logits);
	const exps = logits.map((logit) => Math.exp(logit - highest));
	const total = exps.reduce((sum, each) => sum + each, 0);
	return exps.map((each) => Math.log(each / total + leastLikelihood));
}

function likelihoodsFrom(logits: ReadonlyMap<string, number>): Likelihoods {
	const highest = Math.max(...logits.values());
	const exps = [...logits].map(([name, logit]) => [name, Math.exp((logit - highest) * certainty)] as const);
	const total = exps.reduce((sum, [, each]) => sum + each, 0);
	return new Map(exps.map(([name, each]) => [name, thousandths(each / total)]));
}

/** How much the logistic regression counts beside naive Bayes, and how little it may say of a class. */
const sharpness = 1.5;
const leastLikelihood = 0.002;
/** How sure both together may be: by the questions of development the likely ones are right as often as they say. */
const certainty = 0.7;
