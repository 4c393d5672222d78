import Mocha from 'mocha';
import { closingLine, progressLine } from './closingLine.ts';
import { type Failure, failureLines, isLostInJson, valueText } from './failureLines.ts';
import { isStage } from './stageEnvironment.ts';

/** Mocha's spec reporter, ended by the lines that `npm test` counts by. */
class ClosingLineReporter extends Mocha.reporters.Spec {
	/** What is to be said of first tries that failed, whatever came of the next: nothing flickers unseen. */
	readonly #repeated: string[] = [];

	constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
		super(runner, options);
		// Before mocha's own listener, which writes sets and maps as `{}`.
		runner.prependListener('fail', (_test, error: Failure & { expected?: unknown; actual?: unknown }) => {
			if (error.expected === undefined || ![error.expected, error.actual].some(isLostInJson)) return;
			error.expected = valueText(error.expected, '  ');
			error.actual = valueText(error.actual, '  ');
		});
		runner.on('retry', (test, error: Failure) =>
			this.#repeated.push(...failureLines(`Needed another try: ${test.fullTitle()}`, error)),
		);
		if (!isStage()) return;
		const begins = (running: string): void =>
			console.log(progressLine({ counts: { passed: this.stats.passes, failed: this.stats.failures }, running }));
		runner.on('test', (test) => begins(test.fullTitle()));
		runner.on('hook', (hook) => begins(hook.fullTitle()));
	}

	override epilogue(): void {
		super.epilogue();
		if (this.#repeated.length > 0) console.log(this.#repeated.join('\n'));
		for (const test of this.failures) {
			console.log(failureLines(test.fullTitle(), test.err ?? { message: 'No reason given' }).join('\n'));
		}
		console.log(closingLine({ passed: this.stats.passes, failed: this.stats.failures }));
	}
}

// Mocha requires reporters; this name is how an ES module gives `require` the class itself.
export { ClosingLineReporter as 'module.exports' };
