import type { CompetencyLookup } from '../framework/lookups.ts';
import { type Located, type Span, trimSpan } from '../text/span.ts';
import { type Field, fieldNamed } from './fields.ts';

const lineFields: ReadonlyMap<string, string> = new Map([
	['competencies', 'competencies'],
	['competency', 'competencies'],
	['tags', 'competencies'],
	['strength', 'strength'],
	['status', 'status'],
	['date', 'date'],
]);

/** The field that the label of a line under a story's heading stands for, such as `Tags` for competencies. */
export function storyLineField(label: string): Field | undefined {
	const name = lineFields.get(label.trim().toLowerCase());
	return name === undefined ? undefined : fieldNamed(name);
}

/** Whether the label promises competencies outright; `Tags` is also a word of other tools. */
export function isCompetencyLabel(label: string): boolean {
	return /^competenc(?:y|ies)$/iu.test(label.trim());
}

/**
 * Splits the value of a tags line. Names contain commas themselves, so the longest run of parts that is a known name
 * stays whole.
 *
 * @param text the whole document
 * @param span the line's value
 */
export function splitTags(text: string, span: Span, lookup: CompetencyLookup): readonly Located<string>[] {
	const whole = locate(text, span);
	if (whole.value === '') return [];
	if (lookup.find(whole.value)) return [whole];
	return partsBetween(text, span, ';').flatMap((part) => splitAtCommas(text, part, lookup));
}

function splitAtCommas(text: string, span: Span, lookup: CompetencyLookup): readonly Located<string>[] {
	const parts = partsBetween(text, span, ',');
	const tags: Located<string>[] = [];
	for (let first = 0; first < parts.length;) {
		let taken = 1;
		for (let count = Math.min(parts.length - first, maxNameInPartsLength); count > 1; count--) {
			const joined = joinParts(text, parts[first], parts[first + count - 1]);
			if (joined && lookup.find(joined.value)) {
				taken = count;
				break;
			}
		}
		const tag = joinParts(text, parts[first], parts[first + taken - 1]);
		if (tag && tag.value !== '') tags.push(tag);
		first += taken;
	}
	return tags;
}

/** No known name holds more commas than this; it keeps a line of thousands of commas linear. */
const maxNameInPartsLength = 6;

function joinParts(text: string, first: Span | undefined, last: Span | undefined): Located<string> | undefined {
	return first && last && locate(text, { start: first.start, end: last.end });
}

function partsBetween(text: string, { start, end }: Span, separator: string): readonly Span[] {
	const parts: Span[] = [];
	let from = start;
	for (let at = text.indexOf(separator, from); at >= 0 && at < end; at = text.indexOf(separator, from)) {
		parts.push({ start: from, end: at });
		from = at + 1;
	}
	return [...parts, { start: from, end }];
}

/** A tag without the spaces, code marks or hard-break backslash around it. */
function locate(text: string, span: Span): Located<string> {
	let { start, end } = trimSpan(text, span);
	if (text[end - 1] === '\\') ({ start, end } = trimSpan(text, { start, end: end - 1 }));
	if (end - start > 2 && text[start] === '`' && text[end - 1] === '`')
		({ start, end } = { start: start + 1, end: end - 1 });
	return { value: text.slice(start, end), span: { start, end } };
}
