import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { staff } from '../../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../../src/core/framework/lookups.ts';
import { LanguageClient } from '../../../src/worker/client.ts';
import { OverBudget } from '../../../src/core/library/storyAnalyser.ts';
import { workerBundle } from '../../../src/worker/start.ts';
import { projectFolder } from '../../workbench/projectFolders.ts';
import { longStory } from '../corpus/prose.ts';
import { median, table } from '../measure/results.ts';
import { startInNode } from '../processes/startInNode.ts';
import type { Part } from './part.ts';

/** Texts of a few kilobytes on which a parser takes seconds, or for ever. */
const inputs: Readonly<Record<string, string>> = {
	'opened links': '[a]('.repeat(8000),
	'nested brackets': `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
	'nested quotes': `${'> '.repeat(4000)}a\n`.repeat(3),
	'emphasis that nothing closes': '*a **b _c '.repeat(8000),
};

/** Documents that take the parser too long: how soon they are given up, and how long another story waits for that. */
export const intricatePart: Part = {
	name: 'intricate',
	summary: 'documents that take the parser too long, alone and while another thread is busy',
	async run(rounds) {
		const rows: string[][] = [];
		for (const [name, part] of Object.entries(inputs)) {
			const text = `---\ncompetencies: mentorship\n---\n# Title\n\n## Situation\n\n${part}\n`;
			rows.push([name, ...(await measured(text, rounds, false)), ...(await measured(text, rounds, true))]);
		}
		const head = ['document', 'ended by', 'after', 'another story waits', 'busy: ended by', 'after', 'waits'];
		return table(head, rows);
	},
};

async function measured(text: string, rounds: number, isBusy: boolean): Promise<readonly string[]> {
	const busy = isBusy ? new Worker('for (;;);', { eval: true }) : undefined;
	const language = new LanguageClient((listener) => startInNode(path.join(projectFolder, workerBundle), listener));
	const context = { fileName: 'story.md', lookups: new Lookups([staff]), severities: {} };
	const other = longStory(8 * 1024);
	const [ended, waited] = [[] as number[], [] as number[]];
	let end = 'an answer';
	try {
		for (let round = 0; round < rounds; round++) {
			// The worker is loaded, as it is in an editor.
			await language.call('analyseDocument', ['other', other, context]);
			const start = performance.now();
			const since = () => performance.now() - start;
			await Promise.all([
				language.call('analyseDocument', ['intricate', text, context]).then(
					() => ended.push(since()),
					(error: unknown) => {
						if (!(error instanceof OverBudget)) throw error;
						end = 'its budget';
						ended.push(since());
					},
				),
				language.call('analyseDocument', ['other', `${other} `, context]).then(() => waited.push(since())),
			]);
		}
	} finally {
		language.dispose();
		await busy?.terminate();
	}
	return [end, `${median(ended).toFixed(0)} ms`, `${median(waited).toFixed(0)} ms`];
}
