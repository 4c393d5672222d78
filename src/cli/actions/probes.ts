import { probesResult } from '../../core/report/answers/probesResult.ts';
import { probesText } from '../../core/report/answers/text.ts';
import { openLibrary, writeAnswer } from '../answering.ts';
import { storyIn } from '../namedStory.ts';
import type { AnswerOptions } from '../options.ts';
import type { ExitCode } from '../terminal.ts';
import { answerWithin } from '../within.ts';

/** What `star-stories probes` was given. */
export interface ProbesOptions extends AnswerOptions {
	readonly open?: true;
}

/** @param name of the story, as typed; all when left out */
export async function probes(name: string | undefined, options: ProbesOptions): Promise<ExitCode> {
	const opened = await openLibrary(options);
	const { library } = opened;
	const wanted = name === undefined ? undefined : [await storyIn(opened, name)];
	const all = answerWithin(() => probesResult(library, wanted));
	const stories = all.stories.map((story) => ({
		...story,
		probes: story.probes.filter(({ answer }) => !options.open || answer === undefined),
	}));
	return writeAnswer({ ...all, stories }, probesText, options, opened);
}
