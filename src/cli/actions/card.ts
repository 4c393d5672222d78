import { cardResult } from '../../core/report/answers/cardResult.ts';
import { cardText } from '../../core/report/answers/text.ts';
import { openLibrary, writeAnswer } from '../answering.ts';
import { storyIn } from '../namedStory.ts';
import type { AnswerOptions } from '../options.ts';
import type { ExitCode } from '../terminal.ts';
import { answerWithin } from '../within.ts';

/** @param name of the story, as typed */
export async function card(name: string, options: AnswerOptions): Promise<ExitCode> {
	const opened = await openLibrary(options);
	const entry = await storyIn(opened, name);
	const result = answerWithin(() => cardResult(opened.library, entry));
	return writeAnswer(result, cardText, options, opened);
}
