import { normaliseName } from '../framework/nearness.ts';
import { type SectionKind, sectionKinds, sectionTitles } from '../framework/sectionKind.ts';
import { type Document, readDocument } from '../story/document.ts';
import type { StoryField } from '../story/fields.ts';
import { parseMarkdown } from '../story/markdown.ts';
import type { DocumentContext, ParsedStory, Section } from '../story/model.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { lineEndingOf, lineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { refuse, type RefusedEdit } from './editResult.ts';
import { tellsTheSame } from './sameTelling.ts';

/** Stories under headings that are written as a table. */
export interface TabledStories {
	readonly edit: TextEdit;
	readonly titles: readonly string[];
}

/**
 * Writes the stories of a bank as one table in their place, a row a story and a column a section: the reverse of
 * {@link tableToStories}. Read back, each story tells what it told, word by word, and nothing else stood between them;
 * else nothing is done.
 *
 * @param document as parsed with `context`
 */
export function storiesToTable(document: Document, context: DocumentContext): TabledStories | RefusedEdit {
	const { text, stories } = document;
	const [first, last] = [stories[0], stories.at(-1)];
	if (!first || !last || first === last)
		return refuse('not-found', 'A table is made of several stories, each under its own heading.');
	if (stories.some(({ sections, heading }) => !heading || sections.some(({ form }) => form === 'cell')))
		return refuse('not-found', 'Only stories under headings can become a table.');
	const region = { start: lineStart(text, first.span.start), end: last.span.end };
	const other = stories.find((story, index) => {
		const end = stories[index + 1]?.span.start ?? region.end;
		return holdsMore(text, story, { start: story.span.start, end });
	});
	if (other) {
		const message = `“${other.title}” has text beside its sections, which a table has no place for.`;
		return refuse('shape', message, other.anchor);
	}
	const columns = columnsOf(text, stories);
	const rows = stories.map((story) => columns.map(({ cellOf }) => cellOf(story)));
	const unfitAt = rows.findIndex((row) => row.includes(undefined));
	const unfit = stories[unfitAt];
	if (unfit) {
		const column = columns[rows[unfitAt]?.indexOf(undefined) ?? 0];
		const message = column?.isLine
			? `“${unfit.title}” has “${column.header}” more than once, and a cell holds one.`
			: `“${unfit.title}” has a section of more than paragraphs and plain lists, which no cell can hold.`;
		return refuse('shape', message, unfit.anchor);
	}
	const eol = lineEndingOf(text);
	const lines = [columns.map(({ header }) => header), columns.map(() => '---'), ...rows];
	const table = lines.map((cells) => `| ${cells.join(' | ')} |${eol}`).join('');
	const isApartAbove = /(?:^|[\r\n])[ \t]*(?:\r\n|[\r\n])$|^\uFEFF?$/u.test(text.slice(0, region.start));
	const isApartBelow = /^[ \t]*(?:[\r\n]|$)/u.test(text.slice(region.end));
	const newText = `${isApartAbove ? '' : eol}${table}${isApartBelow ? '' : eol}`;
	const edit = { span: region, newText };
	if (tellsTheSame(document, readDocument(applyEdits(text, [edit]), context)))
		return { edit, titles: stories.map(({ title }) => title) };
	const message = 'These stories can’t be written as a table without changing what they tell.';
	return refuse('shape', message, first.anchor);
}

/** Whether words or links stand there that are none of the story's title, fields and sections. */
function holdsMore(text: string, { titleSpan, lines, sections }: ParsedStory, { start, end }: Span): boolean {
	const own = [
		...(titleSpan ? [titleSpan] : []),
		...lines.flatMap(({ key, value }) => [key.span, value.span]),
		...sections.flatMap(({ name, body }) => [name, body]),
	].toSorted((one, next) => one.start - next.start);
	let at = start;
	let between = '';
	for (const span of own) {
		between += text.slice(at, Math.max(at, span.start));
		at = Math.max(at, span.end);
	}
	return /[\p{L}[<]/u.test(between + text.slice(at, end));
}

interface Column {
	readonly header: string;
	/** Whether it is a line such as `**Date:**` of its stories. */
	readonly isLine?: true;
	/** What stands in the story's cell; undefined where no cell can hold it. */
	readonly cellOf: (story: ParsedStory) => string | undefined;
}

function columnsOf(text: string, stories: readonly ParsedStory[]): readonly Column[] {
	const labels = new Map(
		stories.flatMap(({ lines }) => lines.map((line) => [columnOf(line), line.key.value] as const)),
	);
	const kinds = new Map(
		stories.flatMap(({ sections }) => sections.map((section) => [kindsOf(section).join(' '), kindsOf(section)])),
	);
	const ranked = [...kinds].toSorted(([, [one]], [, [other]]) => rankOf(one) - rankOf(other));
	return [
		{
			header: 'Story',
			cellOf: ({ titleSpan }) => titleSpan && escaped(text.slice(titleSpan.start, titleSpan.end)),
		},
		...[...labels].map(([column, label]): Column => ({
			header: label,
			isLine: true,
			cellOf: ({ lines }) => {
				const found = lines.filter((line) => columnOf(line) === column);
				const [line] = found;
				if (!line || found.length > 1) return line ? undefined : '';
				const { start, end } = line.value.span;
				return cellText(text.slice(start, end));
			},
		})),
		...ranked.map(([key, of]): Column => ({
			header: of.map((kind) => sectionTitles[kind]).join(' & '),
			cellOf: ({ sections }) => {
				const found = sections.filter((section) => kindsOf(section).join(' ') === key);
				const [section] = found;
				if (!section || found.length > 1) return section ? undefined : '';
				return cellText(text.slice(section.body.start, section.body.end));
			},
		})),
	];
}

/** Lines of one field share a column; an angle shares it with those for the same competency. */
function columnOf({ field, key }: StoryField): string {
	return field.type === 'angles' ? normaliseName(key.value) : field.name;
}

function kindsOf({ kind, also }: Section): readonly SectionKind[] {
	return [kind, ...(also ?? [])];
}

function rankOf(kind: SectionKind | undefined): number {
	return kind ? sectionKinds.indexOf(kind) : -1;
}

/** Paragraphs and items as lines of a cell; undefined where anything else stands there. */
function cellText(source: string): string | undefined {
	const dedented = withoutIndent(source);
	const tree = parseMarkdown(dedented);
	const parts: string[] = [];
	for (const node of tree.root.children) {
		if (node.type !== 'paragraph' && node.type !== 'list') return undefined;
		const items = node.type === 'list' ? node.children : [node];
		const isPlain = (item: (typeof items)[number]) =>
			item.type !== 'listItem' || item.children.every(({ type }) => type === 'paragraph');
		if (!items.every(isPlain)) return undefined;
		const lines = items.map((item) => {
			const { start, end } = tree.spanOf(item);
			return oneLine(dedented.slice(start, end));
		});
		parts.push(lines.join('<br>'));
	}
	return escaped(parts.join('<br><br>'));
}

/** The lines of a section without the spaces that all of them have: it may stand in an item of a list. */
function withoutIndent(source: string): string {
	// What stands on the first line stands behind the name.
	const [first = '', ...others] = source.split(/\r\n|[\r\n]/u);
	const told = others.filter((line) => line.trim() !== '');
	const indent = Math.min(...told.map((line) => /^[ \t]*/u.exec(line)?.[0].length ?? 0));
	return [first, ...others.map((line) => line.slice(told.length > 0 ? indent : 0))].join('\n').trim();
}

/** Source on one line, with its hard breaks as tags. */
function oneLine(source: string): string {
	return source
		.replaceAll(/(?: {2,}|\\)(?:\r\n|[\r\n])/gu, '<br>')
		.replaceAll(/\s*[\r\n]\s*/gu, ' ')
		.trim();
}

function escaped(source: string): string {
	return source.replaceAll(/\\?\|/gu, '\\|');
}
