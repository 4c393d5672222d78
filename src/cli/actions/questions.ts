import { text as textOf } from 'node:stream/consumers';
import {
	pastedQuestionsResult,
	type QuestionsResult,
	questionsResult,
} from '../../core/report/answers/questionsResult.ts';
import { questionsText } from '../../core/report/answers/text.ts';
import { openLibrary, writeAnswer } from '../answering.ts';
import { competencyNamed } from '../namedCompetency.ts';
import type { AnswerOptions, LensOption } from '../options.ts';
import { type ExitCode, Refusal } from '../terminal.ts';
import { answerWithin } from '../within.ts';

/** What `star-stories questions` was given. */
export interface QuestionsOptions extends AnswerOptions, LensOption {
	readonly competency?: string;
	readonly unanswered?: true;
}

/** @param list `-` where a list comes from standard input */
export async function questions(list: string | undefined, options: QuestionsOptions): Promise<ExitCode> {
	if (list !== undefined && list !== '-')
		throw new Refusal('Pass a list of questions on standard input: star-stories questions - < list.txt');
	const opened = await openLibrary(options);
	const { library, folder } = opened;
	const wanted = options.competency === undefined ? undefined : competencyNamed(folder, options.competency).id;
	const pasted = list === '-' ? await textOf(process.stdin) : undefined;
	const all = answerWithin(() =>
		pasted === undefined ? questionsResult(library) : pastedQuestionsResult(library, pasted),
	);
	const result: QuestionsResult = {
		...all,
		questions: all.questions.filter(
			({ competencies, stories }) =>
				(wanted === undefined || competencies.some(({ id }) => id === wanted)) &&
				(!options.unanswered || stories.length === 0),
		),
	};
	return writeAnswer(result, questionsText, options, opened);
}
