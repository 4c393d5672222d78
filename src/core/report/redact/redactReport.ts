import type { Report } from '../report.ts';
import type { ListedName } from './listedNames.ts';
import { Redactor, type Replacement } from './redactor.ts';

/** A report without the names, and what somebody who is about to pass it on should know. */
export interface RedactedReport {
	readonly report: Report;
	/** Every listed name with how often it was replaced. */
	readonly replaced: readonly (Replacement & { readonly count: number })[];
	/** Words that are left and come near a listed name: a part of it, or one that contains it. */
	readonly leftovers: readonly string[];
}

/** Properties whose texts are this product's own words; all others are taken for the author's. */
const ownWords: ReadonlySet<string> = new Set(['state', 'status', 'severity', 'rule', 'kind', 'why', 'archetypes', 'advice', 'spoken', 'from', 'to', 'since']);

/**
 * Hides names in every text of a report: titles, paths, links, questions and messages included.
 * @param names as {@link listedNames} collects them; where there are none the report says that nothing was hidden
 */
export function redactReport(report: Report, names: readonly ListedName[]): RedactedReport {
	const redactor = new Redactor(names);
	const { version, date, redaction: _before, ...told } = report;
	const hidden = redacted(told, redactor) as typeof told;
	const replaced = redactor.replacements.map((replacement) => ({ ...replacement, count: redactor.countOf(replacement) }));
	const found = replaced.filter(({ count }) => count > 0).map(({ placeholder, count }) => ({ placeholder, count }));
	const redaction = { listed: names.length, replaced: found };
	return {
		report: { version, ...(date !== undefined && { date }), redaction, ...hidden },
		replaced,
		// Looked for only where somebody asks: it takes as long as all the rest.
		get leftovers() {
			return leftoversIn(hidden, names);
		},
	};
}

function redacted(value: unknown, redactor: Redactor): unknown {
	if (typeof value === 'string') return redactor.redact(value);
	if (Array.isArray(value)) return value.map((item) => redacted(item, redactor));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).flatMap(([key, item]) => {
			if (ownWords.has(key)) return [[key, item]];
			// A link to a file whose name is hidden would lead nowhere, or tell it.
			if (key === 'link' && typeof item === 'string' && (isAbsolute(item) || redactor.finds(decoded(item)))) return [];
			return [[key, redacted(item, redactor)]];
		}),
	);
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

/** Shorter words are in everything. */
const shortestLeftover = 4;

/** What a reader could still guess from: `Halyard` where `Halyard Freight` is listed, `AcmeCloud` where `Acme` is. */
function leftoversIn(report: unknown, names: readonly ListedName[]): readonly string[] {
	const parts = new Set(names.flatMap(({ name }) => name.split(/[^\p{L}\p{N}\p{M}]+/u)).filter((part) => part.length >= shortestLeftover && /^\p{Lu}/u.test(part)));
	if (parts.size === 0) return [];
	const pattern = new RegExp(`[\\p{L}\\p{N}]*(?:${[...parts].join('|')})[\\p{L}\\p{N}]*`, 'gu');
	const found = new Set<string>();
	for (const text of authorsTexts(report)) for (const [word] of text.matchAll(pattern)) found.add(word);
	return [...found].toSorted();
}

function* authorsTexts(value: unknown): Generator<string> {
	if (typeof value === 'string') yield value;
	if (typeof value !== 'object' || value === null) return;
	for (const [key, item] of Object.entries(value)) if (!ownWords.has(key) || Array.isArray(value)) yield* authorsTexts(item);
}
