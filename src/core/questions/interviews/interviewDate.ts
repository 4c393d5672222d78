import { dateIn } from '../../story/meantValue.ts';
import type { Span } from '../../text/span.ts';

const months =
	'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const before = String.raw`(?<![\p{L}\p{N}])(?:(?:mon|tue|wed|thu|fri|sat|sun)\p{L}*\.?,?\s+)?(?:on\s+)?`;
const after = String.raw`(?![\p{L}\p{N}]|[-/.]\d)`;
const day = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;

/** The usual spellings of a date, those that say more first. */
const spellings = [
	String.raw`(?<year>\d{4})\s*[-/.]\s*(?<month>\d{1,2})\s*[-/.]\s*(?<day>\d{1,2})(?:[T\s]+\d{1,2}:\d{2}(?::\d{2})?)?`,
	String.raw`(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4})`,
	String.raw`(?<one>\d{1,2})[/-](?<other>\d{1,2})[/-](?<year>\d{4})`,
	String.raw`${day}\.?\s+(?:of\s+)?(?<name>${months})\.?,?\s+(?<year>\d{4})`,
	String.raw`(?<name>${months})\.?\s+${day}(?:,\s*|\s+)(?<year>\d{4})`,
	String.raw`(?<name>${months})\.?,?\s+(?<year>\d{4})`,
	String.raw`(?<year>\d{4})[-/](?<month>\d{2})`,
	String.raw`(?<month>\d{1,2})[/.](?<year>\d{4})`,
	String.raw`(?<year>(?:19|20)\d{2})`,
	// Without its year nobody knows when it was.
	String.raw`${day}\.?\s+(?:of\s+)?(?<name>${months})\.?`,
	String.raw`(?<name>${months})\.?\s+${day}`,
].map((spelling) => new RegExp(`${before}(?:${spelling})${after}`, 'iu'));

/** A date as it is spelled somewhere. */
export interface SpelledDate {
	/** `2026`, `2026-12` or `2026-12-31`; absent where the calendar has no such day, or the year is not said. */
	readonly date?: string;
	readonly span: Span;
	/** Whether it names a month at least. */
	readonly isExact: boolean;
}

/** Finds the date in a text, in the usual spellings; the one that says most where there are several. */
export function findDate(text: string): SpelledDate | undefined {
	for (const spelling of spellings) {
		const match = spelling.exec(text);
		if (!match?.groups) continue;
		const { year, day: ofMonth, one, other } = match.groups;
		const month = monthOf(match.groups);
		const span = { start: match.index, end: match.index + match[0].length };
		const date =
			one !== undefined && other !== undefined
				? slashed(year ?? '', Number(one), Number(other))
				: dateFrom(year, month, ofMonth);
		return { ...(date !== undefined && { date }), span, isExact: date !== undefined && date.length > 4 };
	}
	return undefined;
}

function monthOf({ month, name }: Readonly<Record<string, string | undefined>>): string | undefined {
	if (month !== undefined) return month;
	const index = name === undefined ? -1 : monthNames.indexOf(name.slice(0, 3).toLowerCase());
	return index < 0 ? undefined : String(index + 1);
}

/** `1/12/2026` is in January or in December, depending on who writes it: only the year is sure then. */
function slashed(year: string, one: number, other: number): string | undefined {
	if (one > 12) return dateFrom(year, String(other), String(one));
	if (other > 12 || one === other) return dateFrom(year, String(one), String(other));
	return dateIn(year);
}

function dateFrom(year: string | undefined, month?: string, ofMonth?: string): string | undefined {
	if (year === undefined) return undefined;
	const parts = [month, ofMonth].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'));
	return dateIn([year, ...parts].join('-'));
}
