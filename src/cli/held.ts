import { readAsked } from '../core/questions/interviews/askedReading.ts';
import type { LoggedInterview } from '../core/questions/interviews/interview.ts';
import { readInterviews } from '../core/questions/interviews/readInterviews.ts';
import type { AnsweringInput } from '../core/report/answers/answeringLibrary.ts';
import type { ReadInterview } from '../core/report/reportInterviews.ts';
import { listInFolder } from './listInFolder.ts';
import type { StoryFolder } from './storyFolder.ts';

/**
 * The interviews that were held, by the folder's list of them.
 *
 * @throws Refusal where the list is there and cannot be read
 */
export async function heldInterviews(folder: StoryFolder): Promise<readonly LoggedInterview[]> {
	return (await listInFolder(folder, folder.interviews, (text) => readInterviews(text, folder.lookups))) ?? [];
}

/**
 * What answers are to know of interviews, as they are at this moment.
 *
 * @param interviews of the folder's list
 */
export function heldNow(
	{ interviews: file = '' }: StoryFolder,
	interviews: readonly LoggedInterview[],
): NonNullable<AnsweringInput['held']> {
	return { interviews: interviews.map((each) => ({ ...each, file })), now: Date.now() };
}

/** The interviews with what their questions come to. */
export async function readHeld(folder: StoryFolder): Promise<readonly ReadInterview[]> {
	const { lookups, interviews: file = '' } = folder;
	return (await heldInterviews(folder)).map((each) => ({
		...each,
		file,
		readings: readAsked(each.asked, { lookups }),
	}));
}
