import type { ListedName } from '../../text/names/hideable.ts';
import type { Report } from '../report.ts';
import { type RedactedText, type RedactedTexts, redactTexts } from './redactor.ts';

/** A name with what stands in its place. */
export interface Replacement extends ListedName {
	/** Such as `[Company A]`: the same one for the same lists of names. */
	readonly placeholder: string;
	/** How often it was replaced. */
	readonly count: number;
}

/** A report without the names, and what somebody who is about to pass it on should know. */
export interface RedactedReport {
	readonly report: Report;
	/** Every listed name. */
	readonly replaced: readonly Replacement[];
}

/** Properties whose texts are this product's own words; all others are taken for the author's. */
const ownWords: ReadonlySet<string> = new Set([
	'state',
	'status',
	'severity',
	'rule',
	'kind',
	'why',
	'archetypes',
	'advice',
	'spoken',
	'from',
	'to',
	'since',
]);

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
	const texts = new Set<string>();
	collect(contentOf(report), texts);
	return [...texts];
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
	{ placeholders, texts: redacted }: RedactedTexts,
): RedactedReport {
	const byText = new Map(texts.map((text, index) => [text, redacted[index]]));
	const counts = names.map(() => 0);
	const redact = (text: string): RedactedText => {
		const known = byText.get(text);
		if (!known) throw new Error('A text of the report was not redacted.');
		return known;
	};
	const hidden = replaceTexts(contentOf(report), redact, counts) as ReturnType<typeof contentOf>;
	const replaced = names.map((name, index): Replacement => ({
		...name,
		placeholder: placeholders[index] ?? '',
		count: counts[index] ?? 0,
	}));
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

/** What a report says of stories, and not of itself. */
function contentOf({
	version: _version,
	date: _date,
	redaction: _redaction,
	...rest
}: Report): Omit<Report, 'version' | 'date' | 'redaction'> {
	return rest;
}

function collect(value: unknown, texts: Set<string>): void {
	if (typeof value === 'string') texts.add(value);
	if (typeof value !== 'object' || value === null) return;
	for (const [key, item] of Object.entries(value)) {
		if (ownWords.has(key) && !Array.isArray(value)) continue;
		if (key === 'link' && typeof item === 'string') texts.add(decoded(item));
		collect(item, texts);
	}
}

function replaceTexts(value: unknown, redact: (text: string) => RedactedText, counts: number[]): unknown {
	if (typeof value === 'string') {
		const { text, found } = redact(value);
		for (const name of found) counts[name] = (counts[name] ?? 0) + 1;
		return text;
	}
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map((item) => replaceTexts(item, redact, counts));
	const properties: [string, unknown][] = [];
	for (const [key, item] of Object.entries(value)) {
		// A link to a file whose name is hidden would lead nowhere, or tell it.
		if (key === 'link' && typeof item === 'string' && (isAbsolute(item) || redact(decoded(item)).found.length > 0))
			continue;
		properties.push([key, ownWords.has(key) ? item : replaceTexts(item, redact, counts)]);
	}
	return Object.fromEntries(properties);
}

/** An address with a scheme names the folders above the stories too. */
function isAbsolute(link: string): boolean {
	return /^[a-z][a-z\d+.-]*:/iu.test(link);
}

function decoded(link: string): string {
	try {
		return decodeURIComponent(link);
	} catch {
		return link;
	}
}
