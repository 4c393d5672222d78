import type { Table, TableCell } from 'mdast';
import { type SectionKind, starKinds } from '../framework/sectionKind.ts';
import type { SectionName, SectionNames } from '../framework/sectionNames.ts';
import { type Located, type Span, trimSpan } from '../text/span.ts';
import { minOwnNames, minStarSections } from './wholeStory.ts';
import { type MarkdownTree, visibleText } from './markdown.ts';
import { storyLineField } from './storyLines.ts';
import { oneLine } from '../text/words.ts';

/** A table whose cells are the sections of stories. */
export interface SectionTable {
	readonly span: Span;
	/** `rows`: a row a section, and a column a story; `columns`: a column a section, and a row a story. */
	readonly form: 'rows' | 'columns';
	/** Each row with all its cells, the header row first. */
	readonly rows: readonly (readonly Cell[])[];
	readonly stories: readonly TableStory[];
}

/** A story in a row or column of a table. */
export interface TableStory {
	/** Its own title; absent where the table holds one story, which the heading above titles. */
	readonly title?: Located<string>;
	/** From its first cell to its last one. Stories side by side overlap. */
	readonly span: Span;
	readonly sections: readonly TableSection[];
	/** Cells below headers such as `Competencies` and `Status`. */
	readonly lines: readonly { readonly name: Cell; readonly value: Cell }[];
}

export interface TableSection {
	readonly section: SectionName;
	readonly name: Cell;
	readonly value: Cell;
}

export interface Cell {
	/** What a reader sees, on one line. */
	readonly text: string;
	/** The source without the spaces around it; of an empty cell the spaces. */
	readonly span: Span;
	readonly row: number;
	readonly column: number;
	/** Where the last cell of its row ends. */
	readonly rowEnd: number;
}

/** Columns that say something about the sections and are none of a story. */
const aboutSections =
	/^(?:#|no\.?|nr\.?|prompts?|questions?|hints?|tips?|guid(?:e|ance)|guiding questions?|descriptions?|definitions?|meaning|what it (?:means|is)|what to (?:say|cover|include)|time|seconds|minutes|share|weight|%|words?|length|target)$/iu;

/**
 * Reads a table as stories, where all of the STAR sections, or three of them in order, are named by the header row or
 * by the cells of one column, two of them by their own names.
 *
 * @param text the whole document
 * @returns undefined where it is any other table
 */
export function readSectionTable(
	table: Table,
	tree: MarkdownTree,
	text: string,
	names: SectionNames,
): SectionTable | undefined {
	const rows = table.children.map((row, rowIndex) => {
		const spans = row.children.map((cell) => cellSpan(cell, tree, text));
		return row.children.map((cell, column): Cell => {
			const words = oneLine(visibleText(cell));
			const span = spans[column] ?? tree.spanOf(cell);
			return { text: words, span, row: rowIndex, column, rowEnd: spans.at(-1)?.end ?? span.end };
		});
	});
	const span = tree.spanOf(table);
	const header = (rows[0] ?? []).map((cell) => names.read(cell.text));
	if (namesSections(header)) return { span, form: 'columns', rows, stories: storiesInRows(rows, header) };
	const width = Math.min(maxNameColumns, (rows[0]?.length ?? 0) - 1);
	for (let column = 0; column < width; column++) {
		const named = rows.map((row) => {
			const cell = row[column];
			return cell && names.read(cell.text);
		});
		if (namesSections(named)) return { span, form: 'rows', rows, stories: storiesInColumns(rows, column, named) };
	}
	return undefined;
}

/** A number or a story's name may stand before the names of sections. */
const maxNameColumns = 2;

/** Whether sections are named as those of a story are. */
function namesSections(found: readonly (SectionName | undefined)[]): boolean {
	const star: readonly SectionKind[] = starKinds;
	const ranks = found
		.flatMap((section) => section?.kinds ?? [])
		.map((kind) => star.indexOf(kind))
		.filter((rank) => rank >= 0);
	if (ranks.length < minStarSections || new Set(ranks).size < ranks.length) return false;
	// Three of them in any order are also the columns of other tables.
	if (ranks.length < star.length && ranks.some((rank, index) => rank < (ranks[index - 1] ?? 0))) return false;
	const own = new Set(found.flatMap((section) => (section?.isOwn ? section.kinds : [])));
	return starKinds.filter((kind) => own.has(kind)).length >= minOwnNames;
}

function storiesInRows(
	rows: readonly (readonly Cell[])[],
	header: readonly (SectionName | undefined)[],
): readonly TableStory[] {
	const [names = [], ...others] = rows;
	const told = others.filter((row) => row.some((cell) => header[cell.column] && cell.text !== ''));
	const isTold = (cell: Cell) => header[cell.column] !== undefined;
	return told.map((row) => {
		const fields = row.filter((cell) => storyLineField(names[cell.column]?.text ?? '', cell.text));
		const firstSection = header.findIndex((section) => section !== undefined);
		const titles = row.filter((cell) => cell.column < firstSection && !fields.includes(cell));
		const title = titles.find(({ text }) => /\p{L}/u.test(text)) ?? titles.find(({ text }) => text !== '');
		const sections = row.filter(isTold).flatMap((value): TableSection[] => {
			const [section, name] = [header[value.column], names[value.column]];
			return section && name ? [{ section, name, value }] : [];
		});
		return {
			...(told.length > 1 && title && { title: { value: title.text, span: title.span } }),
			span: spanOfCells(row),
			sections,
			lines: fields.flatMap((value) => pair(names[value.column], value)),
		};
	});
}

function storiesInColumns(
	rows: readonly (readonly Cell[])[],
	nameColumn: number,
	named: readonly (SectionName | undefined)[],
): readonly TableStory[] {
	const header = named[0] ? [] : (rows[0] ?? []);
	const width = Math.max(...rows.map((row) => row.length));
	const columns = Array.from({ length: width }, (_, column) => column).filter(
		(column) => column > nameColumn && !aboutSections.test(header[column]?.text ?? ''),
	);
	const stories = columns.map((column): TableStory => {
		const cells = rows.flatMap((row) => row[column] ?? []);
		const title = header[column];
		return {
			...(title && title.text !== '' && { title: { value: title.text, span: title.span } }),
			span: spanOfCells(cells),
			sections: rows.flatMap((row, index): TableSection[] => {
				const [section, name, value] = [named[index], row[nameColumn], row[column]];
				return section && name && value ? [{ section, name, value }] : [];
			}),
			lines: rows.flatMap((row) => {
				const [name, value] = [row[nameColumn], row[column]];
				return name && value && storyLineField(name.text, value.text) ? pair(name, value) : [];
			}),
		};
	});
	const filled = stories.filter(
		({ sections }) => sections.filter(({ value }) => value.text !== '').length >= minStarSections,
	);
	if (filled.length > 1) return filled;
	const [only] = filled.length > 0 ? filled : stories;
	if (!only) return [];
	const { title: _title, ...untitled } = only;
	return [untitled];
}

function pair(name: Cell | undefined, value: Cell): readonly { readonly name: Cell; readonly value: Cell }[] {
	return name ? [{ name, value }] : [];
}

function spanOfCells(cells: readonly Cell[]): Span {
	return { start: cells[0]?.span.start ?? 0, end: cells.at(-1)?.span.end ?? 0 };
}

/** What stands between the pipes of a cell. */
function cellSpan(cell: TableCell, tree: MarkdownTree, text: string): Span {
	const { start, end } = tree.spanOf(cell);
	const from = text[start] === '|' ? start + 1 : start;
	const isClosed = end > from && text[end - 1] === '|' && text[end - 2] !== '\\';
	const inner = { start: from, end: isClosed ? end - 1 : end };
	const own = trimSpan(text, inner);
	return own.start < own.end ? own : inner;
}
