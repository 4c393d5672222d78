import type { Section } from '../story/model.ts';
import type { Cell, SectionTable } from '../story/tables.ts';
import { lineEnd, lineEndingOf, lineStart, nextLineStart } from '../text/lines.ts';
import type { SectionInsertion } from './insertSection.ts';

/** Whether a section is a row of a table that holds one story: another one can stand above or below it. */
export function isRow({ form, name, span }: Section): boolean {
	return form === 'cell' && span.start === name.start;
}

/**
 * A row for a section that a table lacks, written as the row beside it, other cells of which stay empty.
 *
 * @param name what the section is called
 * @param following the section that it stands above; else it stands below `previous`
 * @returns undefined where no row can stand there, as above the header row
 */
export function insertedRow(
	text: string,
	{ rows, stories: [story] }: SectionTable,
	name: string,
	following: Section | undefined,
	previous: Section | undefined,
	prompts: readonly string[],
): SectionInsertion | undefined {
	const pairOf = (section: Section | undefined) =>
		story?.sections.find(({ value }) => value.span.start === section?.body.start);
	const [below, above] = [pairOf(following), pairOf(previous)];
	const model = below ?? above;
	if (!model || below?.name.row === 0) return undefined;
	const row = rows[model.name.row] ?? [];
	const eol = lineEndingOf(text);
	const parts = { before: '', after: '' };
	let at = lineStart(text, model.name.span.start);
	let side: keyof typeof parts = 'before';
	for (const cell of row) {
		parts[side] += text.slice(at, cell.span.start) + written(text, cell, model.name, name);
		if (cell === model.value) side = 'after';
		at = cell.span.end;
	}
	parts.after += text.slice(at, lineEnd(text, at));
	// The line below the header row is that of its dashes.
	const end = nextLineStart(text, model.name.rowEnd);
	const offset = below
		? lineStart(text, model.name.span.start)
		: model.name.row === 0
			? nextLineStart(text, end)
			: end;
	const isOwnLine = offset === lineStart(text, offset);
	return {
		offset,
		before: isOwnLine ? parts.before : eol + parts.before,
		prompts,
		between: '<br>',
		after: isOwnLine ? parts.after + eol : parts.after,
		renumbering: [],
	};
}

/** A cell of the new row: the name within the marks of the other one, spaces as they are, and else nothing. */
function written(text: string, cell: Cell, nameCell: Cell, name: string): string {
	const source = text.slice(cell.span.start, cell.span.end);
	if (cell === nameCell)
		return source.replace(/^([*_]*)[\s\S]*?([*_:：]*)$/u, (_, opening, closing) => `${opening}${name}${closing}`);
	return cell.text === '' ? source : '';
}
