// The whole way from a folder to the index, as the extension goes it but without VS Code: `ours WORKER FOLDER [CACHE [save]]`.
// The listing stands in for VS Code's; everything behind it is what ships. Prints one line of JSON, a {@link OursRun}.
import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { argv } from 'node:process';
import { nothing } from '../../../src/core/analysis.ts';
import { coverageOf } from '../../../src/core/bank/coverage.ts';
import { StoryIndex } from '../../../src/core/bank/storyIndex.ts';
import { deriveFrom } from '../../../src/core/derived.ts';
import { staff } from '../../../src/core/framework/staff.ts';
import { LineMap } from '../../../src/core/text/lines.ts';
import { LanguageClient } from '../../../src/host/language/languageClient.ts';
import type { FilesContext } from '../../../src/worker/protocol.ts';
import { listFiles } from './listFiles.ts';
import type { OursRun } from './oursRun.ts';
import { startWorker } from './startWorker.ts';

const [, , worker = '', folder = '', cachePath, save] = argv;
const frameworks = [staff];
const cache = cachePath === undefined ? undefined : { path: cachePath, version: 'bench' };
const context: FilesContext = { frameworks, severities: {}, today: '2026-03-01', ...(cache && { cache }) };
const index = new StoryIndex();
const lines = new Map<string, LineMap>();
const delay = monitorEventLoopDelay({ resolution: 1 });
const language = new LanguageClient((listener) => startWorker(worker, listener));

const paths = listFiles(folder);
const listed = performance.now();
delay.enable();
let firstRows: number | undefined;
await analyse(paths);
const covered = coverageNow();
const complete = performance.now();
delay.disable();
const run: OursRun = {
	files: paths.length,
	listed,
	firstRows: firstRows ?? complete,
	complete,
	longestBlock: delay.max / 1e6,
	stories: index.stories().length,
	covered,
	problems: index.files().reduce((sum, file) => sum + index.get(file).problems.length, 0),
	...(save === 'save' && { saved: await saveCache(), edited: await editOne() }),
};
process.stdout.write(`${JSON.stringify(run)}\n`);
process.exit();

async function analyse(files: readonly string[]): Promise<void> {
	const take: Parameters<LanguageClient['analyseFiles']>[2] = (found) => {
		const changes = new Map(found.map(([path, file]) => [path, file?.analysis ?? nothing] as const));
		for (const [path, file] of found) if (file?.lineStarts) lines.set(path, new LineMap(file.lineStarts));
		index.update(changes);
		if (firstRows === undefined && index.files().length > 0 && coverageNow() > 0) firstRows = performance.now();
	};
	await language.analyseFiles(files, context, take, () => true);
}

/** The rows of the tree: how many competencies have stories. */
function coverageNow(): number {
	return coverageOf(deriveFrom(frameworks).competencies.all, index.stories()).filter(({ stories }) => stories.length > 0).length;
}

async function saveCache(): Promise<number> {
	const start = performance.now();
	if (cache) await language.call('saveCache', [cache, true]);
	return performance.now() - start;
}

/** One story is edited on the disk; what watches for that is not counted. */
async function editOne(): Promise<number> {
	const path = index.files()[0] ?? '';
	const text = readFileSync(path);
	const { atime, mtime } = statSync(path);
	writeFileSync(path, `${text.toString()}\nOne more line.\n`);
	const start = performance.now();
	await analyse([path]);
	coverageNow();
	const took = performance.now() - start;
	writeFileSync(path, text);
	utimesSync(path, atime, mtime);
	return took;
}
