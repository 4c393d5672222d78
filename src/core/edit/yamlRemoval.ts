import type { TextEdit } from '../text/edit.ts';
import { lineEnd, lineStart, nextLineStart } from '../text/lines.ts';
import { type Span, trimSpan } from '../text/span.ts';

/**
 * Deletes a stretch of YAML and leaves the comments in it where they stand. A line that would be left blank goes with
 * it; a comment that is left alone on its line keeps the line's indentation.
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
	if (isBlank(before)) return rest === '' ? { start: line, end: nextLineStart(text, end) } : { start, end: end + spaces };
	// Between its neighbours on a line a part stands behind a space or bracket of its own.
	const joins = /[\s[{]$/u.test(before) && rest !== '' && !rest.startsWith('#');
	if (joins) return { start, end: end + spaces };
	return { start: rest === '' ? line + before.trimEnd().length : start, end };
}

function isBlank(text: string): boolean {
	return text.trim() === '';
}
