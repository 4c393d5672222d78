// Prints how often the story for a question is found in the libraries of test/fixtures/libraries, beside plain full-text
// searches, and the competency for a story.
//   node test/eval/stories.ts development     also lists what was not found first, but of what is held out
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../workbench/projectFolders.ts';
import { storyFinders } from './libraries.ts';
import { libraries, libraryScore, type RankScore, tagScore } from './storyScore.ts';

const detailed = process.argv[2] === 'development';
const lines = ['', row(['Story for a question', 'questions', 'top-1', 'top-3'])];
for (const library of detailed ? libraries.slice(0, 2) : libraries) {
	for (const finder of storyFinders)
		add(`${library}: ${finder}`, libraryScore(library, finder), finder === 'STAR Stories');
}
if (existsSync(join(projectFolder, 'test/fixtures/stories-to-competencies.tsv'))) {
	lines.push('', row(['Competency of a story', 'stories', 'top-1', 'top-3']));
	for (const part of detailed ? (['first half'] as const) : (['first half', 'second half'] as const))
		add(part, tagScore(part), true);
}
process.stdout.write(`${lines.join('\n')}\n`);

function add(name: string, { asked, top1, top3, wrong }: RankScore, ours: boolean): void {
	lines.push(row([name, String(asked), top1.toFixed(3), top3.toFixed(3)]));
	if (detailed && ours) for (const one of wrong) lines.push(`  ${one}`);
}

function row([name = '', ...cells]: readonly string[]): string {
	return [name.padEnd(38), ...cells.map((cell) => cell.padStart(10))].join('');
}
