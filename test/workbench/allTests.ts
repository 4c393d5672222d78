// npm test: every check there is, to the end even after a failure.
import { closingLine } from './closingLine.ts';
import { buildExtension } from './extensionBuild.ts';
import { ensureServer } from './installedServer.ts';
import { launchBrowser } from './launchedBrowser.ts';
import { OneLineError, runEntry } from './oneLineError.ts';
import { serverBuilds } from './serverBuilds.ts';
import { type TestStage, runStage } from './testStage.ts';

/**
 * Stages that run beside each other, one lane for each of two processors, as long as each other: neither an extension
 * host under test nor a browser that waits for it keeps two busy. They share one build and leave it alone.
 */
const lanes: readonly (readonly TestStage[])[] = [
	[
		{ name: 'Lint', script: 'lint', isOneCheck: true },
		{ name: 'Types', script: 'types', isOneCheck: true },
		{ name: 'Core', script: 'test:core' },
		{ name: 'Command line', script: 'test:cli:built' },
		{ name: 'Through the browser', script: 'test:ui:built', needsWorkbench: true },
	],
	[
		hostStage('Current VS Code, Node extension host', 'current-node'),
		hostStage('Current VS Code, web worker extension host', 'current-web'),
		hostStage('Oldest VS Code, Node extension host', 'oldest-node'),
	],
];

/** Stages that build anew, one after the other when the lanes are done with the build they share. */
const afterwards: readonly TestStage[] = [
	{ name: 'Packaged for npm', script: 'test:pack' },
	{ name: 'Packaged as VSIX', script: 'test:vsix', needsWorkbench: true },
];

function hostStage(name: string, host: string): TestStage {
	return { name, script: 'test:host', scriptArguments: [host, '--built'], needsWorkbench: true };
}

runEntry(async () => {
	await buildExtension();
	const workbench = getWorkbench();
	const summary: string[] = [];
	const sum = { passed: 0, failed: 0 };
	const runAll = async (stages: readonly TestStage[]): Promise<void> => {
		for (const stage of stages) {
			if (stage.needsWorkbench) {
				await workbench;
			}
			const start = Date.now();
			const { counts, failures, output } = await runStage(stage);
			const line = `${stage.name}: ${closingLine(counts)}, ${((Date.now() - start) / 1000).toFixed(1)} s`;
			// At once, as another stage runs beside it.
			console.log(`\n━━ ${stage.name}\n${output}\n── ${line}`);
			summary.push(`${counts.failed === 0 ? '✔' : '✘'} ${line}`, ...failures.map((why) => `    ${why}`));
			sum.passed += counts.passed;
			sum.failed += counts.failed;
		}
	};
	await Promise.all(lanes.map(runAll));
	await runAll(afterwards);
	console.log(`\n${summary.join('\n')}\n`);
	process.exitCode = sum.failed === 0 ? 0 : 1;
	console.log(closingLine(sum));
});

/**
 * Gets what the later stages need while the first ones run, one thing at a time to leave a processor to them. What is
 * missing is said here; the stages that need it fail by themselves. Resolves when there is enough to begin: the last
 * stage of its lane waits by itself for the oldest VS Code.
 */
async function getWorkbench(): Promise<void> {
	const attempt = (errand: () => Promise<unknown>): Promise<unknown> =>
		errand().catch((error: unknown) => console.error(error instanceof OneLineError ? error.message : error));
	await attempt(() => ensureServer(serverBuilds.current));
	await attempt(async () => (await launchBrowser()).close());
	void attempt(() => ensureServer(serverBuilds.oldest));
}
