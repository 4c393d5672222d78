import { writeFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { projectFolder } from '../../workbench/projectFolders.ts';
import { type Corpus, type CorpusSize, writeCorpus } from '../corpus/corpus.ts';
import { type Contestant, runContest, type Standing } from '../measure/contest.ts';
import type { Cost } from '../measure/processRun.ts';
import { median } from '../measure/statistics.ts';
import { ratio, seconds, table } from '../measure/table.ts';
import { type InstalledPeer, installPeers } from '../peers/install.ts';
import { peers } from '../peers/index.ts';
import { bundleProcess } from '../processes/bundle.ts';
import type { OursRun } from '../processes/oursRun.ts';
import type { BenchOptions, Part } from './part.ts';

/** A folder of notes, and who is tried on it. */
interface Course {
	readonly name: string;
	readonly size: CorpusSize;
	readonly peers: 'all' | 'quick' | 'none';
	/** Whether it is left out unless everything is wanted. */
	readonly onlyFull: boolean;
}

const courses: readonly Course[] = [
	{ name: 'small', size: { stories: 20, notes: 980 }, peers: 'all', onlyFull: false },
	{ name: 'few', size: { stories: 200, notes: 9800 }, peers: 'quick', onlyFull: false },
	{ name: 'some', size: { stories: 2000, notes: 8000 }, peers: 'quick', onlyFull: true },
	{ name: 'only', size: { stories: 10_000, notes: 0 }, peers: 'none', onlyFull: true },
	{ name: 'long', size: { stories: 10_000, notes: 10_000, leastStory: 5500 }, peers: 'quick', onlyFull: true },
	{ name: 'many', size: { stories: 10_000, notes: 10_000 }, peers: 'quick', onlyFull: true },
];

/** The whole way from a folder to the index, beside what others do with the same files. */
export const folderParts: readonly Part[] = courses.map((course) => ({
	name: `folder-${course.name}`,
	summary: `${course.size.stories + course.size.notes} files, of which ${course.size.stories} hold stories${course.size.leastStory === undefined ? '' : ', longer ones'}${course.onlyFull ? ' (only with --full, or by name)' : ''}`,
	run: (options) => runCourse(course, options),
}));

export const namesOfFull = courses.filter(({ onlyFull }) => onlyFull).map(({ name }) => `folder-${name}`);

async function runCourse(course: Course, { rounds }: BenchOptions): Promise<readonly string[]> {
	const folder = await fs.mkdtemp(path.join(await fs.realpath(os.tmpdir()), 'star-stories-bench-'));
	try {
		const notes = path.join(folder, 'notes');
		await fs.mkdir(notes);
		const corpus = writeCorpus(notes, course.size);
		const wanted = peers.filter(({ isSlow }) => course.peers === 'all' || (course.peers === 'quick' && !isSlow));
		const installed = await installPeers(wanted);
		return report(corpus, await runContest(await contestants(folder, corpus, installed), rounds));
	} finally {
		await fs.rm(folder, { recursive: true });
	}
}

const names = {
	ours: 'STAR Stories',
	read: 'plain read of all files',
	least: 'plain read of all files, remark on the stories',
} as const;

async function contestants(
	folder: string,
	corpus: Corpus,
	installed: readonly InstalledPeer[],
): Promise<readonly Contestant[]> {
	const [ours, plain] = [await bundleProcess('ours'), await bundleProcess('plain')];
	const worker = path.join(projectFolder, 'dist/worker/languageService.js');
	const stories = path.join(folder, 'stories.txt');
	writeFileSync(stories, corpus.storyPaths.join('\n'));
	const node = (...args: readonly string[]) => ({ file: process.execPath, args });
	return [
		{ name: names.ours, command: node(ours, worker, corpus.folder) },
		{ name: names.read, command: node(plain, corpus.folder) },
		{ name: names.least, command: node(plain, corpus.folder, stories) },
		...(await Promise.all(
			installed.map(async ({ peer, folder: own }) => ({
				name: peer.name,
				command: await peer.command(own, corpus),
			})),
		)),
	];
}

function report(corpus: Corpus, standings: readonly Standing[]): readonly string[] {
	const figures = new Map<string, Cost>(standings.map((standing) => [standing.name, standing]));
	const own = (of: (run: OursRun) => number) =>
		median(
			standings
				.find(({ name }) => name === names.ours)
				?.runs.map(({ output }) => of(JSON.parse(output) as OursRun)) ?? [],
		);
	// The end of its process comes after what it measures besides.
	const complete = own((run) => run.complete) / 1000;
	const rows = standings.map(({ name, wall, cpu, peak }) => {
		const shown = name === names.ours ? complete : wall;
		return [
			name,
			seconds(shown),
			ratio(shown / complete),
			cpu === undefined ? '' : seconds(cpu),
			peak === undefined ? '' : `${Math.round(peak)} MB`,
		];
	});
	const wall = (name: string) => figures.get(name)?.wall ?? Number.NaN;
	return [
		`${corpus.stories + corpus.notes} files (${(corpus.bytes / 1e6).toFixed(0)} MB), ${corpus.stories} with stories; medians of ${standings[0]?.runs.length} runs in turns.`,
		'',
		...table(['as a process', 'wall', 'against ours', 'CPU', 'peak memory'], rows),
		'',
		`- ours against plain read and remark on the stories: ${ratio(complete / wall(names.least))}`,
		`- remark on the stories alone against ours: ${ratio((wall(names.least) - wall(names.read)) / complete)}`,
		`- first rows after ${own(({ firstRows }) => firstRows).toFixed(0)} ms`,
		`- one edit on the disk to the new coverage: ${own(({ edited }) => edited).toFixed(1)} ms`,
		`- longest time the extension host's thread stood still: ${own(({ longestBlock }) => longestBlock).toFixed(1)} ms`,
		`- found: ${own(({ stories }) => stories)} stories, ${own(({ problems }) => problems)} problems`,
	];
}
