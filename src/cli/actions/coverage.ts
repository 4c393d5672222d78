import type { CoverageState } from '../../core/library/coverage.ts';
import { coverageResult } from '../../core/report/answers/coverageResult.ts';
import { coverageText } from '../../core/report/answers/text.ts';
import { openLibrary, writeAnswer } from '../answering.ts';
import type { AnswerOptions, LensOption } from '../options.ts';
import { readPlanned } from '../planned.ts';
import { type ExitCode, exitCodes } from '../terminal.ts';
import { answerWithin } from '../within.ts';

/** What `star-stories coverage` was given. */
export interface CoverageOptions extends AnswerOptions, LensOption {
	readonly failOn: CoverageState | 'none';
}

/** @param failing the states of a competency that end with {@link exitCodes.problems} */
export async function coverage(options: CoverageOptions, failing: readonly CoverageState[]): Promise<ExitCode> {
	const opened = await openLibrary(options, async (folder) => ({ opportunities: await readPlanned(folder) }));
	const result = answerWithin(() => coverageResult(opened.library));
	const fails = result.competencies.some(({ state }) => failing.includes(state));
	return writeAnswer(result, coverageText, options, opened, fails ? exitCodes.problems : exitCodes.ok);
}
