// npm test: every check there is, to the end even after a failure.
import { closingLine } from './closingLine.ts';
import { buildExtension } from './extensionBuild.ts';
import { ensureServer } from './installedServer.ts';
import { launchBrowser } from './launchedBrowser.ts';
import { OneLineError, runEntry } from './oneLineError.ts';
import { serverBuilds } from './serverBuilds.ts';
import { type TestStage, runStage } from './testStage.ts';

/**
 * Stages that share one build and leave it alone, so that they run beside each other: the quick checks, then the
 * longest first, so that in the end nobody waits long for the last.
 */
const besideEachOther: readonly TestStage[] = [
	{ name: 'Lint', script: 'lint', isOneCheck: true },
	{ name: 'Types', script: 'types', isOneCheck: true },
	hostStage('Current VS Code, Node extension host', 'current-node'),
	{ name: 'Through the browser', script: 'test:ui:built', needsWorkbench: true },
	hostStage('Current VS Code, web worker extension host', 'current-web'),
	{ name: 'Core', script: 'test:core' },
	{ name: 'Command line', script: 'test:cli:built' },
	hostStage('Oldest VS Code, Node extension host', 'oldest-node'),
];

/** One for each of two processors: neither an extension host under test nor a browser that waits for it keeps two busy. */
const lanes = 2;

/** Stages that build anew, one after the other when nobody needs the shared build any more. */
const afterwards: readonly TestStage[] = [
	{ name: 'Packaged as VSIX', script: 'test:vsix', needsWorkbench: true },
	{ name: 'Packaged for npm', script: 'test:pack:built' },
];

function hostStage(name: string, host: string): TestStage {
	return { name, script: 'test:host', scriptArguments: [host, '--built'], needsWorkbench: true };
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
	await runBesideEachOther(besideEachOther, workbench, run);
	for (const stage of afterwards) await run(stage);
	console.log(`\n${summary.join('\n')}\n`);
	process.exitCode = sum.failed === 0 ? 0 : 1;
	console.log(closingLine(sum));
});

/** What the stages need that run VS Code. */
interface Workbench {
	isReady: boolean;
	readonly ready: Promise<void>;
}

/** Runs stages in as many lanes as there are; a lane takes the first stage that waits and can begin. */
async function runBesideEachOther(
	stages: readonly TestStage[],
	workbench: Workbench,
	run: (stage: TestStage) => Promise<void>,
): Promise<void> {
	const waiting = [...stages];
	const lane = async (): Promise<void> => {
		while (waiting.length > 0) {
			const index = waiting.findIndex(({ needsWorkbench }) => workbench.isReady || !needsWorkbench);
			if (index < 0) await workbench.ready;
			else for (const stage of waiting.splice(index, 1)) await run(stage);
		}
	};
	await Promise.all(Array.from({ length: lanes }, lane));
}

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
