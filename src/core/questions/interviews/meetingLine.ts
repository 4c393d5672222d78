import { type InterviewMeeting } from './interview.ts';
import { findDate } from './interviewDate.ts';
import { oneLine } from '../../text/words.ts';

/** What a heading or a line says of an interview. */
export interface MeetingLine extends InterviewMeeting {
	readonly people: readonly string[];
	/** Whether it names a month at least, or a round: a company alone may be any heading. */
	readonly isSure: boolean;
}

/** A part of an interview's series. What is found first in a text decides. */
export const roundWords =
	/(?<![\p{L}\p{N}])(?:(?:round|interview|stage|loop|step|session|day)\s*#?\s*\d+|#\d+|\d(?:st|nd|rd|th)\s+(?:round|interview|stage|call)|(?:first|second|third|fourth|fifth|last|final)\s+(?:round|interview|stage|call)|(?:phone|recruiter|recruiting|hr|tech(?:nical)?|video|initial|intro(?:ductory)?)\s+(?:screen(?:ing)?|call|interview|round|chat)|on-?\s?site|hiring manager|bar raiser|system design|behaviou?ral|values|panel|final|screen(?:ing)?|superday|recruiter|loop)(?![\p{L}\p{N}])/iu;

/** What stands before the company and says nothing. */
const lead = /^(?:(?:mock\s+|job\s+)?interviews?(?:\s+(?:with|at|for)\b|\s*[:–—-]|$)|(?:with|at)\b)\s*/iu;

/** Headings of the whole file, and of what is no interview. */
const general =
	/(?<![\p{L}])(?:interviews?|log|journal|diary|notes?|search|prep(?:aration)?|applications?|companies|lessons?|questions?|to ?dos?|asked|told|feedback|learnings?|stories|summary|next steps?|results?|follow-ups?|links?)(?![\p{L}])/iu;

/** Where the date stood: an object replacement character. */
const gap = '\uFFFC';

/** Between the parts of a line; commas only where none of the others is there. */
const separators = [
	/\s*[·|•]\s*|\s+(?:—|–|--|-|\/)\s+/u,
	// `Acme, Inc.` is one name.
	/\s*[,;](?!\s*(?:inc|ltd|llc|corp|gmbh|co|plc|ag|sa|bv|ab)\b)\s*|\s*:\s+/iu,
];

/** What stands behind it in a line says nothing of an interview, in UTF-16 code units. */
const maxLineLength = 300;

/**
 * Takes a line such as `2026-12-01, Acme, round 1` apart, in whatever order.
 *
 * @param source without markup
 */
export function meetingIn(source: string): MeetingLine {
	const line = oneLine(source.slice(0, maxLineLength));
	const found = findDate(line);
	const rest = found ? line.slice(0, found.span.start) + gap + line.slice(found.span.end) : line;
	const people: string[] = [];
	let company: string | undefined;
	let isRound: string | undefined;
	const others: string[] = [];
	for (const part of partsOf(rest)) {
		const withoutLead = part.replace(lead, '');
		const match = roundWords.exec(withoutLead);
		const head = match ? withoutLead.slice(0, match.index) : withoutLead;
		const asked = peopleIn(match ? withoutLead.slice(match.index) : withoutLead);
		if (asked) people.push(...asked.names);
		const words = trimmed(asked && !match ? asked.rest : head);
		if (words !== '' && !isGeneral(words, match !== null)) {
			if (company === undefined) company = words;
			else others.push(words);
		}
		if (match) {
			const tail = trimmed(asked ? asked.rest : withoutLead.slice(match.index));
			const [, series, host] = /^(.+?)\s+(?:at|for)\s+(\p{Lu}.*)$/u.exec(tail) ?? [];
			if (host !== undefined && company === undefined) company = host;
			if (isRound === undefined) isRound = host === company && series !== undefined ? series : tail;
			else others.push(tail);
		}
	}
	const series = [isRound, ...others].filter((part) => part !== undefined && part !== '').join(', ');
	return {
		...(company !== undefined && { company }),
		...(found?.date !== undefined && { date: found.date }),
		...(series !== '' && { round: series }),
		people,
		isSure: found?.isExact === true || isRound !== undefined,
	};
}

function partsOf(text: string): readonly string[] {
	const separator = separators.find((each) => each.test(text.replaceAll(gap, ''))) ?? gap;
	return text
		.split(separator)
		.flatMap((part) => part.split(gap))
		.map((part) => trimmed(part.replaceAll(/\(\s*\)|\[\s*\]/gu, ' ')))
		.filter(Boolean);
}

function trimmed(text: string): string {
	const bare = oneLine(text)
		.replace(/^(?:[\s,;:·|–—-]|\.(?=\s))+/u, '')
		.replace(/[\s,;:·|–—-]+$/u, '');
	const [, within] = /^[([]([^()[\]]*)[)\]]$/u.exec(bare) ?? [];
	const open = (bare.match(/[([]/gu) ?? []).length;
	const closed = (bare.match(/[)\]]/gu) ?? []).length;
	if (within !== undefined) return within.trim();
	if (open > closed) return bare.replace(/\s*[([](?=[^([]*$)/u, ' ').trim();
	return closed > open ? bare.replace(/[)\]](?=[^)\]]*$)/u, '').trim() : bare;
}

/** Whether words name no company: `Interview log`, `Notes`. Before a round they are taken for one, whatever they are. */
function isGeneral(words: string, isBeforeRound: boolean): boolean {
	return isBeforeRound ? /^(?:the|my|a|an|on|in)$/iu.test(words) : general.test(words);
}

/** The names behind `with`: those who asked. */
function peopleIn(text: string): { readonly names: readonly string[]; readonly rest: string } | undefined {
	const match = /(?:^|\s)\(?(?:with|by)\s+(?=[\p{Lu}\p{Lt}\p{Lo}])(?<names>[^()]+(?:\([^()]*\)[^()]*)*)\)?$/u.exec(
		text,
	);
	if (!match?.groups) return undefined;
	return { names: namesIn(match.groups['names'] ?? ''), rest: text.slice(0, match.index) };
}

/**
 * Names of people in a list of them; what a name is followed by in brackets is left out.
 *
 * @param pattern what a name has: a capital first, or a script without them
 */
export function namesIn(text: string, pattern = /^[\p{Lu}\p{Lt}\p{Lo}]/u): readonly string[] {
	return text
		.replaceAll(/\([^()]*\)/gu, ' ')
		.split(/\s*[,;&/+，、；]\s*|\s+and\s+/u)
		.map((name) => oneLine(name).replace(/[.:]+$/u, ''))
		.filter((name) => pattern.test(name));
}
