import { type EditResult, insertion, noEdits, refuse } from '../../edit/editResult.ts';
import type { Lookups } from '../../framework/lookups.ts';
import { escapeMarkdown } from '../../text/escape.ts';
import { lineEndingOf } from '../../text/lines.ts';
import { type InterviewMeeting, isSameMeeting, roundText, type InterviewContent } from './interview.ts';
import { meetingIn } from './meetingLine.ts';
import { type InterviewList, listInterviews } from './readInterviews.ts';
import { holdsStories, readingBack } from './readingBack.ts';
import { oneLine } from '../../text/words.ts';

/** The heading of a file that begins with its first interview. */
const title = '# Interviews';

/**
 * Adds an interview to the end of the list.
 *
 * @param text the whole file; empty where there is none yet
 * @returns no edits where the list has it already
 */
export function logInterview(text: string, lookups: Lookups, meeting: InterviewMeeting): EditResult {
	const { company, date } = meeting;
	if (oneLine(company ?? '') === '' || date === undefined) return refuse('value', 'A company and a date are needed.');
	const list = listInterviews(text, lookups);
	if (list.isStory) return holdsStories;
	const added = asRead(meeting);
	if (list.interviews.some(({ interview }) => isSameMeeting(interview, added))) return noEdits;
	const all = list.interviews.map(({ interview }) => interview);
	const candidates = headingsFor(meeting).map((heading) => [insertAtEnd(text, heading, list)]);
	const edits = readingBack(text, lookups, [...all, added], candidates);
	return edits ? { edits } : refuse('value', 'This can’t be written as a heading: leave out its marks and brackets.');
}

/** A meeting as it reads once it is written: who asked, where the round says so, is no part of it. */
function asRead({ company = '', date = '', round = '' }: InterviewMeeting): InterviewContent {
	const said = meetingIn(`Acme, ${roundText(round)}`);
	const own = said.company === 'Acme' ? said.round : roundText(round);
	return {
		company: oneLine(company),
		date,
		...(own !== undefined && own !== '' && { round: own }),
		people: said.company === 'Acme' ? said.people : [],
		asked: [],
	};
}

/** The forms of the heading, as people write it first. */
export function headingsFor({ company = '', date, round = '' }: InterviewMeeting): readonly string[] {
	const series = roundText(round);
	return [oneLine, escapeMarkdown].flatMap((written) => {
		const parts = [date ?? '', written(company), written(series)].filter(Boolean);
		const short = [date ?? '', written(series)].filter(Boolean).join(', ');
		return [parts.join(', '), parts.join(' — '), `${short}\n\n- Company: ${written(company)}`];
	});
}

/** @param heading its words; what follows it stands behind an empty line */
export function insertAtEnd(text: string, heading: string, { interviews }: Pick<InterviewList, 'interviews'>) {
	const eol = lineEndingOf(text);
	const isEmpty = text.trim() === '';
	const depth = depthOf(interviews);
	const lead = isEmpty ? `${title}\n\n` : '\n\n';
	const end = /[\r\n]$/u.test(text) && !isEmpty ? '' : '\n';
	const newText = `${lead}${'#'.repeat(depth)} ${heading}${end}`.replaceAll('\n', eol);
	return insertion(isEmpty ? text.length : text.trimEnd().length, newText);
}

/** How deep the headings of interviews are: that of the last one that has one of its own. */
function depthOf(interviews: InterviewList['interviews']): number {
	const depths = interviews.flatMap(({ places }) => places.flatMap(({ depth }) => depth ?? []));
	// Below the heading of a company the company would be read twice.
	return depths.length === 0 ? 2 : Math.max(Math.min(...depths), 1);
}
