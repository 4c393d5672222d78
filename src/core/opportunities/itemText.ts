import type { CompetencyLookup } from '../framework/lookup.ts';
import type { PlannedExperience } from './opportunity.ts';

/** Between what is planned and the competency; people type the others where a keyboard has no dash. */
const separator = /\s(?:—|–|--|-)\s/gu;

/**
 * Takes an item of the list apart.
 * @param source what follows the box, lines and all
 */
export function experienceIn(source: string, competencies: CompetencyLookup): PlannedExperience {
	const text = inOneLine(source.replaceAll(/\r?\n[ \t>]*/gu, ' '));
	const outer = withoutDetails(text);
	const named = withoutCompetency(outer.rest, competencies);
	// The brackets stand before the competency as it is written here; people put them after it too.
	const inner = outer.by === undefined && outer.with === undefined ? withoutDetails(named.rest) : { ...outer, rest: named.rest };
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
 * @param competency its name; left out where a heading says it
 */
export function itemText({ what, by, with: company }: PlannedExperience, competency: string | undefined): string {
	const details = [by && `by ${inOneLine(by)}`, company && `with ${inOneLine(company)}`].filter(Boolean).join(', ');
	return `[ ] ${inOneLine(what)}${details === '' ? '' : ` (${details})`}${competency === undefined ? '' : ` — ${competency}`}`;
}

/** A text without line breaks and other runs of space. */
export function inOneLine(text: string): string {
	return text.replaceAll(/\s+/gu, ' ').trim();
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
		open < 0 ? null : (/^by (?<by>.+?)(?:[,;]? with (?<with>.+))?$/iu.exec(content) ?? /^with (?<with>.+)[,;] ?by (?<by>.+)$/iu.exec(content) ?? /^with (?<with>.+)$/iu.exec(content));
	return match?.groups ? { rest: text.slice(0, open).trim(), by: match.groups['by'], with: match.groups['with'] } : { rest: text };
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

function withoutCompetency(text: string, competencies: CompetencyLookup): { readonly rest: string; readonly competency?: string } {
	for (const { index, 0: dash } of text.matchAll(separator)) {
		const competency = competencies.find(text.slice(index + dash.length).trim());
		if (competency) return { rest: text.slice(0, index).trim(), competency: competency.id };
	}
	return { rest: text };
}
