// Prints how well the ways to train a model of questions do on phrases that were held out in turn.
//   node test/eval/crossValidation.ts amazon-lp          a fifth of them each time
//   node test/eval/crossValidation.ts amazon-lp hands    those of each hand, which tells more
import { decodeModels } from '../../src/core/questions/recall/classifier/encoding.ts';
import { bayesMark, classify, everyday } from '../../src/core/questions/recall/classifier/questionModel.ts';
import { encodeModels, type TrainedModel } from '../../src/core/questions/recall/training/encodeModels.ts';
import type { Example } from '../../src/core/questions/recall/training/trainModel.ts';
import { examplesFor, examplesOfKin, phrasesOf, trainedFrameworks } from './phrases.ts';
import { modelsFor } from './trainedModels.ts';

const framework = trainedFrameworks.find((id) => id === process.argv[2]) ?? everyday;
const byHand = process.argv[3] === 'hands';
const isOwn = ({ name }: TrainedModel) => name.replace(bayesMark, '') === framework;

const ways: Readonly<Record<string, (model: TrainedModel) => boolean>> = {
	'as shipped': () => true,
	'logistic regression alone': (model) => !isOwn(model) || !model.name.startsWith(bayesMark),
	'naive Bayes alone': (model) => !isOwn(model) || model.name.startsWith(bayesMark),
	...(framework !== everyday && { 'without kin': isOwn }),
};

const hands = new Map(phrasesOf(framework).map(({ text, hand }) => [text, hand]));
const parts = byHand ? Math.max(...hands.values()) + 1 : 5;
const examples = examplesFor(framework);
const lenders = framework === everyday ? [] : modelsFor(everyday, examplesFor(everyday));
for (let part = 0; part < parts; part++) {
	const isHeldOut = ({ text }: Example, index: number) =>
		hands.has(text) && (byHand ? hands.get(text) : index % parts) === part;
	const kept = examples.filter((each, index) => !isHeldOut(each, index));
	const models = [...lenders, ...modelsFor(framework, kept, examplesOfKin(framework), lenders)];
	for (const [name, isUsed] of Object.entries(ways)) {
		const read = decodeModels(encodeModels(models.filter(isUsed)));
		const score = { top1: 0, top3: 0, likely: 0, likelyRight: 0, asked: 0 };
		for (const { text, classes } of examples.filter(isHeldOut)) {
			const likelihoods = classify(text, new Set([everyday, framework]), read).get(framework) ?? [];
			const found = [...likelihoods].toSorted(([, a], [, b]) => b - a);
			const [first = '', likelihood = 0] = found[0] ?? [];
			score.asked++;
			if (classes.includes(first)) score.top1++;
			if (found.slice(0, 3).some(([id]) => classes.includes(id))) score.top3++;
			if (likelihood < 0.7) continue;
			score.likely++;
			if (classes.includes(first)) score.likelyRight++;
		}
		const { top1, top3, likely, likelyRight, asked } = score;
		const shares = [top1 / asked, top3 / asked, likely / asked, likelyRight / likely];
		const cells = [String(asked).padStart(6), ...shares.map((each) => each.toFixed(3).padStart(8))];
		process.stdout.write(`${`${part + 1} ${name}`.padEnd(30)}${cells.join('')}\n`);
	}
}
