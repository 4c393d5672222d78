import type { List, ListItem } from 'mdast';
import type { Span } from '../../text/span.ts';
import type { EntryPart } from './entryParts.ts';
import {
	type InterviewMeeting,
	type LoggedInterview,
	type LoggedQuestion,
	meetingKey,
	type ToldStory,
} from './interview.ts';
import { landingIn } from './landing.ts';

/** An interview with where it stands. */
export interface ListedInterview {
	readonly interview: LoggedInterview;
	readonly questions: readonly ListedQuestion[];
	/** The headings and items under which it stands, in order: several where the author comes back to it. */
	readonly places: readonly InterviewPlace[];
}

/** Where an interview begins. */
export interface InterviewPlace {
	readonly span: Span;
	/** Of the heading that begins it; absent for an item of a list, and for a row of a table. */
	readonly depth?: number;
	/** The item that begins it, with the list it stands in. */
	readonly item?: { readonly node: ListItem; readonly list: List };
}

/** A question with where it stands. */
export interface ListedQuestion {
	readonly logged: LoggedQuestion;
	/** The item that holds it; absent in a table, in paragraphs and under a heading of its own. */
	readonly item?: { readonly node: ListItem; readonly list: List };
	/** Where the question itself stands. */
	readonly span: Span;
	readonly told?: EntryPart;
	readonly landed?: EntryPart;
	/** Where its competency is named. */
	readonly competency?: Span;
	readonly isInTable: boolean;
}

/** What is known of an interview while it is read. */
export interface OpenInterview {
	company: string | undefined;
	date: string | undefined;
	round: string | undefined;
	readonly people: string[];
	readonly questions: OpenQuestion[];
	readonly place: InterviewPlace;
	/** Whether a label or a date says that this is an interview. */
	isSure: boolean;
}

export interface OpenQuestion {
	question: string;
	span: Span;
	competency?: string;
	/** Where it is named. */
	competencySpan?: Span;
	told?: { readonly story: ToldStory | undefined; readonly part: EntryPart };
	landed?: { readonly text: string; readonly part: EntryPart };
	readonly item?: { readonly node: ListItem; readonly list: List };
	readonly isInTable: boolean;
}

function isInterview({ company, date, round, questions, isSure }: OpenInterview): boolean {
	if (!isSure) return false;
	return (
		questions.length > 0 ||
		(company !== undefined && (date !== undefined || round !== undefined)) ||
		(date !== undefined && round !== undefined)
	);
}

/**
 * Leaves what is an interview for sure, and brings together what is said of one in several places.
 *
 * @param read in the order of the file
 */
export function listedInterviews(read: readonly OpenInterview[]): readonly ListedInterview[] {
	const interviews = read.filter(isInterview);
	const groups = new Map<string, OpenInterview[]>();
	for (const [index, each] of interviews.entries()) {
		const key = each.company !== undefined && each.date !== undefined ? meetingKey(meetingOf(each)) : String(index);
		groups.set(key, [...(groups.get(key) ?? []), each]);
	}
	return [...groups.values()].map((group): ListedInterview => {
		const questions = group.flatMap((each) => each.questions.map(asListed));
		return {
			interview: {
				...meetingOf(group[0] as OpenInterview),
				people: [...new Set(group.flatMap(({ people }) => people))],
				asked: questions.map(({ logged }) => logged),
				span: (group[0] as OpenInterview).place.span,
			},
			questions,
			places: group.map(({ place }) => place),
		};
	});
}

function meetingOf({ company, date, round }: OpenInterview): InterviewMeeting {
	return {
		...(company !== undefined && { company }),
		...(date !== undefined && { date }),
		...(round !== undefined && { round }),
	};
}

function asListed({
	question,
	span,
	competency,
	competencySpan,
	told,
	landed,
	item,
	isInTable,
}: OpenQuestion): ListedQuestion {
	const how = landed && landingIn(landed.text);
	return {
		logged: {
			question,
			...(competency !== undefined && { competency }),
			...(told?.story && { told: told.story }),
			...(landed && landed.text !== '' && { landed: { text: landed.text, ...(how && { how }) } }),
		},
		...(item && { item }),
		span,
		...(told && { told: told.part }),
		...(landed && { landed: landed.part }),
		...(competencySpan && { competency: competencySpan }),
		isInTable,
	};
}
