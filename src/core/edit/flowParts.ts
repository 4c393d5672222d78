import type { TextEdit } from '../text/edit.ts';
import { lineEnd, lineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { insertion } from './editResult.ts';
import { removalEdits } from './yamlRemoval.ts';
import type { PartSource } from './yamlSource.ts';

/** A list `[a, b]` or a mapping `{a: 1, b: 2}`: between its brackets, parts with commas after them. */
export interface FlowParts {
	/** Offsets of the brackets. */
	readonly open: number;
	readonly close: number;
	readonly items: readonly PartSource[];
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
	if (!ownLine || !/^[ \t]*(?:[#\]}].*)?$/u.test(rest)) return [insertion(after, comma === '' ? `, ${part}` : ` ${part},`)];
	if (/^[ \t]*[\]}]/u.test(rest)) return [insertion(after, `${comma === '' ? ',' : ''}${eol}${indentation}${part}${comma}`)];
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
		const isLast = before !== undefined && index === items.length - 1 && /^[ \t]*$/u.test(text.slice(before + 1, start));
		if (isLast) return [{ span: { start: before + 1, end: comma + 1 }, newText: '' }];
		return removalEdits(text, { start, end: comma + 1 }, comments);
	}
	if (before === undefined) return removalEdits(text, { start, end }, comments);
	// The comment at the end of the part's line must not end up behind the one above.
	const keepsLine = /[\r\n]/u.test(text.slice(before, start)) && /^[ \t]*#/u.test(text.slice(end, lineEnd(text, end)));
	if (!keepsLine) return removalEdits(text, { start: before, end }, comments);
	const spans = [{ start: before, end: before + 1 }, { start: before + 1, end }];
	return spans.flatMap((span) => removalEdits(text, span, comments));
}
