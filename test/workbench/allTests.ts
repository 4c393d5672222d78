// npm test: every check there is, to the end even after a failure.
import { globSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { closingLine } from './closingLine.ts';
import { buildExtension } from './extensionBuild.ts';
import { ensureServer } from './installedServer.ts';
import { launchBrowser } from './launchedBrowser.ts';
import { OneLineError, runEntry } from './oneLineError.ts';
import { projectFolder } from './projectFolders.ts';
import { serverBuilds } from './serverBuilds.ts';
import { sharesOf } from './shares.ts';
import { type Workbench, runInLanes } from './stageLanes.ts';
import { type TestStage, runStage } from './testStage.ts';

/**
 * How many stages run at a time, one for each processor: neither an extension host under test nor a browser that waits
 * for it keeps two busy. Each may take 2 GB of memory.
 */
const lanes = Math.max(2, Math.min(os.availableParallelism(), Math.floor(os.totalmem() / 2 ** 31), 8));

/**
 * The quick checks while VS Code is fetched, then what shares one build, the longest first, so that in the end nobody
 * waits long for the last; what builds anew comes beside what needs no build.
 */
const stages: readonly TestStage[] = [
	{ name: 'Lint', script: 'lint', isOneCheck: true },
	{ name: 'Types', script: 'types', isOneCheck: true },
	hostStage('Current VS Code, Node extension host', 'current-node'),
	...browserStages(lanes / 2),
	hostStage('Current VS Code, web worker extension host', 'current-web'),
	hostStage('Oldest VS Code, Node extension host', 'oldest-node'),
	{ name: 'Command line', script: 'test:cli:built', build: 'shared' },
	{ name: 'Packaged as VSIX', script: 'test:vsix', needsWorkbench: true, build: 'own' },
	{ name: 'Packaged for npm', script: 'test:pack:built', build: 'own' },
	{ name: 'Core', script: 'test:core' },
];

function hostStage(name: string, host: string): TestStage {
	return { name, script: 'test:host', scriptArguments: [host, '--built'], needsWorkbench: true, build: 'shared' };
}

/** The tests through the browser, which take longer than all others, in at most so many stages. */
function browserStages(most: number): readonly TestStage[] {
	const files = globSync('test/ui/**/*.test.ts', { cwd: projectFolder, exclude: ['test/ui/vsix.test.ts'] });
	// About as much happens in a test as is written there.
	const work = files.map((name) => ({ name, weight: statSync(path.join(projectFolder, name)).size }));
	const shares = sharesOf(work, Math.floor(most));
	return shares.map((own, index) => ({
		name: `Through the browser${shares.length > 1 ? `, ${index + 1} of ${shares.length}` : ''}`,
		script: 'test:ui:built',
		scriptArguments: files.flatMap((file) => (own.includes(file) ? [] : ['--ignore', file])),
		needsWorkbench: true,
		build: 'shared',
	}));
}

runEntry(async () => {
	await buildExtension();
	const workbench: Workbench = { isReady: false, ready: getWorkbench().then(() => void (workbench.isReady = true)) };
	const summary: string[] = [];
	const sum = { passed: 0, failed: 0 };
	const run = async (stage: TestStage): Promise<void> => {
		const start = Date.now();
		const { counts, failures, output } = await runStage(stage);
		const line = `${stage.name}: ${closingLine(counts)}, ${((Date.now() - start) / 1000).toFixed(1)} s`;
		// At once, as another stage runs beside it.
		console.log(`\n━━ ${stage.name}\n${output}\n── ${line}`);
		summary.push(`${counts.failed === 0 ? '✔' : '✘'} ${line}`, ...failures.map((why) => `    ${why}`));
		sum.passed += counts.passed;
		sum.failed += counts.failed;
	};
	await runInLanes(stages, lanes, workbench, run);
	console.log(`\n${summary.join('\n')}\n`);
	process.exitCode = sum.failed === 0 ? 0 : 1;
	console.log(closingLine(sum));
});

/**
 * Gets what the later stages need while the first ones run, one thing at a time to leave a processor to them. What is
 * missing is said here; the stages that need it fail by themselves. Resolves when there is enough to begin: the stage
 * for the oldest VS Code waits by itself.
 */
async function getWorkbench(): Promise<void> {
	const attempt = (errand: () => Promise<unknown>): Promise<unknown> =>
		errand().catch((error: unknown) => console.error(error instanceof OneLineError ? error.message : error));
	await attempt(() => ensureServer(serverBuilds.current));
	await attempt(async () => (await launchBrowser()).close());
	void attempt(() => ensureServer(serverBuilds.oldest));
}
