import { cardResult } from '../../core/report/answers/cardResult.ts';
import { cardText } from '../../core/report/answers/text.ts';
import { openLibrary, writeAnswer } from '../answering.ts';
import { storyIn } from '../namedStory.ts';
import type { AnswerOptions } from '../options.ts';
import type { ExitCode } from '../terminal.ts';

/** @param name of the story, as typed */
export async function card(name: string, options: AnswerOptions): Promise<ExitCode> {
	const opened = await openLibrary(options);
	const result = cardResult(opened.library, await storyIn(opened, name));
	return writeAnswer(result, cardText, options, opened);
}
