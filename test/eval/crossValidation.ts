// Prints how well the ways to train a model of questions do on phrases that were held out in turn.
//   node test/eval/crossValidation.ts amazon-lp
import { decodeModels } from '../../src/core/questions/recall/classifier/encoding.ts';
import { encodeModels } from '../../src/core/questions/recall/training/encodeModels.ts';
import { classify } from '../../src/core/questions/recall/classifier/questionModel.ts';
import { type Example, type TrainingOptions, trainModel } from '../../src/core/questions/recall/training/trainModel.ts';
import { examplesFor, phrasesOf, trainedFrameworks, wordVectors } from './phrases.ts';
import { optionsFor } from './trainedModels.ts';

const parts = 5;

const ways: Readonly<Record<string, Partial<TrainingOptions>>> = {
	'as shipped': {},
	'logistic regression alone': { vectors: false },
	'naive Bayes alone': { vectors: false, bayes: 1, rounds: 0 },
	both: { bayes: 0.5 },
};

const framework = trainedFrameworks.find((id) => id === process.argv[2]) ?? 'staff-extended';
const vectors = wordVectors();
const own = new Set(phrasesOf(framework).map(({ text }) => text));
const examples = examplesFor(framework);
for (const [name, options] of Object.entries(ways)) {
	let [top1, top3, asked] = [0, 0, 0];
	for (let part = 0; part < parts; part++) {
		const isHeldOut = ({ text }: Example, index: number) => own.has(text) && index % parts === part;
		const model = trainModel(
			framework,
			examples.filter((each, index) => !isHeldOut(each, index)),
			vectors,
			{
				...optionsFor(framework),
				...options,
			},
		);
		const read = decodeModels(encodeModels([model]));
		for (const { text, classes } of examples.filter(isHeldOut)) {
			const found = [...(classify(text, read).get(framework) ?? [])].toSorted(([, a], [, b]) => b - a);
			asked++;
			if (classes.includes(found[0]?.[0] ?? '')) top1++;
			if (found.slice(0, 3).some(([id]) => classes.includes(id))) top3++;
		}
	}
	process.stdout.write(
		`${name.padEnd(28)}${String(asked).padStart(6)}${(top1 / asked).toFixed(3).padStart(8)}${(top3 / asked).toFixed(3).padStart(8)}\n`,
	);
}
