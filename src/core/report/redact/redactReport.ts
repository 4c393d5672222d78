import type { ListedName } from '../../text/names/hideable.ts';
import { withoutEarlierWords } from '../changes.ts';
import type { Report } from '../report.ts';
import { type Replacement, textsIn, withTextsIn } from './redactData.ts';
import { type RedactedTexts, redactTexts } from './redactor.ts';

/** A report without the names, and what somebody who is about to pass it on should know. */
export interface RedactedReport {
	readonly report: Report;
	/** Every listed name. */
	readonly replaced: readonly Replacement[];
}

/**
 * Hides names in every text of a report: titles, paths, links, questions and messages included.
 *
 * @param names as {@link listedNames} collects them; where there are none the report says that nothing was hidden
 * @param unread in how many files the names could not be read for sure
 */
export function redactReport(report: Report, names: readonly ListedName[], unread = 0): RedactedReport {
	const texts = textsOf(report);
	return withTexts(report, names, unread, texts, redactTexts(texts, names));
}

/** Every text of a report in which a name may stand, once. */
export function textsOf(report: Report): readonly string[] {
	return textsIn(contentOf(report));
}

/**
 * Puts redacted texts in the place of those of a report.
 *
 * @param texts as {@link textsOf} has them
 * @param redacted the same without the names
 */
export function withTexts(
	report: Report,
	names: readonly ListedName[],
	unread: number,
	texts: readonly string[],
	redacted: RedactedTexts,
): RedactedReport {
	const { data: hidden, replaced } = withTextsIn(contentOf(report), names, texts, redacted);
	const found = replaced.filter(({ count }) => count > 0).map(({ placeholder, count }) => ({ placeholder, count }));
	const { version, date } = report;
	return {
		report: {
			version,
			...(date !== undefined && { date }),
			redaction: { listed: names.length, replaced: found, ...(unread > 0 && { unread }) },
			...hidden,
		},
		replaced,
	};
}

/** What a report says of stories, and not of itself or in the words of an earlier one. */
function contentOf({
	version: _version,
	date: _date,
	redaction: _redaction,
	changes,
	...rest
}: Report): Omit<Report, 'version' | 'date' | 'redaction'> {
	return { ...rest, ...(changes && { changes: withoutEarlierWords(changes) }) };
}
