import { thousandths } from '../../../text/thousandths.ts';
import { closestKin, type ClosestKin } from './closestKin.ts';
import { decodeModels, hashOf, type ReadModel, type ReadModels, type Said, step } from './encoding.ts';
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

/**
 * As {@link likelihoodsOf}, by other models; what {@link everyday} says of a text counts where it is among the
 * frameworks.
 */
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
	const likelihoods = new Map([...logits].map(([framework, all]) => [framework, likelihoodsFrom(all)]));
	const asked = likelihoods.get(everyday);
	for (const { name, classes, kin } of wanted) {
		const framework = frameworkOf(name);
		const own = likelihoods.get(framework);
		if (kin.length > 0 && own && asked) likelihoods.set(framework, withKin(own, byKin(classes, kin, asked)));
	}
	return likelihoods;
}

/** How likely each class is by what part it has of the texts that ask for each competency of {@link everyday}. */
function byKin(
	classes: readonly string[],
	kin: readonly (readonly number[])[],
	asked: Likelihoods,
): ReadonlyMap<string, number> {
	const likelihoods = [...asked.values()];
	return new Map(
		classes.map((name, each) => [
			name,
			likelihoods.reduce((sum, likelihood, other) => sum + likelihood * (kin[each]?.[other] ?? 0), 0),
		]),
	);
}

/** What is not likely by its kin, or by its own phrases, is not impossible. */
const leastKin = 0.006;
const leastOwn = 0.005;
/** How sure a company's competency may be by its own phrases, and by its kin: as sure as it is right. */
const ownCurve = 0.7;
const kinCurve = 0.7;

/** The likelihoods of a company's competencies, with what is known of them by the model of {@link everyday}. */
function withKin(own: Likelihoods, kin: ReadonlyMap<string, number>): Likelihoods {
	const products = [...own].map(
		([name, likelihood]) =>
			[name, (likelihood + leastOwn) ** ownCurve * ((kin.get(name) ?? 0) + leastKin) ** kinCurve] as const,
	);
	const total = products.reduce((sum, [, product]) => sum + product, 0);
	return new Map(products.map(([name, product]) => [name, thousandths(product / total)]));
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

/** What a feature counts in each class of naive Bayes before it was seen there. */
export const everydaySmoothing = 0.1;
export const companySmoothing = 0.03;

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
		if (!setWeights(weights, feature, models)) continue;
		for (const sum of sums) addWeights(sum, weights, models);
		weights.fill(0);
	}
	return sums;
}

/**
 * Sets what a feature says, by the numbers of classes. A pair of words says of a class only what both its words say
 * something of: who has seen the pair has seen them, and anything else is said by another feature of the same hash.
 *
 * @returns whether it may say anything
 */
function setWeights(weights: Int8Array, feature: string, { vocabulary }: ReadModels): boolean {
	const said = vocabulary.get(hashOf(feature));
	if (said === undefined) return false;
	const space = feature.indexOf(' ');
	const first = space < 0 ? said : vocabulary.get(hashOf(feature.slice(0, space)));
	const second = space < 0 ? said : vocabulary.get(hashOf(feature.slice(space + 1)));
	if (first === undefined || second === undefined) return false;
	for (let at = 0; at < said.length; at += 2) {
		const number = said[at] ?? 0;
		if (space < 0 || (isSaid(first, number) && isSaid(second, number))) weights[number] = said[at + 1] ?? 0;
	}
	return true;
}

function isSaid(said: Said, number: number): boolean {
	let at = 0;
	while (at < said.length && (said[at] ?? 0) < number) at += 2;
	return said[at] === number;
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
		own[each] = (own[each] ?? 0) + (lender && lent > 0 ? togetherWith(weight, lent, lender.share) : weight);
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
	/** What its counts count, in those that the borrower's smoothing is to be seen beside. */
	readonly share: number;
}

const lendersOfModels = new WeakMap<ReadModel, readonly (Lender | undefined)[]>();

/** From which class each class of a company's model borrows what was seen of its kin. */
function lendersOf(model: ReadModel, { models }: ReadModels): readonly (Lender | undefined)[] {
	let lenders = lendersOfModels.get(model);
	if (!lenders) {
		const framework = frameworkOf(model.name);
		const isBorrower = framework !== everyday && model.name.startsWith(bayesMark);
		const kin = isBorrower ? closestKin(framework) : new Map<string, ClosestKin>();
		const from = models.find(({ name }) => name === `${bayesMark}${everyday}`);
		lenders = model.classes.map((name) => {
			const closest = kin.get(name);
			const each = closest && from ? from.classes.indexOf(closest.id) : -1;
			if (!closest || !from || each < 0) return undefined;
			return { number: from.first + each, share: (closest.weight * everydaySmoothing) / companySmoothing };
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
