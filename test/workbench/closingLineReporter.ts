import Mocha from 'mocha';
import { closingLine, failureLines } from './closingLine.ts';

/** Mocha's spec reporter, ended by the lines that `npm test` counts by. */
class ClosingLineReporter extends Mocha.reporters.Spec {
	override epilogue(): void {
		super.epilogue();
		for (const test of this.failures) {
			console.log(failureLines(test.fullTitle(), test.err ?? { message: 'No reason given' }).join('\n'));
		}
		console.log(closingLine({ passed: this.stats.passes, failed: this.stats.failures }));
	}
}

// Mocha requires reporters; this name is how an ES module gives `require` the class itself.
export { ClosingLineReporter as 'module.exports' };
