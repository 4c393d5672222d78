import type { TextEdit } from '../text/edit.ts';
import { lineEnd, lineStart, nextLineStart } from '../text/lines.ts';
import { type Span, trimSpan } from '../text/span.ts';
import type { YamlList, YamlPart } from '../text/yaml/yamlValue.ts';
import { insertion } from './editResult.ts';

/** A list `[a, b]` or a mapping `{a: 1, b: 2}`: between its brackets, parts with commas after them. */
export interface FlowParts {
	/** Offsets of the brackets. */
	readonly open: number;
	readonly close: number;
	readonly items: readonly YamlPart[];
}

/** The parts between the brackets of a value. */
export function flowParts(parts: readonly { readonly part: YamlPart }[], brackets: Span): FlowParts {
	return { open: brackets.start, close: brackets.end - 1, items: parts.map(({ part }) => part) };
}

/** Adds a part at the end, on a line of its own where the last one has one. */
export function appendToFlow(text: string, { open, close, items }: FlowParts, part: string, eol: string): TextEdit[] {
	const last = items.at(-1);
	if (!last) return [intoEmpty(text, open, close, part)];
	const after = last.comma === undefined ? last.end : last.comma + 1;
	const rest = text.slice(after, lineEnd(text, after));
	const line = lineStart(text, last.start);
	const indentation = text.slice(line, last.start);
	const ownLine = line > open && indentation.trim() === '';
	const comma = last.comma === undefined ? '' : ',';
	if (!ownLine || !/^[ \t]*(?:[#\]}].*)?$/u.test(rest))
		return [insertion(after, comma === '' ? `, ${part}` : ` ${part},`)];
	if (/^[ \t]*[\]}]/u.test(rest))
		return [insertion(after, `${comma === '' ? ',' : ''}${eol}${indentation}${part}${comma}`)];
	const end = lineEnd(text, after);
	const newLine = `${eol}${indentation}${part}${comma}`;
	if (comma !== '') return [insertion(end, newLine)];
	return end === after ? [insertion(after, `,${newLine}`)] : [insertion(after, ','), insertion(end, newLine)];
}

function intoEmpty(text: string, open: number, close: number, part: string): TextEdit {
	const inner = text.slice(open + 1, close);
	// The space that stands there is the one before the part.
	if (/^[ \t]*$/u.test(inner)) return insertion(close, part + inner.slice(0, 1));
	return insertion(open + 1, inner.startsWith('#') ? `${part} ` : part);
}

/** Takes a part out with one of the commas beside it. */
export function removeFromFlow(
	text: string,
	{ open, close, items }: FlowParts,
	index: number,
	comments: readonly Span[],
): TextEdit[] {
	const part = items[index];
	if (!part) return [];
	const { start, end, comma } = part;
	if (items.length === 1 && !comments.some((comment) => comment.start > open && comment.end < close)) {
		return [{ span: { start: open + 1, end: close }, newText: '' }];
	}
	const before = items[index - 1]?.comma;
	if (comma !== undefined) {
		// The last one on a line takes the space before it along.
		const isLast =
			before !== undefined && index === items.length - 1 && /^[ \t]*$/u.test(text.slice(before + 1, start));
		if (isLast) return [{ span: { start: before + 1, end: comma + 1 }, newText: '' }];
		return removalEdits(text, { start, end: comma + 1 }, comments);
	}
	if (before === undefined) return removalEdits(text, { start, end }, comments);
	// The comment at the end of the part's line must not end up behind the one above.
	const keepsLine =
		/[\r\n]/u.test(text.slice(before, start)) && /^[ \t]*#/u.test(text.slice(end, lineEnd(text, end)));
	if (!keepsLine) return removalEdits(text, { start: before, end }, comments);
	const spans = [
		{ start: before, end: before + 1 },
		{ start: before + 1, end },
	];
	return spans.flatMap((span) => removalEdits(text, span, comments));
}

/** Adds an item below the last one, with the same space around its dash. An empty last item is filled instead. */
export function appendToBlock(text: string, { items }: YamlList, item: string, eol: string): TextEdit[] {
	const { dash, part } = items.at(-1) ?? {};
	if (dash === undefined || !part) return [];
	if (part.end <= dash + 1) {
		const spaces = /^[ \t]*/u.exec(text.slice(dash + 1))?.[0].length ?? 0;
		const start = dash + 1;
		const isLast = start + spaces === lineEnd(text, start);
		return [{ span: { start, end: isLast ? start + spaces : start }, newText: ` ${item}` }];
	}
	const indentation = text.slice(lineStart(text, dash), dash).replaceAll(/[^\s]/gu, ' ');
	const gap = text.slice(dash + 1, part.start);
	return [insertion(lineEnd(text, part.end), `${eol}${indentation}-${/^[ \t]+$/u.test(gap) ? gap : ' '}${item}`)];
}

/**
 * Deletes a stretch of YAML and leaves the comments in it where they stand. A line that would be left blank goes with
 * it; a comment that is left alone on its line keeps the line's indentation.
 *
 * @param text the whole document
 * @param comments in the order of the text
 */
export function removalEdits(text: string, span: Span, comments: readonly Span[]): TextEdit[] {
	const edits: TextEdit[] = [];
	for (const piece of piecesBetween(span, comments)) {
		const { start, end } = trimSpan(text, piece);
		if (start < end) edits.push({ span: widened(text, { start, end }), newText: '' });
	}
	return edits;
}

function piecesBetween({ start, end }: Span, comments: readonly Span[]): Span[] {
	const pieces: Span[] = [];
	let from = start;
	for (const comment of comments) {
		if (comment.end <= from || comment.start >= end) continue;
		pieces.push({ start: from, end: comment.start });
		from = comment.end;
	}
	return [...pieces, { start: from, end }];
}

function widened(text: string, { start, end }: Span): Span {
	const line = lineStart(text, start);
	const before = text.slice(line, start);
	const after = text.slice(end, lineEnd(text, end));
	const spaces = /^[ \t]*/u.exec(after)?.[0].length ?? 0;
	const rest = after.slice(spaces);
	if (isBlank(before))
		return rest === '' ? { start: line, end: nextLineStart(text, end) } : { start, end: end + spaces };
	// Between its neighbours on a line a part stands behind a space or bracket of its own.
	const joins = /[\s[{]$/u.test(before) && rest !== '' && !rest.startsWith('#');
	if (joins) return { start, end: end + spaces };
	return { start: rest === '' ? line + before.trimEnd().length : start, end };
}

function isBlank(text: string): boolean {
	return text.trim() === '';
}
