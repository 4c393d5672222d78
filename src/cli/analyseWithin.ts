import { Script } from 'node:vm';
import { analyse } from '../core/analyse.ts';
import type { Analysis, AnalysisContext } from '../core/analysis.ts';
import { intricateDocument } from '../core/intricateDocument.ts';

/** How long one document may take, in milliseconds; nobody types meanwhile, so it is more than in an editor. */
const budget = 10_000;

const job = new Script('globalThis[Symbol.for("star-stories.job")]()');

/** Analyses a document, and gives up on one that is made to take for ever. */
export function analyseWithin(text: string, context: AnalysisContext, limit = budget): Analysis {
	Object.assign(globalThis, { [Symbol.for('star-stories.job')]: () => analyse(text, context) });
	try {
		return job.runInThisContext({ timeout: limit }) as Analysis;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return intricateDocument(text, context.severities);
		throw error;
	}
}
