import { step } from '../../src/core/questions/recall/classifier/encoding.ts';
import { encodeModels } from '../../src/core/questions/recall/training/encodeModels.ts';
import { featuresOf } from '../../src/core/questions/recall/classifier/features.ts';
import {
	type TrainingOptions,
	trainingOptions,
	trainModel,
} from '../../src/core/questions/recall/training/trainModel.ts';
import { examplesFor, trainedFrameworks, wordVectors } from './phrases.ts';

/** How the model of a framework is trained. */
export function optionsFor(framework: string): TrainingOptions {
	return framework === 'staff-extended' ? trainingOptions[framework] : trainingOptions.company;
}

/** Where the trained models stand, from the root of the project. */
export const trainedModelsFile = 'src/core/questions/recall/classifier/trainedModels.ts';

/** The text of the module with the trained models. */
export function trainedModelsModule(): string {
	const vectors = wordVectors();
	const models = trainedFrameworks.map((framework) =>
		trainModel(framework, examplesFor(framework), vectors, optionsFor(framework)),
	);
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

/**
 * A number for all that the models are trained from: the examples as the classifier sees them, and how it is trained.
 * The weights themselves may differ in a last digit between machines.
 */
export function trainedFrom(): string {
	let hash = 0x811c9dc5;
	const add = (text: string) => {
		for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
	};
	add(JSON.stringify([trainingOptions, step]));
	for (const framework of trainedFrameworks) {
		for (const { text, classes } of examplesFor(framework))
			add(`${classes.join()}\n${featuresOf(text).join('\n')}\n`);
	}
	return hash.toString(16);
}
