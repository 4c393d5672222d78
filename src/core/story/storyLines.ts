import type { CompetencyLookup } from '../framework/lookups.ts';
import { type Located, type Span, trimSpan } from '../text/span.ts';
import { competencyInLabel } from './angles.ts';
import { type Field, fieldNamed } from './fields.ts';
import { meantScope } from './storyScope.ts';

const lineFields: ReadonlyMap<string, string> = new Map([
	['competencies', 'competencies'],
	['competency', 'competencies'],
	['tags', 'competencies'],
	['theme', 'competencies'],
	['themes', 'competencies'],
	['maps to', 'competencies'],
	['behavioral focus', 'competencies'],
	['behavioural focus', 'competencies'],
	['strength', 'strength'],
	['status', 'status'],
	['scope', 'scope'],
	['date', 'date'],
]);

/**
 * The field that the label of a line under a story's heading stands for, such as `Tags` for competencies.
 *
 * @param value what stands behind the label: `Scope` is also a word of other tables and texts
 */
export function storyLineField(label: string, value: string): Field | undefined {
	if (competencyInLabel(label.trim())) return fieldNamed('angles');
	const name = lineFields.get(label.trim().toLowerCase());
	if (name === 'scope' && !mayBeScope(value.replace(/\\$/u, '').trim())) return undefined;
	return name === undefined ? undefined : fieldNamed(name);
}

function mayBeScope(value: string): boolean {
	return value === '' || meantScope(value) !== undefined;
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
	const parts = partsBetween(text, span);
	const tags: Located<string>[] = [];
	for (let first = 0; first < parts.length;) {
		let taken = 1;
		for (let count = Math.min(parts.length - first, maxPartsOfName); count > 1; count--) {
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

/** No known name has more words. */
const maxWordsOfName = 10;

/**
 * Reads several competencies out of one text, such as `mentorship, initiative` or `mentorship initiative`.
 *
 * @returns the parts as written, at least two, each of them known; undefined where one is not
 */
export function knownParts(text: string, lookup: CompetencyLookup): readonly string[] | undefined {
	const isList = (parts: readonly string[]) => parts.length > 1 && parts.every((part) => lookup.find(part));
	const split = splitTags(text, { start: 0, end: text.length }, lookup).map(({ value }) => value);
	if (isList(split)) return split;
	const words = text.trim().split(/\s+/u);
	if (words.length > maxWordsInText) return undefined;
	const parts: string[] = [];
	for (let first = 0; first < words.length;) {
		let count = Math.min(words.length - first, maxWordsOfName);
		while (count > 1 && !lookup.find(words.slice(first, first + count).join(' '))) count--;
		parts.push(words.slice(first, first + count).join(' '));
		first += count;
	}
	return isList(parts) ? parts : undefined;
}

/** A longer text is prose. */
const maxWordsInText = 40;

/** No known name holds more separators than this; it keeps a line of thousands of commas linear. */
const maxPartsOfName = 6;

function joinParts(text: string, first: Span | undefined, last: Span | undefined): Located<string> | undefined {
	return first && last && locate(text, { start: first.start, end: last.end });
}

/** The parts between commas, semicolons and the items of a list below a label. */
function partsBetween(text: string, { start, end }: Span): readonly Span[] {
	const parts: Span[] = [];
	let from = start;
	for (const { index, 0: separator } of text
		.slice(start, end)
		.matchAll(/[,;]|<br\s*\/?>|[\r\n]+[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/giu)) {
		parts.push({ start: from, end: start + index });
		from = start + index + separator.length;
	}
	return [...parts, { start: from, end }];
}

/** Marks around a tag that are looked through: comments, links, emphasis, code, list items, a hard break. */
const before = /^(?:[\s>]|<!--[\s\S]*?-->|\[(?=[^\]]*\](?:\(|\[))|[*_`]+|(?:[-+]|\d{1,9}[.)])[ \t]+|\[[ xX]\][ \t]+)+/u;
const after = /(?:\s|<!--[\s\S]*?-->|\](?:\([^()\s]*\)|\[[^\]]*\])|[*_`]+|\\)+$/u;

/** A tag without what stands around its name. */
function locate(text: string, span: Span): Located<string> {
	const { start, end } = trimSpan(text, span);
	const source = text.slice(start, end);
	const from = before.exec(source)?.[0].length ?? 0;
	const rest = source.slice(from);
	const to = end - (after.exec(rest)?.[0].length ?? 0);
	if (to <= start + from) return { value: '', span: { start, end: start } };
	return { value: text.slice(start + from, to), span: { start: start + from, end: to } };
}
