import Mocha from 'mocha';
import { closingLine } from './closingLine.ts';

/** Mocha's spec reporter, ended by the line that `npm test` counts by. */
class ClosingLineReporter extends Mocha.reporters.Spec {
	override epilogue(): void {
		super.epilogue();
		console.log(closingLine({ passed: this.stats.passes, failed: this.stats.failures }));
	}
}

// Mocha requires reporters; this name is how an ES module gives `require` the class itself.
export { ClosingLineReporter as 'module.exports' };
