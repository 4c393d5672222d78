// Prints how often the competency and the story for a question in other words are found, on the labelled questions of
// test/fixtures/recall; plain full-text searches over the same stories stand beside it.
//   node test/eval/recall.ts development     also lists what was not found first, as is fit while the ranking is tuned
import { splits } from './cases.ts';
import { storyFinders } from './libraries.ts';
import { type Accuracy, competencyAccuracy, storyAccuracy } from './recallScore.ts';

const detailed = process.argv[2] === 'development';
const lines = ['', row(['found', 'part', 'questions', 'top-1', 'top-3'])];
for (const part of detailed ? (['development'] as const) : [...splits, undefined]) {
	add('competency', competencyAccuracy(part), part);
	for (const finder of storyFinders)
		add(`story: ${finder}`, storyAccuracy(finder, part), part, finder === 'STAR Stories');
}
process.stdout.write(`${lines.join('\n')}\n`);

function add(name: string, { questions, top1, top3, wrong }: Accuracy, part = 'all', ours = true): void {
	lines.push(row([name, part, String(questions), top1.toFixed(3), top3.toFixed(3)]));
	if (detailed && ours) for (const one of wrong) lines.push(`  ${one}`);
}

function row([name = '', ...cells]: readonly string[]): string {
	return [name.padEnd(26), ...cells.map((cell) => cell.padStart(13))].join('');
}
