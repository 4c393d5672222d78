import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { builtInFrameworks } from '../../src/core/framework/built-in/index.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import { defaultContext } from '../core/context.ts';

// Prints the probes of all stories in a folder as tab-separated values, for somebody to judge:
//   node test/eval/probes.ts FOLDER > probes.tsv

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder of the stories.');
const context = { ...defaultContext, lookups: new Lookups([...builtInFrameworks.values()]) };

console.log(['file', 'story', 'raised by', 'quoted', 'question'].join('\t'));
for (const file of globSync('**/*.md', { cwd: folder }).toSorted()) {
	const text = readFileSync(path.join(folder, file), 'utf8');
	for (const { title, probes } of analyse(text, context).stories) {
		for (const { id, question, span } of probes) {
			const quoted = text.slice(span.start, span.end);
			console.log([file, title, id, quoted, question].map((cell) => cell.replaceAll(/\s+/gu, ' ')).join('\t'));
		}
	}
}
