import { refuse } from '../../edit/editResult.ts';
import type { Lookups } from '../../framework/lookups.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import type { InterviewContent } from './interview.ts';
import { readInterviews } from './readInterviews.ts';

/** Why nothing is written into a file of stories. */
export const holdsStories = refuse('value', 'This file holds stories: rename it, and the list gets its place.');

/**
 * Holds candidates for an edit against the reader itself. Markdown has more forms than anyone thinks of, and a list
 * that reads otherwise would lose what it held.
 *
 * @param expected what the list is to hold
 * @param candidates in order of preference
 * @returns the first after which it holds just that
 */
export function readingBack(
	text: string,
	lookups: Lookups,
	expected: readonly InterviewContent[],
	candidates: Iterable<readonly TextEdit[]>,
): readonly TextEdit[] | undefined {
	const wanted = contentOf(expected);
	for (const edits of candidates)
		if (contentOf(readInterviews(applyEdits(text, edits), lookups)) === wanted) return edits;
	return undefined;
}

/** Everything that interviews say. */
export function contentOf(interviews: readonly InterviewContent[]): string {
	return JSON.stringify(
		interviews.map(({ company, date, round, people, asked }) => [
			company ?? null,
			date ?? null,
			round ?? null,
			people,
			asked.map(({ question, competency, told, landed }) => [
				question,
				competency ?? null,
				told?.text ?? null,
				told?.link ?? null,
				landed?.text ?? null,
			]),
		]),
	);
}
