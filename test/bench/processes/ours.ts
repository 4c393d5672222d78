// The whole way from a folder to the index, as the extension goes it but without VS Code: `ours WORKER FOLDER`.
// The listing stands in for VS Code's; everything behind it is what ships. Prints one line of JSON, an {@link OursRun}.
import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { StoryFolder } from './storyFolder.ts';

/** What one run says of itself; times in milliseconds since the process began, if nothing else is said. */
export interface OursRun {
	/** When the first competency had a story. */
	readonly firstRows: number;
	/** When every file was in the index with its problems, and the coverage was known. */
	readonly complete: number;
	readonly stories: number;
	readonly problems: number;
	/** From the edit of a file on the disk to the new coverage. */
	readonly edited: number;
}

const [, , worker = '', folder = ''] = argv;
const stories = new StoryFolder(worker, folder);
const { index, scanner, reader } = stories;
let firstRows: number | undefined;
const listener = index.onDidChange(() => {
	if (firstRows === undefined && stories.covered() > 0) firstRows = performance.now();
});
await scanner.scan();
stories.covered();
const complete = performance.now();
listener.dispose();
const run: OursRun = {
	firstRows: firstRows ?? complete,
	complete,
	stories: index.stories().length,
	problems: index.files().reduce((sum, file) => sum + index.get(file).problems.length, 0),
	edited: await editOne(),
};
process.stdout.write(`${JSON.stringify(run)}\n`);
process.exit();

/** Edits one story on the disk, for as long as that takes to reach the coverage; the watcher's delay does not count. */
async function editOne(): Promise<number> {
	const uri = index.files()[0] ?? '';
	const path = fileURLToPath(uri);
	const text = readFileSync(path);
	const { atime, mtime } = statSync(path);
	writeFileSync(path, `${text.toString()}\nOne more line.\n`);
	const start = performance.now();
	await reader.read([uri]);
	stories.covered();
	const took = performance.now() - start;
	writeFileSync(path, text);
	utimesSync(path, atime, mtime);
	return took;
}
