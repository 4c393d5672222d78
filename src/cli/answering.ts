import type { LoggedInterview } from '../core/questions/interviews/interview.ts';
import { AnsweringLibrary, type AnsweringInput } from '../core/report/answers/answeringLibrary.ts';
import { type RedactedResult, redactResult } from '../core/report/redact/redactResult.ts';
import { textsIn } from '../core/report/redact/redactData.ts';
import { jsonText } from '../core/text/escape.ts';
import type { ListedName } from '../core/text/names/hideable.ts';
import { namesToHide, tellHidden } from './hideNames.ts';
import { lensIn } from './lens.ts';
import type { AnswerOptions, LensOption } from './options.ts';
import { readNamed, type ReadStories, tellUnread } from './readStories.ts';
import { openFolder, type StoryFolder } from './storyFolder.ts';
import { type ExitCode, exitCodes } from './terminal.ts';

/** The stories of the current folder, ready to be asked about. */
export interface OpenLibrary {
	readonly folder: StoryFolder;
	readonly stories: ReadStories;
	readonly library: AnsweringLibrary;
	/** By the folder's list, where an answer told of them. */
	readonly interviews?: readonly LoggedInterview[] | undefined;
}

/**
 * Reads the stories of the current folder.
 *
 * @param more what else is to be known, of the folder
 * @throws Refusal where the folder cannot be opened, or the lens is none of its frameworks
 */
export async function openLibrary(
	options: AnswerOptions & LensOption,
	more: (
		folder: StoryFolder,
	) => Promise<Partial<AnsweringInput> & Pick<OpenLibrary, 'interviews'>> = async () => ({}),
): Promise<OpenLibrary> {
	const folder = await openFolder(options);
	const lens = lensIn(folder, options.lens);
	const { interviews, ...input } = await more(folder);
	const stories = await readNamed(folder, [], { withoutFixes: true });
	const { lookups, settings } = folder;
	const library = new AnsweringLibrary({
		files: stories.files,
		lookups,
		wordsPerMinute: settings.wordsPerMinute,
		...(lens !== undefined && { lens }),
		...input,
	});
	return { folder, stories, library, interviews };
}

/**
 * Writes an answer to standard output, without the names that are to be hidden, and says on standard error what was
 * hidden and what could not be read.
 *
 * @param asText the answer in words, without an end of the last line
 * @param code where nothing went wrong
 * @param redact hides names in the answer
 */
export async function writeAnswer<T>(
	result: T,
	asText: (result: T) => string,
	options: AnswerOptions,
	{ folder, stories, interviews }: Omit<OpenLibrary, 'library'>,
	code: ExitCode = exitCodes.ok,
	redact: (result: T, names: readonly ListedName[]) => RedactedResult<T> = redactResult,
): Promise<ExitCode> {
	const names = await namesToHide(options, folder, { stories, interviews });
	const hidden = names && redact(result, names);
	const shown = hidden?.result ?? result;
	process.stdout.write(options.format === 'json' ? jsonText(shown) : `${asText(shown)}\n`);
	const hiding = names && hidden ? tellHidden(names, hidden.replaced, textsIn(shown)) : exitCodes.ok;
	tellUnread(stories.unread);
	if (stories.unread.length > 0) return exitCodes.refused;
	return hiding === exitCodes.ok ? code : hiding;
}
