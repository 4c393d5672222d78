import { createInterface } from 'node:readline';
import type { AnsweringInput } from '../../core/report/answers/answeringLibrary.ts';
import { type FindResult, findResult } from '../../core/report/answers/findResult.ts';
import { findText } from '../../core/report/answers/text.ts';
import { redactFind } from '../../core/report/redact/redactFind.ts';
import { redactResult } from '../../core/report/redact/redactResult.ts';
import { textsIn } from '../../core/report/redact/redactData.ts';
import { type OpenLibrary, openLibrary, writeAnswer } from '../answering.ts';
import { heldInterviews, heldNow } from '../held.ts';
import { namesToHide, tellHidden } from '../hideNames.ts';
import type { AnswerOptions } from '../options.ts';
import { tellUnread } from '../readStories.ts';
import type { StoryFolder } from '../storyFolder.ts';
import { type ExitCode, exitCodes, Refusal } from '../terminal.ts';
import { answerWithin } from '../within.ts';

/** What `star-stories find` was given. */
export interface FindOptions extends AnswerOptions {
	readonly limit: number;
}

/**
 * Finds the stories for a question, or for each line of standard input.
 *
 * @param isFormatGiven whether the format was typed: lines of questions get lines of JSON unless it was
 */
export async function find(question: string, options: FindOptions, isFormatGiven: boolean): Promise<ExitCode> {
	if (question.trim() === '') throw new Refusal('Say what was asked: a question in any words.');
	if (question === '-') return findEach({ ...options, format: isFormatGiven ? options.format : 'json' });
	const opened = await openLibrary(options, heldIn);
	const result = answerWithin(() => findResult(opened.library, question, options.limit));
	return writeAnswer(result, findText, options, opened, codeOf(result), redactFind);
}

function codeOf({ stories }: FindResult): ExitCode {
	return stories.length === 0 ? exitCodes.problems : exitCodes.ok;
}

async function heldIn(folder: StoryFolder): Promise<Pick<AnsweringInput, 'held'> & Pick<OpenLibrary, 'interviews'>> {
	const interviews = await heldInterviews(folder);
	return { interviews, held: heldNow(folder, interviews) };
}

async function findEach(options: FindOptions): Promise<ExitCode> {
	const { library, ...read } = await openLibrary(options, heldIn);
	const { folder, stories } = read;
	const names = await namesToHide(options, folder, read);
	let code: ExitCode = exitCodes.ok;
	const replaced = new Map<string, number>();
	const texts = new Set<string>();
	for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
		if (line.trim() === '') continue;
		const result = answerWithin(() => findResult(library, line, options.limit));
		if (codeOf(result) !== exitCodes.ok) code = exitCodes.problems;
		const hidden = names && redactFind(result, names);
		for (const { name, count } of hidden?.replaced ?? []) replaced.set(name, (replaced.get(name) ?? 0) + count);
		const shown = hidden?.result ?? result;
		if (hidden) for (const text of textsIn(shown)) texts.add(text);
		process.stdout.write(
			options.format === 'json' ? `${JSON.stringify(shown)}\n` : `${shown.question}\n${findText(shown)}\n\n`,
		);
	}
	const placeholders = names ? redactResult('', names).replaced : [];
	const hiding = names
		? tellHidden(
				names,
				placeholders.map((each) => ({ ...each, count: replaced.get(each.name) ?? 0 })),
				[...texts],
			)
		: exitCodes.ok;
	tellUnread(stories.unread);
	if (stories.unread.length > 0) return exitCodes.refused;
	return hiding === exitCodes.ok ? code : hiding;
}
