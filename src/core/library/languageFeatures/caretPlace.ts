import { competencyInLabel } from '../../story/angles.ts';
import { type Field, fieldNamed } from '../../story/fields.ts';
import { frontMatterAround } from '../../story/frontMatterPlace.ts';
import { storyLineField } from '../../story/storyLines.ts';
import { lineEnd, lineStart, nextLineStart } from '../../text/lines.ts';
import { type Span, touches, trimSpan, widenTo } from '../../text/span.ts';

/** What can be written at a caret. Found line by line, so that it also works while the YAML cannot be parsed. */
export type CaretPlace = FieldNamePlace | FieldValuePlace | AngleKeyPlace;

/** The caret stands where the name of a front matter field goes. */
export interface FieldNamePlace {
	readonly kind: 'fieldName';
	/** What is written of the name so far. */
	readonly span: Span;
	/** Whether a colon follows already. */
	readonly hasColon: boolean;
	/** The names of the fields that are set. */
	readonly present: readonly string[];
}

/** The caret stands where a value of a field goes. */
export interface FieldValuePlace {
	readonly kind: 'fieldValue';
	readonly field: Field;
	/** Front matter, or a line under the heading of a story in a bank. */
	readonly form: 'frontMatter' | 'line';
	/** The value, or the item of a list, that the caret is in; without quotes. */
	readonly span: Span;
	/** Whether a space has to come first, as right after `competencies:`. */
	readonly needsSpace: boolean;
	/** Values of the same field elsewhere, as written. */
	readonly others: readonly string[];
}

/** The caret stands where the name of a competency goes under `angles`, or between the brackets of `**Angle ()**`. */
export interface AngleKeyPlace {
	readonly kind: 'angleKey';
	/** Front matter, or the label of a line under the heading of a story in a bank. */
	readonly form: 'frontMatter' | 'line';
	/** What ends the name and its label; empty where it stands there already. */
	readonly closing: string;
	/** What is written of the name so far, without quotes. */
	readonly span: Span;
	/** The names that have an angle already, as written. */
	readonly present: readonly string[];
	/** The story's own tags, as written. */
	readonly tags: readonly string[];
}

/**
 * Finds out what belongs at a caret.
 *
 * @param text the whole document, complete or not
 * @param offset of the caret
 * @returns undefined where this tool has nothing to offer
 */
export function caretPlaceAt(text: string, offset: number): CaretPlace | undefined {
	const block = frontMatterAround(text, offset);
	return block ? placeInFrontMatter(text, offset, block) : placeInStoryLine(text, offset);
}

/** The fields of the front matter around a caret, by their names; undefined where it is in none. */
export function fieldsAround(text: string, offset: number): readonly string[] | undefined {
	const block = frontMatterAround(text, offset);
	return block && namesIn(text, block, -1);
}

const keyOfLine = /^(?:(["']?)([^\s"'#:[\]{},-][^"'#:[\]{},]*?)\1)[ \t]*:(?=[ \t\r\n]|$)/u;

function placeInFrontMatter(text: string, offset: number, block: Span): CaretPlace | undefined {
	const from = lineStart(text, offset);
	const line = text.slice(from, lineEnd(text, from));
	const before = line.slice(0, offset - from);
	const key = keyOfLine.exec(line);
	if (key && before.length >= key[0].length) {
		const field = fieldNamed(key[2] ?? '');
		return field && placeInValue(text, offset, from + key[0].length, field, block);
	}
	if (/^[\w-]*$/u.test(before) && !before.startsWith('-')) {
		const written = /^[\w-]*/u.exec(line)?.[0] ?? '';
		const span = { start: from, end: from + written.length };
		return {
			kind: 'fieldName',
			span,
			hasColon: /^[ \t]*:/u.test(line.slice(written.length)),
			present: namesIn(text, block, from),
		};
	}
	const owner = keyAbove(text, from, block);
	if (owner?.field.type === 'angles') return placeOfAngleKey(text, offset, from, owner.valueFrom, block);
	return owner && placeInValue(text, offset, owner.valueFrom, owner.field, block);
}

/** The field whose value goes on in the line at `from`. */
function keyAbove(text: string, from: number, block: Span): { field: Field; valueFrom: number } | undefined {
	for (let line = from; line > block.start;) {
		line = lineStart(text, line - (text[line - 2] === '\r' ? 2 : 1));
		const content = text.slice(line, lineEnd(text, line));
		const key = keyOfLine.exec(content);
		if (key) {
			const field = fieldNamed(key[2] ?? '');
			return field && { field, valueFrom: line + key[0].length };
		}
		if (!/^(?:[ \t]|-(?:[ \t]|$)|#|$|[\]}])/u.test(content)) return undefined;
	}
	return undefined;
}

function placeInValue(
	text: string,
	offset: number,
	valueFrom: number,
	field: Field,
	block: Span,
): CaretPlace | undefined {
	const takesList = field.type === 'strings' || field.type === 'archetypes';
	const value = text.slice(valueFrom, offset);
	if (/(?:^|\s)#[^\n]*$/u.test(value.slice(value.lastIndexOf('\n') + 1))) return undefined;
	const isFlow = /^\s*(?:&\S+\s+)?\[/u.test(value);
	if (isFlow && (!takesList || isClosed(value))) return undefined;
	// Before the bracket of a list, which is no place for a value.
	if (!isFlow && value.trim() === '' && /^[ \t]*[[{]/u.test(text.slice(offset, lineEnd(text, offset))))
		return undefined;
	const items = isFlow ? afterLast(value, /[[,]/u) : afterLast(value, /(?:^|[\r\n])[ \t]*-(?=[ \t]|$)/u);
	const isItem = isFlow || items > 0;
	if (!isItem && /[\r\n]/u.test(value)) {
		// An indented line of its own under the key: `- ` is still to come.
		return takesList && value.trim() === '' ? valuePlace(offset, offset, false) : undefined;
	}
	return valuePlace(valueFrom + items, isFlow ? endOfFlowItem(text, offset) : lineEnd(text, offset), true);

	function valuePlace(start: number, end: number, sameLine: boolean): FieldValuePlace | undefined {
		const raw = withoutComment(text, { start, end });
		const trimmed = trimSpan(text, raw);
		const empty = trimmed.start >= trimmed.end;
		const span = empty ? { start: offset, end: offset } : aroundCaret(text, trimmed, offset);
		// What stands in the lines above belongs to another item.
		if (span.start < lineStart(text, offset)) return undefined;
		return {
			kind: 'fieldValue',
			field,
			form: 'frontMatter',
			span,
			needsSpace: sameLine && !isFlow && /[:-]/u.test(text.charAt(offset - 1)) && span.start === offset,
			others: valuesIn(text, { start: valueFrom, end: endOfField(text, valueFrom, block) }, span),
		};
	}
}

const nestedKey = /^[ \t]+(?:(["']?)([^\s"'#:[\]{},-][^"'#:[\]{},]*?)\1)[ \t]*:(?=[ \t\r\n]|$)/u;

/** In a line of its own below `angles:`, as far as its key goes. */
function placeOfAngleKey(
	text: string,
	offset: number,
	from: number,
	valueFrom: number,
	block: Span,
): AngleKeyPlace | undefined {
	const line = text.slice(from, lineEnd(text, from));
	const [whole, indentation = ''] = /^([ \t]+)["']?[^:#\r\n"']*/u.exec(line) ?? [];
	if (whole === undefined || offset < from + indentation.length || offset > from + whole.length) return undefined;
	const quote = /^["']/u.test(line.slice(indentation.length)) ? 1 : 0;
	const start = Math.min(from + indentation.length + quote, offset);
	const span = { start, end: Math.max(offset, from + whole.trimEnd().length) };
	const present: string[] = [];
	const end = endOfField(text, valueFrom, block);
	for (let at = nextLineStart(text, valueFrom); at < end; at = nextLineStart(text, at)) {
		const name = nestedKey.exec(text.slice(at, lineEnd(text, at)))?.[2];
		if (name !== undefined && at !== from) present.push(name);
	}
	return {
		kind: 'angleKey',
		span,
		form: 'frontMatter',
		closing: quote > 0 || /^["']?[ \t]*:/u.test(line.slice(whole.length)) ? '' : ': ',
		present,
		tags: tagsIn(text, block),
	};
}

/** The values of the field with the tags in front matter. */
function tagsIn(text: string, block: Span): readonly string[] {
	for (let line = block.start; line < block.end; line = nextLineStart(text, line)) {
		const key = keyOfLine.exec(text.slice(line, lineEnd(text, line)));
		if (!key || fieldNamed(key[2] ?? '')?.name !== 'competencies') continue;
		const start = line + key[0].length;
		return valuesIn(text, { start, end: endOfField(text, start, block) }, { start, end: start });
	}
	return [];
}

/** Whether a flow list that began in `value` has ended before the caret. */
function isClosed(value: string): boolean {
	return /\]/u.test(value.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/gu, ''));
}

/** How many characters of `value` stand before what follows the last match outside quotes. */
function afterLast(value: string, separator: RegExp): number {
	const bare = value.replace(/"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'/gu, (quoted) => ' '.repeat(quoted.length));
	let end = 0;
	for (const match of bare.matchAll(new RegExp(separator, 'gu'))) end = match.index + match[0].length;
	return end;
}

function endOfFlowItem(text: string, offset: number): number {
	const rest = /[,\]\r\n]/u.exec(text.slice(offset, lineEnd(text, offset) + 1));
	return rest ? offset + rest.index : lineEnd(text, offset);
}

function withoutComment(text: string, span: Span): Span {
	const comment = /(?:^|[ \t])#/u.exec(text.slice(span.start, span.end));
	return comment ? { start: span.start, end: span.start + comment.index } : span;
}

/** A value as it is replaced: within its quotes, but whole and with the blanks between where the caret stands beside it. */
function aroundCaret(text: string, value: Span, offset: number): Span {
	const inner = withoutQuotes(text, value);
	return touches(inner, offset) ? inner : widenTo(value, offset);
}

function withoutQuotes(text: string, { start, end }: Span): Span {
	const quote = text.charAt(start);
	if (quote !== '"' && quote !== "'") return { start, end };
	return { start: start + 1, end: end - start > 1 && text.charAt(end - 1) === quote ? end - 1 : end };
}

function endOfField(text: string, from: number, block: Span): number {
	let end = nextLineStart(text, from);
	while (end < block.end && !keyOfLine.test(text.slice(end, lineEnd(text, end)))) {
		const next = nextLineStart(text, end);
		if (next === end) break;
		end = next;
	}
	return Math.min(Math.max(end, from), block.end);
}

/** The values written in a region, in whatever list form, but for the one at `current`. */
function valuesIn(text: string, region: Span, current: Span): readonly string[] {
	const hidden =
		text.slice(region.start, current.start) +
		' '.repeat(Math.max(0, current.end - current.start)) +
		text.slice(current.end, region.end);
	return hidden
		.split(/[\r\n[\],;]|(?:^|\s)-\s/u)
		.map((item) =>
			item
				.replace(/(?:^|\s)#.*$/u, '')
				.trim()
				.replace(/^(["'])(.*)\1$/u, '$2'),
		)
		.filter((item) => item !== '');
}

function namesIn(text: string, block: Span, exceptLine: number): readonly string[] {
	const names: string[] = [];
	for (let line = block.start; line < block.end; line = nextLineStart(text, line)) {
		const name = keyOfLine.exec(text.slice(line, lineEnd(text, line)))?.[2];
		if (name && line !== exceptLine) names.push(fieldNamed(name)?.name ?? name);
	}
	return names;
}

const storyLine =
	/^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(\*\*|__)([^*_\r\n]+?)(?::\1|\1[ \t]*:|\1[ \t]+[-–—](?=[ \t]|$))/u;

const openAngle = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(\*\*|__)angle[ \t]*([([（［])([^()[\]（）［］*_\r\n]*)$/iu;

/** Between the brackets of a label such as `**Angle (Mentorship):**`, closed or not. */
function placeInAngleLabel(text: string, offset: number): AngleKeyPlace | undefined {
	const from = lineStart(text, offset);
	const [, marks = '', bracket = '', written] = openAngle.exec(text.slice(from, offset)) ?? [];
	if (written === undefined) return undefined;
	const after = text.slice(offset, lineEnd(text, offset));
	const rest = /^[^()[\]（）［］*_:]*/u.exec(after)?.[0].trimEnd() ?? '';
	const endsLabel = /^[ \t]*[)\]）］]/u.test(after.slice(rest.length));
	const lines = linesAround(text, from).flatMap((at) => {
		const label = storyLine.exec(text.slice(at, lineEnd(text, at)));
		const value = at + (label?.[0].length ?? 0);
		return label && at !== from ? [{ label: label[2] ?? '', value: { start: value, end: lineEnd(text, at) } }] : [];
	});
	return {
		kind: 'angleKey',
		form: 'line',
		span: { start: offset - written.trimStart().length, end: offset + rest.length },
		closing: endsLabel ? '' : `${closingOf[bracket] ?? ')'}:${marks} `,
		present: lines.flatMap(({ label }) => {
			const name = competencyInLabel(label.trim());
			return name ? [label.trim().slice(name.start, name.end)] : [];
		}),
		tags: lines
			.filter(({ label }) => storyLineField(label, '')?.name === 'competencies')
			.flatMap(({ value }) => valuesIn(text, value, { start: value.start, end: value.start })),
	};
}

const closingOf: Readonly<Record<string, string>> = { '(': ')', '[': ']', '（': '）', '［': '］' };

/** No story has more lines of fields around one of them. */
const maxLinesAround = 40;

/** Where the lines begin that stand with one between two headings. */
function linesAround(text: string, from: number): readonly number[] {
	const isHeading = (at: number) => /^[ \t>]*#{1,6}[ \t]/u.test(text.slice(at, lineEnd(text, at)));
	const around = [from];
	for (let at = from; at > 0 && around.length < maxLinesAround && !isHeading(at);) {
		at = lineStart(text, at - (text[at - 2] === '\r' && text[at - 1] === '\n' ? 2 : 1));
		around.unshift(at);
	}
	for (let count = 0, at = from; count < maxLinesAround; count++) {
		const next = nextLineStart(text, at);
		if (next <= at || next >= text.length || isHeading(next)) break;
		around.push(next);
		at = next;
	}
	return around;
}

function placeInStoryLine(text: string, offset: number): CaretPlace | undefined {
	const angle = placeInAngleLabel(text, offset);
	if (angle) return angle;
	const from = lineStart(text, offset);
	const end = lineEnd(text, offset);
	const label = storyLine.exec(text.slice(from, end));
	const field = label && storyLineField(label[2] ?? '', '');
	if (!field || offset < from + label[0].length) return undefined;
	const valueFrom = from + label[0].length;
	const isList = field.name === 'competencies';
	const start = isList ? valueFrom + afterLast(text.slice(valueFrom, offset), /[;,]/u) : valueFrom;
	const rest = isList ? text.slice(offset, end).search(/[;,]/u) : -1;
	const span = trimSpan(text, { start, end: rest < 0 ? end : offset + rest });
	const empty = span.start >= span.end;
	return {
		kind: 'fieldValue',
		field,
		form: 'line',
		span: empty ? { start: offset, end: offset } : widenTo(span, offset),
		needsSpace: (empty || offset < span.start) && !/[ \t]/u.test(text.charAt(offset - 1)),
		others: valuesIn(text, { start: valueFrom, end }, span),
	};
}
