import { readAsked } from '../core/questions/interviews/askedReading.ts';
import type { LoggedInterview } from '../core/questions/interviews/interview.ts';
import { readInterviews } from '../core/questions/interviews/readInterviews.ts';
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

/** The same with what their questions come to. */
export async function readHeld(folder: StoryFolder): Promise<readonly ReadInterview[]> {
	const { lookups, interviews: file = '' } = folder;
	return (await heldInterviews(folder)).map((each) => ({
		...each,
		file,
		readings: readAsked(each.asked, { lookups }),
	}));
}
