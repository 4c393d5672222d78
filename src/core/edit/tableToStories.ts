import { type SectionKind, sectionTitles } from '../framework/sectionKind.ts';
import { sectionNamesOf } from '../framework/sectionNames.ts';
import { type Document, readDocument } from '../story/document.ts';
import type { HeadingMarker } from '../story/markers.ts';
import { parseMarkdown, visibleText } from '../story/markdown.ts';
import type { DocumentContext, ParsedStory } from '../story/model.ts';
import { type Cell, readSectionTable, type SectionTable, type TableSection, type TableStory } from '../story/tables.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { lineEndingOf, lineStart, nextLineStart } from '../text/lines.ts';
import { refuse, type RefusedEdit } from './editResult.ts';
import { squashed, tellsTheSame } from './sameTelling.ts';

/** A table that is written as stories under headings. */
export interface ConvertedTable {
	readonly edit: TextEdit;
	/** The titles of its stories; of a single one that of the story which it is in. */
	readonly titles: readonly string[];
}

/** Without a heading above, stories stand under headings of level 2, as a title is one of level 1. */
const usualDepth = 2;
const maxDepth = 6;

/**
 * Writes a table of stories as stories under headings, in its place: each with its title, the lines of its fields, what
 * other columns say of it, and its sections. Read back, each story tells what it told, word by word, and the text of
 * each cell is still there; else nothing is done.
 *
 * @param document as parsed with `context`
 * @param offset the table at or around which is meant; the only one where it stands elsewhere
 */
export function tableToStories(
	document: Document,
	context: DocumentContext,
	offset: number,
): ConvertedTable | RefusedEdit {
	const { text } = document;
	const tables = tablesOf(document, context);
	const table = tables.find(({ span }) => span.start <= offset && offset <= span.end);
	const [only] = tables;
	const meant = table ?? (tables.length === 1 ? only : undefined);
	if (!meant) {
		const message =
			tables.length > 1
				? 'Put the caret into the table that is to be converted.'
				: 'No table here has stories: a row or a column for each of Situation, Task, Action and Result.';
		return refuse('not-found', message);
	}
	// Where no cell titles them, they are numbered.
	const areTitled = meant.stories.length === 1 || meant.stories.every(({ title }) => title !== undefined);
	for (const style of stylesFor(document, meant)) {
		const edit = writtenTable(document, meant, style);
		const after = readDocument(applyEdits(text, [edit]), context);
		if (tellsTheSame(document, after, areTitled) && keepsCells(edit.newText, meant)) {
			return { edit, titles: meant.stories.map((story) => parsedOf(document, story)?.title ?? '') };
		}
	}
	const message = 'This table can’t be written as stories without changing what they tell: convert it by hand.';
	return refuse('shape', message, meant.span);
}

/** The tables of stories of a document, but those in quotations and lists. */
function tablesOf({ tree, text, stories }: Document, { lookups }: DocumentContext): readonly SectionTable[] {
	const names = lookups.derive(sectionNamesOf);
	const bodies = stories.flatMap(({ sections }) => sections.filter(({ form }) => form === 'cell'));
	return tree.root.children.flatMap((node) => {
		const table = node.type === 'table' ? readSectionTable(node, tree, text, names) : undefined;
		const isTold = table && bodies.some(({ body }) => table.span.start <= body.start && body.end <= table.span.end);
		return isTold ? [table] : [];
	});
}

/** The story of the document that a row or column of a table tells. */
function parsedOf({ stories }: Document, { sections: [first] }: TableStory): ParsedStory | undefined {
	return stories.find(({ sections }) => sections.some(({ body }) => body.start === first?.value.span.start));
}

/** How the stories are written. */
interface Style {
	/** The level of the first headings. */
	readonly depth: number;
	/** Whether what begins like a list, a heading or a rule is kept from becoming one. */
	readonly isEscaped: boolean;
	/** Whether a rule stands below them, where what follows would else be told with the last section. */
	readonly isRuled: boolean;
}

/** Below the heading above, else beside it, where other stories of the bank may stand. */
function stylesFor({ markers }: Document, { span, stories }: SectionTable): readonly Style[] {
	const above = markers.findLast(
		(marker): marker is HeadingMarker => marker.form === 'heading' && marker.span.start < span.start,
	)?.depth;
	const deepest = stories.length > 1 ? maxDepth - 1 : maxDepth;
	const depths = above === undefined ? [usualDepth] : [Math.min(above + 1, deepest), Math.min(above, deepest)];
	const flags = [false, true];
	return [...new Set(depths)].flatMap((depth) =>
		flags.flatMap((isRuled) => flags.map((isEscaped) => ({ depth, isEscaped, isRuled }))),
	);
}

function writtenTable(document: Document, table: SectionTable, { depth, isEscaped, isRuled }: Style): TextEdit {
	const { text } = document;
	const eol = lineEndingOf(text);
	const isSeveral = table.stories.length > 1;
	const blocks = table.stories.flatMap((story, index) => {
		const title = story.title ? oneLine(sourceOf(text, story.title.span)) : `Story ${index + 1}`;
		const sectionDepth = isSeveral ? depth + 1 : depth;
		return [
			...(isSeveral ? [`${'#'.repeat(depth)} ${title}`] : []),
			...linesOf(document, table, story),
			...story.sections.flatMap((section) => [
				`${'#'.repeat(sectionDepth)} ${nameOf(section)}`,
				...paragraphsOf(sourceOf(text, section.value.span), isEscaped),
			]),
		];
	});
	const start = lineStart(text, table.span.start);
	const isApartAbove = start === 0 || /(?:^|[\r\n])[ \t]*(?:\r\n|[\r\n])$/u.test(text.slice(0, start));
	const next = nextLineStart(text, table.span.end);
	const isApartBelow = next === text.length || /^[ \t]*(?:[\r\n]|$)/u.test(text.slice(next));
	const newText = `${isApartAbove ? '' : eol}${[...blocks, ...(isRuled ? ['---'] : [])].join(eol + eol)}${isApartBelow ? '' : eol}`;
	return { span: { start, end: table.span.end }, newText };
}

/** The fields of a story, and what columns and rows without a section say of it, as lines such as `**Status:** ready`. */
function linesOf(document: Document, table: SectionTable, story: TableStory): readonly string[] {
	const { text } = document;
	const told = new Set([...story.sections.flatMap(({ name, value }) => [name, value]), ...titleCells(table, story)]);
	const fields = story.lines.flatMap(({ name, value }) =>
		value.text === '' ? [] : [lineOf(text, name.text, value)],
	);
	const inFields = new Set(story.lines.flatMap(({ name, value }) => [name, value]));
	const others = cellsBeside(table, story)
		.filter(({ cell }) => !told.has(cell) && !inFields.has(cell) && cell.text !== '')
		.map(({ cell, label }) => lineOf(text, label, cell));
	const parsed = parsedOf(document, story);
	const isShared =
		parsed?.tagSource?.form === 'line' && parsed.lines.every(({ field }) => field.name !== 'competencies');
	const shared = isShared && table.stories.length > 1 ? [`**Competencies:** ${tagsOf(parsed)}`] : [];
	return [...shared, ...fields, ...others];
}

function tagsOf({ tags }: ParsedStory): string {
	return tags.map((tag) => tag.text).join('; ');
}

function lineOf(text: string, label: string, value: Cell): string {
	const source = oneLine(sourceOf(text, value.span));
	return label === '' ? source : `**${label.replace(/[\s:：]+$/u, '')}:** ${source}`;
}

/** The cells that belong to one story, or to all where it is the only one, but for the header row. */
function cellsBeside(
	table: SectionTable,
	story: TableStory,
): readonly { readonly cell: Cell; readonly label: string }[] {
	const [header = [], ...others] = table.rows;
	const [first] = story.sections;
	if (table.form === 'columns') {
		const row = others.find((cells) => cells.some((cell) => cell === first?.value)) ?? [];
		return row.map((cell) => ({ cell, label: header[cell.column]?.text ?? '' }));
	}
	const isOnly = table.stories.length === 1;
	const isHeaderNamed = story.sections.some(({ name }) => name.row === 0);
	return (isHeaderNamed ? table.rows : others).flatMap((row) =>
		row
			.filter((cell) => cell.column === first?.value.column || (isOnly && cell.column !== first?.name.column))
			.map((cell) => ({ cell, label: labelInRow(row, cell, first, header) })),
	);
}

function labelInRow(
	row: readonly Cell[],
	cell: Cell,
	first: TableSection | undefined,
	header: readonly Cell[],
): string {
	const name = row[first?.name.column ?? 0]?.text ?? '';
	if (cell.column === first?.value.column) return name;
	const column = cell.row === 0 ? '' : (header[cell.column]?.text ?? '');
	return [name, column].filter(Boolean).join(', ');
}

function titleCells({ rows }: SectionTable, { title }: TableStory): readonly Cell[] {
	return rows.flat().filter(({ span }) => title && span.start === title.span.start);
}

/** A letter is spelled out, as it names a section only beside others. */
function nameOf({ section: { kinds, isLetter }, name }: TableSection): string {
	return isLetter ? kinds.map((kind: SectionKind) => sectionTitles[kind]).join(' & ') : name.text;
}

/** The source of a cell outside a table, where a pipe needs no backslash. */
function sourceOf(text: string, span: { readonly start: number; readonly end: number }): string {
	return text.slice(span.start, span.end).trim().replaceAll('\\|', '|');
}

const lineBreak = /\s*(?:<br\s*\/?>\s*)+/giu;

function oneLine(source: string): string {
	return source.replaceAll(lineBreak, ' ').trim();
}

/** The paragraphs of a cell: it breaks its lines with `<br>`. Lines that begin as those of a list become one. */
function paragraphsOf(source: string, isEscaped: boolean): readonly string[] {
	const lines = source.split(lineBreak).filter((line) => line.trim() !== '');
	return lines.map((line) => (isEscaped ? withoutBlock(line.trim()) : line.trim()));
}

/** A backslash before what would begin a heading, a list, a quotation or a rule. */
function withoutBlock(line: string): string {
	return line.replace(/^(?=[#>+*=~`-])/u, '\\').replace(/^(\d{1,9})([.)])/u, '$1\\$2');
}

/** Whether the text of every cell below the header row is still there. */
function keepsCells(written: string, table: SectionTable): boolean {
	const kept = squashed(visibleText(parseMarkdown(written).root));
	const names = new Set(table.stories.flatMap(({ sections }) => sections.map(({ name }) => name)));
	const [, ...rows] = table.rows;
	return rows.flat().every((cell) => names.has(cell) || kept.includes(squashed(cell.text)));
}
