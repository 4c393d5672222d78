import { thousandths } from '../../../text/thousandths.ts';
import { decodeModels, hashOf, type ReadModels, step } from './encoding.ts';
import { featuresOf } from './features.ts';
import { trainedModels } from './trainedModels.ts';

/** How likely each class of a model is, together 1. */
export type Likelihoods = ReadonlyMap<string, number>;

let read: ReadModels | undefined;

/**
 * What a text asks for by each of the trained models, by their frameworks. Sums of whole numbers decide, so that the
 * answer is the same on every machine. Read when somebody asks for the first time.
 */
export function likelihoodsOf(text: string): ReadonlyMap<string, Likelihoods> {
	return classify(text, (read ??= decodeModels(trainedModels)));
}

/** As {@link likelihoodsOf}, by other models; empty where no word of the text says anything. */
export function classify(text: string, { models, vocabulary }: ReadModels): ReadonlyMap<string, Likelihoods> {
	const features = featuresOf(text);
	const sums: number[] = models.flatMap(({ classes }) => classes.map(() => 0));
	let known = 0;
	for (const feature of features) {
		const said = vocabulary.get(hashOf(feature));
		if (said === undefined) continue;
		known++;
		for (let at = 0; at + 1 < said.length; at += 2) {
			const number = said[at] ?? 0;
			sums[number] = (sums[number] ?? 0) + (said[at + 1] ?? 0);
		}
	}
	if (known === 0) return new Map();
	const share = 1 / Math.sqrt(features.length);
	return new Map(
		models.map(({ framework, classes, bias, first }) => {
			const logits = classes.map((_, each) => ((sums[first + each] ?? 0) * share + (bias[each] ?? 0)) * step);
			const highest = Math.max(...logits);
			const exps = logits.map((logit) => Math.exp((logit - highest) * sharpness));
			const total = exps.reduce((sum, each) => sum + each, 0);
			return [
				framework,
				new Map(classes.map((name, each) => [name, thousandths((exps[each] ?? 0) / total)])),
			] as const;
		}),
	);
}

/** How sure the models may be: by the questions of development the likely ones are right as often as they say. */
const sharpness = 1.5;
