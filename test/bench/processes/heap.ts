// What the extension host's heap holds of a folder: `node --expose-gc heap WORKER FOLDER` prints bytes and stories as JSON.
import { argv } from 'node:process';
import { listFiles } from './listFiles.ts';
import { StoryFolder } from './storyFolder.ts';

const [, , worker = '', folder = ''] = argv;
const paths = listFiles(folder);
const held = new StoryFolder(worker);
const [first, ...others] = paths;
// Loads everything once, which is no story's own.
await held.analyse(first === undefined ? [] : [first]);
held.covered();
const before = usedNow();
await held.analyse(others);
held.covered();
const bytes = usedNow() - before;
process.stdout.write(`${JSON.stringify({ bytes, stories: held.index.stories().length })}\n`);
process.exit();

function usedNow(): number {
	for (let time = 0; time < 3; time++) globalThis.gc?.();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
}
