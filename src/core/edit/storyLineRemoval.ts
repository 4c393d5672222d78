import type { StoryField } from '../story/fieldValue.ts';
import type { TextEdit } from '../text/edit.ts';
import { lineEnd, lineStart, nextLineStart } from '../text/lines.ts';

/** Deletes the line of a field, with the blank line below it where there is one above it too. */
export function lineRemoval(text: string, { key }: StoryField): TextEdit[] {
	const start = lineStart(text, key.span.start);
	let end = nextLineStart(text, start);
	const previousEnd = endOfLineBefore(text, start);
	if (end === text.length && lineEnd(text, start) === end) return [{ span: { start: previousEnd, end }, newText: '' }];
	const previous = text.slice(lineStart(text, previousEnd), previousEnd);
	const next = text.slice(end, lineEnd(text, end));
	if (isBlank(previous) && isBlank(next)) end = nextLineStart(text, end);
	const removal = { span: { start, end }, newText: '' };
	// A hard break is one only before another line: at the end of a paragraph the backslash would show.
	const breaks = previous.endsWith('\\') && isBlank(next);
	return breaks ? [{ span: { start: previousEnd - 1, end: previousEnd }, newText: '' }, removal] : [removal];
}

function endOfLineBefore(text: string, start: number): number {
	return start - (/(?:\r\n|\r|\n)$/u.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0);
}

function isBlank(line: string): boolean {
	return /^[ \t>]*$/u.test(line);
}
