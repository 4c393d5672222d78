import type { Span } from '../../text/span.ts';
import type { Landing } from './landing.ts';
import { oneLine } from '../../text/words.ts';

/**
 * The file in the folder of the stories that says what was asked in interviews, and which story was told. Where its
 * front matter tags it, it is a story like any other file.
 */
export const interviewsName = 'interviews.md';

/** Which story was told, as the author wrote it: by its title, by the name of its file, or as a link. */
export interface ToldStory {
	/** Without marks, on one line. */
	readonly text: string;
	/** Target of the link, where it is one. */
	readonly link?: string;
}

/** A question that was asked in an interview. Plain data, every text on one line. */
export interface LoggedQuestion {
	/** Without quotation marks; empty where only the story is noted. */
	readonly question: string;
	/** Id of the competency that it was about; absent where the file does not name one that is known. */
	readonly competency?: string;
	readonly told?: ToldStory;
	/** How it landed: in the author's words, and what they come to where that is clear. */
	readonly landed?: { readonly text: string; readonly how?: Landing };
}

/** When, with whom and in which round an interview was. */
export interface InterviewMeeting {
	readonly company?: string;
	/** `2026`, `2026-12` or `2026-12-31`. */
	readonly date?: string;
	/** Such as `round 1` or `onsite`. */
	readonly round?: string;
}

/** What a list says of an interview. */
export interface InterviewContent extends InterviewMeeting {
	/** Names of those who asked. */
	readonly people: readonly string[];
	readonly asked: readonly LoggedQuestion[];
}

/** An interview that was held. Plain data. */
export interface LoggedInterview extends InterviewContent {
	/** The heading, item or label that begins it. */
	readonly span: Span;
}

/** An interview as somebody saw it, who cannot know how the file reads by now. */
export interface SeenInterview extends InterviewMeeting {
	/** Position among the file's interviews. */
	readonly index: number;
}

/** Whether two meetings are the same one, in whatever case they are written. */
export function isSameMeeting(a: InterviewMeeting, b: InterviewMeeting): boolean {
	return meetingKey(a) === meetingKey(b);
}

/** The same for the same company, date and round. */
export function meetingKey({ company = '', date = '', round = '' }: InterviewMeeting): string {
	return JSON.stringify([company, date, round].map((part) => oneLine(part).toLowerCase()));
}

/** `1` as the round is written: `round 1`. */
export function roundText(round: string): string {
	const words = oneLine(round);
	return /^#?\d+$/u.test(words) ? `round ${words.replace('#', '')}` : words;
}

/** An interview in a few words, such as `Acme, round 1, 2026-12-01`. */
export function meetingText({ company, round, date }: InterviewMeeting): string {
	const parts = [company, round && roundText(round), date].filter((part) => part !== undefined);
	return parts.length > 0 ? parts.join(', ') : 'an interview';
}
