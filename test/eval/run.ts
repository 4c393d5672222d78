// Prints precision and recall of the language rules on the labelled cases of test/fixtures/evaluation, and then what
// questions.ts, stories.ts, recall.ts, forms.ts and postings.ts do.
//   npm run eval                 the table, and the misjudged cases by id
//   npm run eval development     one part only, as is fit while a rule is tuned
import { splits } from './cases.ts';
import { hardScores } from './hardCases.ts';
import { type Score, scores } from './score.ts';

const wanted = process.argv[2];
const parts = wanted === undefined ? [...splits, undefined] : splits.filter((split) => split === wanted);
const columns = ['rule', 'cases', 'TP', 'FP', 'FN', 'TN', 'precision', 'recall'];
const lines: string[] = [];
for (const part of parts) {
	lines.push('', part ?? 'all', row(columns));
	for (const score of scores(part)) {
		lines.push(
			row([score.rule, ...numbersOf(score).map(String), score.precision.toFixed(3), score.recall.toFixed(3)]),
		);
	}
	if (part === undefined) continue;
	for (const { rule, wrong } of scores(part)) for (const one of wrong) lines.push(`  misjudged by ${rule}: ${one}`);
}
if (wanted === undefined) {
	lines.push('', 'hard cases, which key words alone misjudge, and the others', row(columns));
	for (const { rule, ...parted } of hardScores())
		for (const [part, score] of Object.entries(parted))
			lines.push(
				row([
					`${rule}, ${part}`,
					...numbersOf(score).map(String),
					score.precision.toFixed(3),
					score.recall.toFixed(3),
				]),
			);
}
process.stdout.write(`${lines.join('\n')}\n`);
await import('./questions.ts');
await import('./stories.ts');
await import('./recall.ts');
await import('./forms.ts');
await import('./postings.ts');

function numbersOf({ cases, truePositives, falsePositives, falseNegatives, trueNegatives }: Score): readonly number[] {
	return [cases, truePositives, falsePositives, falseNegatives, trueNegatives];
}

function row(cells: readonly string[]): string {
	return cells.map((cell, index) => (index === 0 ? cell.padEnd(23) : cell.padStart(10))).join('');
}
