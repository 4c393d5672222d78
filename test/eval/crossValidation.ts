// Prints how well the ways to train a model of questions do on phrases that were held out in turn.
//   node test/eval/crossValidation.ts amazon-lp
import { decodeModels } from '../../src/core/questions/recall/classifier/encoding.ts';
import { bayesMark, classify } from '../../src/core/questions/recall/classifier/questionModel.ts';
import { encodeModels, type TrainedModel } from '../../src/core/questions/recall/training/encodeModels.ts';
import type { Example } from '../../src/core/questions/recall/training/trainModel.ts';
import { examplesFor, examplesOfKin, phrasesOf, trainedFrameworks } from './phrases.ts';
import { modelsFor } from './trainedModels.ts';

const parts = 5;

const ways: Readonly<Record<string, (model: TrainedModel) => boolean>> = {
	'as shipped': () => true,
	'logistic regression alone': ({ name }) => !name.startsWith(bayesMark),
	'naive Bayes alone': ({ name }) => name.startsWith(bayesMark),
};

const framework = trainedFrameworks.find((id) => id === process.argv[2]) ?? 'staff-extended';
const own = new Set(phrasesOf(framework).map(({ text }) => text));
const examples = examplesFor(framework);
const scores = new Map(Object.keys(ways).map((name) => [name, { top1: 0, top3: 0, asked: 0 }]));
for (let part = 0; part < parts; part++) {
	const isHeldOut = ({ text }: Example, index: number) => own.has(text) && index % parts === part;
	const kept = examples.filter((each, index) => !isHeldOut(each, index));
	const lenders = framework === 'staff-extended' ? [] : modelsFor('staff-extended', examplesFor('staff-extended'));
	const models = modelsFor(framework, kept, examplesOfKin(framework));
	for (const [name, isUsed] of Object.entries(ways)) {
		const read = decodeModels(encodeModels([...lenders, ...models].filter(isUsed)));
		const score = scores.get(name);
		if (!score) continue;
		for (const { text, classes } of examples.filter(isHeldOut)) {
			const likelihoods = classify(text, new Set([framework]), read).get(framework) ?? [];
			const found = [...likelihoods].toSorted(([, a], [, b]) => b - a);
			score.asked++;
			if (classes.includes(found[0]?.[0] ?? '')) score.top1++;
			if (found.slice(0, 3).some(([id]) => classes.includes(id))) score.top3++;
		}
	}
}
for (const [name, { top1, top3, asked }] of scores) {
	const shares = [top1, top3].map((right) => (right / asked).toFixed(3).padStart(8));
	process.stdout.write(`${name.padEnd(28)}${String(asked).padStart(6)}${shares.join('')}\n`);
}
