// Prints precision and recall of what lines of job postings are read to ask for, on the labelled lines of
// test/fixtures/postings.tsv. They are held out: no line of theirs is printed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { staffExtended } from '../../src/core/framework/built-in/staffExtended.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { readPosting } from '../../src/core/questions/plan/posting.ts';

const lookups = new Lookups([staffExtended]);
const cases = readFileSync(join(import.meta.dirname, '../fixtures/postings.tsv'), 'utf8')
	.split(/\r?\n/u)
	.map((line) => line.split('\t'))
	.filter((cells) => cells.length === 3 && !cells[0]?.startsWith('#'))
	.map(([, line = '', ids = '']) => {
		const wanted = ids === '-' ? [] : ids.split(/[\s,;]+/u).filter(Boolean);
		const asked = readPosting(line, lookups).flatMap((read) => read.asked);
		return { wanted, likely: idsOf(asked.filter(({ isLikely }) => isLikely)), shown: idsOf(asked) };
	})
	.filter(({ wanted }) => wanted.every((id) => lookups.competencies.find(id)?.id === id));

const lines = ['', row(['postings', 'lines', 'named', 'precision', 'recall', 'silent right'])];
for (const kind of ['likely', 'shown'] as const) {
	const named = cases.reduce((sum, each) => sum + each[kind].length, 0);
	const labels = cases.reduce((sum, { wanted }) => sum + wanted.length, 0);
	const right = cases.reduce((sum, each) => sum + each[kind].filter((id) => each.wanted.includes(id)).length, 0);
	const silent = cases.filter(({ wanted }) => wanted.length === 0);
	const kept = silent.filter((each) => each[kind].length === 0).length;
	lines.push(row([kind, cases.length, named, share(right, named), share(right, labels), share(kept, silent.length)]));
}
process.stdout.write(`${lines.join('\n')}\n`);

function idsOf(asked: readonly { readonly id: string }[]): readonly string[] {
	return [...new Set(asked.map(({ id }) => id))];
}

function share(part: number, whole: number): string {
	return whole === 0 ? '–' : (part / whole).toFixed(3);
}

function row([name = '', ...cells]: readonly (string | number)[]): string {
	return [String(name).padEnd(26), ...cells.map((cell) => String(cell).padStart(13))].join('');
}
