import type { CompetencyLookup } from '../../framework/lookups.ts';
import { dateIn } from '../../story/meantValue.ts';
import { type Span, trimSpan } from '../../text/span.ts';
import { oneLine } from '../../text/words.ts';

/**
 * The file in the folder of the stories that holds what the author plans. Where its front matter tags it, it is a story
 * like any other file, and its tasks are no plans.
 */
export const opportunitiesName = 'opportunities.md';

/** An experience that an author plans, to have a story to tell about it: what, by when, and with whom. */
export interface PlannedExperience {
	/** One line of Markdown. */
	readonly what: string;
	/** `2026`, `2026-12` or `2026-12-31`, as a rule; the author's own words otherwise. */
	readonly by?: string;
	readonly with?: string;
	/** Id of the competency it is to prove; absent where the file does not name one that is known. */
	readonly competency?: string;
}

/** An item of the list of opportunities. Plain data. */
export interface Opportunity extends PlannedExperience {
	readonly done: boolean;
	/** The item's first paragraph, its box included. */
	readonly span: Span;
	/** The one character in its box. */
	readonly mark: Span;
}

/**
 * The opportunities for a competency: what is planned before what is done, what is due first in front, and else in the
 * order of the file.
 *
 * @param competency id
 */
export function opportunitiesFor<T extends Pick<Opportunity, 'competency' | 'by' | 'done'>>(
	competency: string,
	opportunities: readonly T[],
): readonly T[] {
	return opportunities
		.filter((each) => each.competency === competency)
		.toSorted((a, b) => Number(a.done) - Number(b.done) || compareDue(a, b));
}

/**
 * Whether the time for it is over and it is not done.
 *
 * @param today as `YYYY-MM-DD`
 */
export function isOverdue({ by, done }: Pick<Opportunity, 'by' | 'done'>, today: string): boolean {
	return !done && by !== undefined && dateIn(by) === by && today.slice(0, by.length) > by;
}

function compareDue(a: Pick<Opportunity, 'by'>, b: Pick<Opportunity, 'by'>): number {
	const [one, other] = [a, b].map(({ by }) => lastDay(by));
	return one === undefined || other === undefined || one === other ? 0 : one < other ? -1 : 1;
}

/** A month is due on its last day, and what has no date after all that have one. */
function lastDay(by: string | undefined): string {
	return by !== undefined && dateIn(by) === by ? by + '-99-99'.slice(by.length - 4) : '~';
}

/** Between what is planned and the competency; people type the others where a keyboard has no dash. */
const separator = /\s(?:—|–|--|-)\s/gu;

/**
 * Takes an item of the list apart.
 *
 * @param source what follows the box, lines and all
 */
export function experienceIn(source: string, competencies: CompetencyLookup): PlannedExperience {
	const text = lineOfItem(source);
	const outer = withoutDetails(text);
	const named = withoutCompetency(outer.rest, competencies);
	// The brackets stand before the competency as it is written here; people put them after it too.
	const inner =
		outer.by === undefined && outer.with === undefined
			? withoutDetails(named.rest)
			: { ...outer, rest: named.rest };
	const { competency } = named;
	return {
		what: inner.rest,
		...(inner.by !== undefined && { by: inner.by }),
		...(inner.with !== undefined && { with: inner.with }),
		...(competency !== undefined && { competency }),
	};
}

/**
 * Writes an item of the list, from the box on.
 *
 * @param competency its name; left out where a heading says it
 */
export function itemText({ what, by, with: company }: PlannedExperience, competency: string | undefined): string {
	const details = [by && `by ${oneLine(by)}`, company && `with ${oneLine(company)}`].filter(Boolean).join(', ');
	const brackets = details === '' ? '' : ` (${details})`;
	return `[ ] ${oneLine(what)}${brackets}${competency === undefined ? '' : ` — ${competency}`}`;
}

/** What stands on several lines of an item, each with the marks of what it stands in. */
function lineOfItem(source: string): string {
	return oneLine(source.replaceAll(/(?:\r\n?|\n)[ \t>]*/gu, ' '));
}

/**
 * Where an item names its competency.
 *
 * @param source what follows the box, lines and all
 */
export function competencyNameIn(
	source: string,
	competencies: CompetencyLookup,
): { readonly name: string; readonly span: Span } | undefined {
	for (const { index, 0: dash } of source.matchAll(separator)) {
		const from = index + dash.trimEnd().length;
		const start = from + (/^(?:[ \t]*(?:\r\n?|\n)[ \t>]*|\s)*/u.exec(source.slice(from))?.[0].length ?? 0);
		const rest = source.slice(start);
		// The brackets may stand behind it.
		for (const end of [rest.length, rest.endsWith(')') ? openingOf(rest) : -1]) {
			if (end < 0) continue;
			const span = trimSpan(source, { start, end: start + end });
			const name = lineOfItem(source.slice(span.start, span.end));
			if (name !== '' && competencies.find(name)) return { name, span };
		}
	}
	return undefined;
}

interface Details {
	readonly rest: string;
	readonly by?: string | undefined;
	readonly with?: string | undefined;
}

/** The brackets at the end, where they say when or with whom. */
function withoutDetails(text: string): Details {
	const open = text.endsWith(')') ? openingOf(text) : -1;
	const content = text.slice(open + 1, -1).trim();
	const match =
		open < 0
			? null
			: (/^by (?<by>.+?)(?:[,;]? with (?<with>.+))?$/iu.exec(content) ??
				/^with (?<with>.+)[,;] ?by (?<by>.+)$/iu.exec(content) ??
				/^with (?<with>.+)$/iu.exec(content));
	return match?.groups
		? { rest: text.slice(0, open).trim(), by: match.groups['by'], with: match.groups['with'] }
		: { rest: text };
}

/** Where the bracket opens that closes at the end of the text. */
function openingOf(text: string): number {
	let depth = 0;
	for (let at = text.length - 1; at >= 0; at--) {
		if (text[at] === ')') depth++;
		if (text[at] === '(' && --depth === 0) return at;
	}
	return -1;
}

function withoutCompetency(
	text: string,
	competencies: CompetencyLookup,
): { readonly rest: string; readonly competency?: string } {
	for (const { index, 0: dash } of text.matchAll(separator)) {
		const competency = competencies.find(text.slice(index + dash.length).trim());
		if (competency) return { rest: text.slice(0, index).trim(), competency: competency.id };
	}
	return { rest: text };
}
