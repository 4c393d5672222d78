// The whole way from a folder to the index, as the extension goes it but without VS Code: `ours WORKER FOLDER`.
// The listing stands in for VS Code's; everything behind it is what ships. Prints one line of JSON, an {@link OursRun}.
import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { argv } from 'node:process';
import { listFiles } from './listFiles.ts';
import type { OursRun } from './oursRun.ts';
import { StoryFolder } from './storyFolder.ts';

const [, , worker = '', folder = ''] = argv;
const stories = new StoryFolder(worker);
const delay = monitorEventLoopDelay({ resolution: 1 });

const paths = listFiles(folder);
const listed = performance.now();
delay.enable();
let firstRows: number | undefined;
const takeFirst = () => {
	if (firstRows === undefined && stories.covered() > 0) firstRows = performance.now();
};
await stories.analyse(paths, takeFirst);
const covered = stories.covered();
const complete = performance.now();
delay.disable();
const { index } = stories;
const run: OursRun = {
	files: paths.length,
	listed,
	firstRows: firstRows ?? complete,
	complete,
	longestBlock: delay.max / 1e6,
	stories: index.stories().length,
	covered,
	problems: index.files().reduce((sum, file) => sum + index.get(file).problems.length, 0),
	edited: await editOne(),
};
process.stdout.write(`${JSON.stringify(run)}\n`);
process.exit();

/** One story is edited on the disk; what watches for that is not counted. */
async function editOne(): Promise<number> {
	const path = index.files()[0] ?? '';
	const text = readFileSync(path);
	const { atime, mtime } = statSync(path);
	writeFileSync(path, `${text.toString()}\nOne more line.\n`);
	const start = performance.now();
	await stories.analyse([path]);
	stories.covered();
	const took = performance.now() - start;
	writeFileSync(path, text);
	utimesSync(path, atime, mtime);
	return took;
}
