import { decodeModels, step } from '../../src/core/questions/recall/classifier/encoding.ts';
import { featuresOf } from '../../src/core/questions/recall/classifier/features.ts';
import {
	bayesMark,
	companySmoothing,
	everyday,
	everydaySmoothing,
	storiesModel,
} from '../../src/core/questions/recall/classifier/questionModel.ts';
import { encodeModels, type TrainedModel } from '../../src/core/questions/recall/training/encodeModels.ts';
import { bayesModel, type BayesOptions, featureCounts } from '../../src/core/questions/recall/training/naiveBayes.ts';
import { kinShares } from '../../src/core/questions/recall/training/kinShares.ts';
import {
	companyTrainingOptions,
	type Example,
	trainingOptions,
	trainModel,
} from '../../src/core/questions/recall/training/trainModel.ts';
import { examplesFor, examplesOfKin, examplesOfStories, trainedFrameworks, wordVectors } from './phrases.ts';

/** How the models of naive Bayes are made; measured as {@link trainingOptions}. */
export const bayesOptions = {
	questions: { smoothing: everydaySmoothing, minWords: 1 },
	companies: { smoothing: companySmoothing, minWords: 6 },
	stories: { smoothing: 1, minWords: 1 },
} satisfies Readonly<Record<string, BayesOptions>>;

/**
 * The models of a framework, made from its examples.
 *
 * @param borrowed examples of its kin
 * @param lenders the models of {@link everyday}, where it is another one
 */
export function modelsFor(
	framework: string,
	examples: readonly Example[],
	borrowed: readonly Example[] = [],
	lenders: readonly TrainedModel[] = [],
): readonly TrainedModel[] {
	const isEveryday = framework === everyday;
	const options = isEveryday ? bayesOptions.questions : { ...bayesOptions.companies, borrowed };
	const bayes = bayesModel(`${bayesMark}${framework}`, examples, options);
	const kin =
		lenders.length === 0 ? {} : { kin: kinShares(examples, bayes.classes, decodeModels(encodeModels(lenders))) };
	return [
		trainModel(framework, examples, wordVectors(), isEveryday ? trainingOptions : companyTrainingOptions),
		{ ...bayes, ...kin },
	];
}

/** Where the trained models stand, from the root of the project. */
export const trainedModelsFile = 'src/core/questions/recall/classifier/trainedModels.ts';

/** The text of the module with the trained models. */
export function trainedModelsModule(): string {
	const [first, ...companies] = trainedFrameworks;
	const lenders = modelsFor(first, examplesFor(first));
	const models = [
		...lenders,
		...companies.flatMap((framework) =>
			modelsFor(framework, examplesFor(framework), examplesOfKin(framework), lenders),
		),
		storiesModelFrom(),
	];
	return [
		'// Written by `npm run train` from the phrases beside it: do not edit.',
		'',
		'/** Changes with whatever the models are trained from. */',
		`export const trainedFrom = '${trainedFrom()}';`,
		'',
		'/** The models, as encoding.ts writes them. */',
		`export const trainedModels = \`${encodeModels(models)}\`;`,
		'',
	].join('\n');
}

/** The model of what stories say: of the features that two sentences of stories have. */
function storiesModelFrom(): TrainedModel {
	const { told, asked } = examplesOfStories();
	const counts = featureCounts(told);
	return bayesModel(storiesModel, [...told, ...asked], {
		...bayesOptions.stories,
		keeps: (feature) => (counts.get(feature) ?? 0) >= 2,
	});
}

/**
 * A number for all that the models are trained from: the examples as the classifier sees them, and how it is trained.
 * The weights themselves may differ in a last digit between machines.
 */
export function trainedFrom(): string {
	let hash = 0x811c9dc5;
	const add = (text: string) => {
		for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
	};
	add(JSON.stringify([trainingOptions, companyTrainingOptions, bayesOptions, step]));
	const { told } = examplesOfStories();
	for (const examples of [...trainedFrameworks.map(examplesFor), ...trainedFrameworks.map(examplesOfKin), told]) {
		for (const { text, classes, weight } of examples)
			add(`${classes.join()} ${weight ?? 1}\n${featuresOf(text).join('\n')}\n`);
	}
	return hash.toString(16);
}
