import type { FieldValue } from '../story/fields.ts';
import { type FrontMatter, type FrontMatterEntry, readFrontMatter } from '../story/frontMatter.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { YamlValue } from '../text/yaml/yamlValue.ts';
import { type EditResult, noEdits, refuse } from './editResult.ts';

/** What a field is to read as: its text, the texts of its list, or nothing where it holds something else. */
export type Content = string | undefined | readonly Content[];

/** What front matter is to come to. */
export interface Intention {
	/** The field that changes; the others are to read as before. Left out for one that is added. */
	readonly entry?: FrontMatterEntry;
	/** Left out where the field is to go. */
	readonly content?: Content;
	/** The key of a field that is added. */
	readonly added?: string;
	readonly removed?: boolean;
}

/**
 * Holds candidates for an edit against YAML itself. The forms of YAML are many, and an author's file is no place to
 * find one that was forgotten: what does not read back as intended is not done.
 *
 * @param candidates in order of preference
 * @returns the first that changes what it should and nothing else
 */
export function verified(
	text: string,
	frontMatter: FrontMatter,
	intention: Intention,
	candidates: Iterable<readonly TextEdit[]>,
): EditResult {
	const expected = expectedFields(frontMatter, intention);
	for (const candidate of candidates) {
		const edits = candidate.filter(({ span, newText }) => text.slice(span.start, span.end) !== newText);
		const after = rereadAfter(text, frontMatter, edits);
		if (!after?.intact || after.errors.length > frontMatter.errors.length) continue;
		const target = intention.added ?? intention.entry?.key.value;
		const found = after.entries.map((field) => fieldLine(field, field.key.value === target));
		if (found.toSorted().join('\n') === expected.toSorted().join('\n')) return { edits };
	}
	const message = 'This form of YAML can’t be edited without touching what stands around it: edit it by hand.';
	return refuse('shape', message, intention.entry?.key.span);
}

function expectedFields(frontMatter: FrontMatter, { entry, content, added, removed }: Intention): string[] {
	const target = added ?? entry?.key.value;
	const lines = frontMatter.entries.flatMap((other) => {
		const isTarget = other === entry;
		if (isTarget && removed) return [];
		const { key } = other;
		return [isTarget ? contentLine(key.value, content) : fieldLine(other, key.value === target)];
	});
	return added === undefined ? lines : [...lines, contentLine(added, content)];
}

function rereadAfter(
	text: string,
	{ span, content }: FrontMatter,
	edits: readonly TextEdit[],
): FrontMatter | undefined {
	if (edits.some((edit) => edit.span.start < content.start || edit.span.end > content.end)) return undefined;
	const head = applyEdits(text.slice(0, span.end), edits);
	// A line of dashes in the block would end it early; in a block without fields those below it count as slipped.
	const after = readFrontMatter(head + text.slice(span.end));
	return after?.span.end === head.length ? after : undefined;
}

/** A field as one line, types included. What an alias stands for may change with its anchor: that is its purpose. */
function fieldLine({ key, value, written }: FrontMatterEntry, textsOnly: boolean): string {
	return textsOnly
		? contentLine(key.value, contentOf(value))
		: `${JSON.stringify(key.value)}: ${JSON.stringify(typedContent(written.value))}`;
}

function contentLine(key: string, content: Content): string {
	return `${JSON.stringify(key)}: ${JSON.stringify(content ?? null)}`;
}

function typedContent(value: YamlValue): unknown {
	if (value.kind === 'alias') return '*';
	if (value.kind === 'list') return value.items.map(typedContent);
	if (value.kind === 'scalar') return value.form === 'alias' ? '*' : [value.type, value.text];
	return null;
}

/** What a value reads as. */
export function contentOf(value: FieldValue): Content {
	if (value.kind === 'list') return value.items.map(contentOf);
	return value.kind === 'scalar' ? value.text : undefined;
}

/**
 * Makes changes to front matter one after the other and sums them up as one edit of what differs.
 *
 * @param steps each is given the text and the front matter that the one before left
 * @returns the first refusal where a step refuses
 */
export function inSteps(
	text: string,
	frontMatter: FrontMatter,
	steps: readonly ((text: string, frontMatter: FrontMatter) => EditResult)[],
): EditResult {
	const [only] = steps;
	if (only && steps.length === 1) return only(text, frontMatter);
	let now = text;
	let current = frontMatter;
	for (const step of steps) {
		const result = step(now, current);
		if (result.refusal) return result;
		now = applyEdits(now, result.edits);
		const after = readFrontMatter(now);
		if (!after)
			return refuse('shape', 'This front matter can’t be edited in steps: edit it by hand.', current.span);
		current = after;
	}
	return now === text ? noEdits : { edits: [differenceBetween(text, now)] };
}

/** The smallest single edit that makes one text of another. */
export function differenceBetween(
	before: string,
	after: string,
): { span: { start: number; end: number }; newText: string } {
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && before[start] === after[start]) start++;
	while (splits(before, start) || splits(after, start)) start--;
	let tail = 0;
	while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
	while (tail > 0 && (splits(before, before.length - tail) || splits(after, after.length - tail))) tail--;
	return { span: { start, end: before.length - tail }, newText: after.slice(start, after.length - tail) };
}

/** Whether an offset lies inside a line ending or a character of two code units. */
function splits(text: string, offset: number): boolean {
	const pair = text.slice(Math.max(0, offset - 1), offset + 1);
	return pair === '\r\n' || /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(pair);
}
