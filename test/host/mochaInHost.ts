// The frame of the bundle that an extension host runs, imported before the test files because it makes mocha's
// globals. Mocha's browser build serves both hosts: it needs no node: modules and, but for its HTML reporter, no DOM.
// oxlint-disable-next-line import/no-unassigned-import -- it is there for its globals
import 'mocha/mocha.js';
import { testLimitMilliseconds } from '../limits.ts';
import { closingLine, progressLine } from '../workbench/closingLine.ts';
import { failureLines } from '../workbench/failureLines.ts';
import { suiteLinePrefix } from '../workbench/suiteLines.ts';
import { keepWantedSuites } from './hosts.ts';
import { watchOwnBlocks } from './ownBlocks.ts';
import { wantedRun } from './wantedRun.ts';

mocha.setup({
	ui: 'bdd',
	reporter: reportToConsole as never,
	timeout: testLimitMilliseconds,
	retries: 1,
	color: false,
});

/** What VS Code calls in the extension host. Resolves when every test passed, rejects otherwise. */
export async function run(): Promise<void> {
	keepWantedSuites(mocha.suite);
	mocha.grep(new RegExp(wantedRun().grep, 'u'));
	// Not mocha.run: the browser build's own reads location.search, which Node does not have.
	const failed = await new Promise<number>((resolve) => Mocha.prototype.run.call(mocha, resolve));
	if (failed > 0) {
		throw new Error(`${failed} of the tests failed`);
	}
}

/** The console is the only way out of both hosts, and shared with VS Code's own messages, hence the prefix. */
function say(text: string): void {
	for (const line of text.split('\n')) {
		// oxlint-disable-next-line no-console -- the way out
		console.log(suiteLinePrefix + line);
	}
}

/** The runner on the other side counts by the closing line. */
function reportToConsole(runner: Mocha.Runner): void {
	let passed = 0;
	let failed = 0;
	const repeated: string[] = [];
	const ownBlocks = wantedRun().watchesBlocks ? watchOwnBlocks() : undefined;
	const begins = (running: string): void => say(progressLine({ counts: { passed, failed }, running }));
	runner.on('test', (test) => begins(test.fullTitle()));
	runner.on('hook', (hook) => begins(hook.fullTitle()));
	runner.on('pass', (test) => {
		passed++;
		say(`  ✔ ${test.fullTitle()} (${test.duration} ms)`);
	});
	// As in the browser: VS Code's own timing may fail a test once, and nothing of it stays unseen.
	runner.on('retry', (test, error: Error) => {
		repeated.push(...failureLines(`Needed another try: ${test.fullTitle()}`, error));
	});
	runner.on('pending', (test) => say(`  - ${test.fullTitle()}`));
	runner.on('fail', (test, error: Error) => {
		failed++;
		say(
			failureLines(test.fullTitle(), error)
				.map((line) => `  ${line}`)
				.join('\n'),
		);
	});
	runner.once('end', () => {
		for (const line of [...repeated, ...(ownBlocks?.() ?? [])]) say(`  ${line}`);
		say(closingLine({ passed, failed }));
	});
}
