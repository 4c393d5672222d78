import path from 'node:path';
import { lint } from 'markdownlint/sync';
import { staff } from '../../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../../src/core/framework/lookups.ts';
import { LanguageClient } from '../../../src/worker/client.ts';
import { workerBundle, type WorkerThread } from '../../../src/worker/start.ts';
import { projectFolder } from '../../workbench/projectFolders.ts';
import { longStory } from '../corpus/prose.ts';
import { Random } from '../corpus/random.ts';
import { quantile, table } from '../measure/results.ts';
import { startInNode } from '../processes/startInNode.ts';
import type { Part } from './part.ts';

const warmUp = 100;
const keystrokes = 200;

/** Lengths of a story, in kilobytes. */
const lengths = [2, 8, 100];

/**
 * From a character typed to its analysis, as the editor asks for it, beside markdownlint on the same text. The
 * processor time of the worker's thread does not depend on what else the machine does.
 */
export const keystrokePart: Part = {
	name: 'keystroke',
	summary: `from a character typed in a story to its analysis, ${keystrokes} times, beside markdownlint`,
	async run() {
		let worker: WorkerThread | undefined;
		const language = new LanguageClient(
			async (listener) => (worker = await startInNode(path.join(projectFolder, workerBundle), listener)),
		);
		const rows: string[][] = [];
		try {
			for (const length of lengths)
				rows.push(await row(language, async () => (await worker?.processorTime?.()) ?? Number.NaN, length));
		} finally {
			language.dispose();
		}
		const head = ['analysis', 'its processor time', 'markdownlint'].flatMap((name) => [`${name} p50`, 'p95']);
		return table(['story of', ...head, 'ratio of p50'], rows);
	},
};

/** @param processorTime of the worker, in milliseconds */
async function row(
	language: LanguageClient,
	processorTime: () => Promise<number>,
	kilobytes: number,
): Promise<string[]> {
	const context = { fileName: 'story.md', lookups: new Lookups([staff]), severities: {} };
	const random = new Random(kilobytes);
	let text = longStory(kilobytes * 1024);
	const [ours, processor, theirs] = [[] as number[], [] as number[], [] as number[]];
	for (let index = 0; index < keystrokes + warmUp; index++) {
		const at = placeToType(random, text);
		text = `${text.slice(0, at)}${random.pick(['a', 'e', ' ', 't', '.'])}${text.slice(at)}`;
		const before = index === 0 ? 0 : await processorTime();
		const own = await timeOf(() => language.call('analyseDocument', ['story', text, context], { urgent: true }));
		const used = (await processorTime()) - before;
		const other = await timeOf(() => lint({ strings: { story: text } }));
		if (index < warmUp) continue;
		ours.push(own);
		processor.push(used);
		theirs.push(other);
	}
	const shown = [ours, processor, theirs].flatMap((times) =>
		[0.5, 0.95].map((share) => `${quantile(times, share).toFixed(1)} ms`),
	);
	return [`${kilobytes} KB`, ...shown, (quantile(ours, 0.5) / quantile(theirs, 0.5)).toFixed(2)];
}

async function timeOf(work: () => unknown): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

/** Between two letters of a paragraph. */
function placeToType(random: Random, text: string): number {
	for (;;) {
		const at = random.between(Math.floor(text.length / 4), text.length - 1);
		if (/^[a-z]{2}$/u.test(text.slice(at - 1, at + 1))) return at;
	}
}
