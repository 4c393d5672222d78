// Prints how questions are read: the competencies they ask for, and those that no story answers.
//   node test/eval/questions.ts development     also lists what was read otherwise than labelled
import { labelledQuestions, type LabelledQuestion } from './questionSets.ts';
import { questionScore } from './questionScore.ts';

const detailed = process.argv[2] === 'development';
const columns = ['part', 'questions', 'top-1', 'top-3', 'likely', 'right', 'none', 'refused', 'wrongly refused'];
const lines = ['', 'Competency of a question', row(columns)];
const parts = detailed ? (['development'] as const) : (['development', 'held-out', 'frameworks'] as const);
for (const part of parts) {
	const questions = labelledQuestions(part);
	add(part, questions);
	const groups = new Map<string, LabelledQuestion[]>();
	for (const question of questions) {
		const [first = ''] = question.labels;
		const name = part === 'frameworks' ? question.framework : first.startsWith('none:') ? 'none' : first;
		groups.set(name, [...(groups.get(name) ?? []), question]);
	}
	for (const [name, own] of [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))) add(`  ${name}`, own);
	if (detailed) lines.push(...questionScore(questions).wrong.map((wrong) => `  ${wrong}`));
}
process.stdout.write(`${lines.join('\n')}\n`);

function add(name: string, questions: readonly LabelledQuestion[]): void {
	const score = questionScore(questions);
	lines.push(
		row([
			name,
			String(score.questions),
			share(score.top1, score.questions),
			share(score.top3, score.questions),
			String(score.likely),
			share(score.likelyRight, score.likely),
			String(score.unanswered),
			share(score.refused, score.unanswered),
			share(score.wronglyRefused, score.questions),
		]),
	);
}

function share(part: number, whole: number): string {
	return whole === 0 ? '–' : (part / whole).toFixed(3);
}

function row([name = '', ...cells]: readonly string[]): string {
	return [name.padEnd(26), ...cells.map((cell) => cell.padStart(16))].join('');
}
