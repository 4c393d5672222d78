// Prints how much of other people's story files is read, by the labelled set of test/fixtures/forms.
//   node test/eval/forms.ts development     also lists each fault, as is fit while the reader is mended
import { splits } from './cases.ts';
import { type FormResult, formResults } from './formsScore.ts';

const detailed = process.argv[2] === 'development';
const lines: string[] = [];
for (const split of detailed ? (['development'] as const) : splits) {
	const results = formResults(split);
	const stories = results.filter(({ expected }) => expected.kind !== 'other');
	const others = results.filter(({ expected }) => expected.kind === 'other');
	const told = stories.reduce((sum, { expected }) => sum + expected.stories.length, 0);
	const readable = stories.reduce((sum, result) => sum + result.readable, 0);
	const silent = others.filter(({ faults }) => faults.length === 0).length;
	lines.push(
		'',
		`forms, ${split}: ${readable} of ${told} stories read as labelled (${percent(readable, told)})`,
		`  files with stories and nothing wrong: ${right(stories)} of ${stories.length}`,
		`  files without a story that stay silent: ${silent} of ${others.length}`,
		...wrongRules(results).map(([rule, count]) => `  wrongly reported, or not: ${rule} in ${count} files`),
	);
	if (detailed) lines.push(...results.flatMap(({ name, faults }) => faults.map((fault) => `  ${name}: ${fault}`)));
}
process.stdout.write(`${lines.join('\n')}\n`);

function right(results: readonly FormResult[]): number {
	return results.filter(({ faults }) => faults.length === 0).length;
}

function percent(part: number, whole: number): string {
	return `${((100 * part) / whole).toFixed(1)} %`;
}

function wrongRules(results: readonly FormResult[]): readonly (readonly [string, number])[] {
	const counts = new Map<string, number>();
	for (const { faults } of results) {
		const rules = faults.flatMap((fault) => /^(\S+) (?:not )?reported$/u.exec(fault)?.[1] ?? []);
		for (const rule of new Set(rules)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
	}
	return [...counts].toSorted(([, a], [, b]) => b - a);
}
