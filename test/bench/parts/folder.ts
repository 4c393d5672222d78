import { writeFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { projectFolder } from '../../workbench/projectFolders.ts';
import { workerBundle } from '../../../src/worker/start.ts';
import { type Corpus, type CorpusSize, writeCorpus } from '../corpus/corpus.ts';
import { type Contestant, runContest, type Standing } from '../measure/contest.ts';
import { median, ratio, seconds, table } from '../measure/results.ts';
import { peersOn } from '../peers.ts';
import { bundleProcess } from '../processes/bundle.ts';
import type { OursRun } from '../processes/ours.ts';
import type { Part } from './part.ts';

/** A folder of notes, and the programs that run on it. */
interface Course {
	readonly size: CorpusSize;
	readonly peers: 'all' | 'quick';
}

const courses: readonly Course[] = [
	{ size: { stories: 20, notes: 980 }, peers: 'all' },
	{ size: { stories: 200, notes: 9800 }, peers: 'quick' },
	{ size: { stories: 1000, notes: 9000 }, peers: 'quick' },
];

/** From a folder to all problems, beside what other programs do with the same files. */
export const folderParts: readonly Part[] = courses.map((course) => ({
	name: `folder-${course.size.stories}`,
	summary: `${course.size.stories + course.size.notes} files, of which ${course.size.stories} hold stories`,
	run: (rounds) => runCourse(course, rounds),
}));

async function runCourse({ size, peers }: Course, rounds: number): Promise<readonly string[]> {
	const folder = await fs.mkdtemp(path.join(await fs.realpath(os.tmpdir()), 'star-stories-bench-'));
	try {
		const notes = path.join(folder, 'notes');
		await fs.mkdir(notes);
		const corpus = writeCorpus(notes, size);
		const contestants = [...(await ownContestants(folder, corpus)), ...(await peersOn(corpus, peers))];
		return report(corpus, await runContest(contestants, rounds));
	} finally {
		await fs.rm(folder, { recursive: true });
	}
}

const names = {
	ours: 'STAR Stories',
	read: 'plain read of all files',
	parse: 'plain read of all files, remark on the stories',
} as const;

/** @param folder for files of the bench's own */
async function ownContestants(folder: string, corpus: Corpus): Promise<readonly Contestant[]> {
	const [ours, plain] = [await bundleProcess('ours'), await bundleProcess('plain')];
	const stories = path.join(folder, 'stories.txt');
	writeFileSync(stories, corpus.storyPaths.join('\n'));
	const node = (...args: readonly string[]) => ({ file: process.execPath, args });
	return [
		{ name: names.ours, command: node(ours, path.join(projectFolder, workerBundle), corpus.folder) },
		{ name: names.read, command: node(plain, corpus.folder) },
		{ name: names.parse, command: node(plain, corpus.folder, stories) },
	];
}

function report(corpus: Corpus, standings: readonly Standing[]): readonly string[] {
	const runs = standings.find(({ name }) => name === names.ours)?.runs ?? [];
	const own = (figure: keyof OursRun) => median(runs.map(({ output }) => (JSON.parse(output) as OursRun)[figure]));
	const wall = (name: string) => standings.find((standing) => standing.name === name)?.wall ?? Number.NaN;
	// Its process measures more after all problems are found, and so ends later.
	const complete = own('complete') / 1000;
	const rows = standings.map(({ name, wall: whole, cpu, peak }) => {
		const shown = name === names.ours ? complete : whole;
		return [
			name,
			seconds(shown),
			ratio(shown / complete),
			cpu === undefined ? '' : seconds(cpu),
			peak === undefined ? '' : `${Math.round(peak)} MB`,
		];
	});
	return [
		`${corpus.stories + corpus.notes} files (${(corpus.bytes / 1e6).toFixed(0)} MB), ${corpus.stories} with stories; ` +
			`medians of ${runs.length} runs in turns.`,
		'',
		...table(['as a process', 'wall', 'against ours', 'CPU', 'peak memory'], rows),
		'',
		`- ours against plain read and remark on the stories: ${ratio(complete / wall(names.parse))}`,
		`- first rows after ${own('firstRows').toFixed(0)} ms`,
		`- one edit on the disk is in the coverage after ${own('edited').toFixed(1)} ms`,
		`- found: ${own('stories')} stories, ${own('problems')} problems`,
	];
}
