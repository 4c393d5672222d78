import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { mcpClient } from '../../cli/mcpClient.ts';
import { program } from '../../cli/commandLine.ts';
import { type Corpus, writeCorpus } from '../corpus/corpus.ts';
import { runContest } from '../measure/contest.ts';
import { median, quantile, ratio, seconds, table } from '../measure/results.ts';
import { bundleProcess } from '../processes/bundle.ts';
import type { Part } from './part.ts';

const question = 'Tell me about a time you changed the mind of another team.';

const names = { node: 'node -e 0', start: '--version', find: 'find', parse: 'plain read, remark' } as const;

/** The command line as processes beside Node itself and the parser alone, and what its server takes for a call. */
export const commandLinePart: Part = {
	name: 'command-line',
	summary: 'start, find and the server for agents, on 200 story files',
	async run(rounds) {
		const folder = await fs.mkdtemp(path.join(await fs.realpath(os.tmpdir()), 'star-stories-bench-'));
		try {
			const notes = path.join(folder, 'notes');
			await fs.mkdir(notes);
			const corpus = writeCorpus(notes, { stories: 200, notes: 0 });
			return [...(await processes(folder, corpus, rounds)), '', ...(await calls(corpus, rounds))];
		} finally {
			await fs.rm(folder, { recursive: true });
		}
	},
};

/** @param folder for files of the bench's own */
async function processes(folder: string, corpus: Corpus, rounds: number): Promise<readonly string[]> {
	const stories = path.join(folder, 'stories.txt');
	await fs.writeFile(stories, corpus.storyPaths.join('\n'));
	const node = (...args: readonly string[]) => ({ file: process.execPath, args });
	const standings = await runContest(
		[
			{ name: names.node, command: node('-e', '0') },
			{ name: names.start, command: node(program, '--version') },
			{ name: names.parse, command: node(await bundleProcess('plain'), corpus.folder, stories) },
			{ name: names.find, command: node(program, 'find', '-C', corpus.folder, question) },
		],
		rounds,
	);
	const wall = (name: string) => standings.find((standing) => standing.name === name)?.wall ?? Number.NaN;
	return [
		...table(
			['as a process', 'wall', 'CPU'],
			standings.map(({ name, wall: whole, cpu }) => [
				name,
				seconds(whole),
				cpu === undefined ? '' : seconds(cpu),
			]),
		),
		'',
		`- start against Node alone: ${ratio(wall(names.start) / wall(names.node))}`,
		`- find against the plain read with remark: ${ratio(wall(names.find) / wall(names.parse))}`,
	];
}

/** What a tool takes once it has answered a few times. */
async function calls(corpus: Corpus, rounds: number): Promise<readonly string[]> {
	const { ask, close } = await mcpClient(corpus.folder);
	const asked: readonly (readonly [string, Record<string, unknown>])[] = [
		['find', { question }],
		['coverage', {}],
		['questions', {}],
	];
	try {
		const rows: string[][] = [];
		for (const [tool, given] of asked) {
			const times: number[] = [];
			for (let call = 0; call < 10 + 10 * rounds; call++) {
				const start = performance.now();
				const answer = await ask(tool, given);
				if (answer.startsWith('Error: ')) throw new Error(answer);
				if (call >= 10) times.push(performance.now() - start);
			}
			const ms = (value: number) => `${value.toFixed(1)} ms`;
			rows.push([tool, ms(median(times)), ms(quantile(times, 0.95))]);
		}
		return table(['a call of the server, warm', 'p50', 'p95'], rows);
	} finally {
		await close();
	}
}
