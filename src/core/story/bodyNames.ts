import type { Paragraph, Table } from 'mdast';
import type { ListedName } from '../text/names/hideable.ts';
import { hideableField } from '../text/names/hideableKey.ts';
import { splitNames } from '../text/names/splitNames.ts';
import type { Document } from './document.ts';
import { parseMarkdown, visibleText, walk } from './markdown.ts';
import type { Marker } from './markers.ts';

/**
 * The names that the body of a document lists: in lines such as `**Company:** Acme` and `Company: Acme`, headings such
 * as `## Team: Search`, and tables with a row or a column for a field.
 */
export function bodyNames({ text, markers, tree }: Pick<Document, 'text' | 'markers' | 'tree'>): readonly ListedName[] {
	const names = markers.flatMap((marker) => namesOfLine(marker, text));
	for (const node of walk(tree.root, ({ type }) => type !== 'table' && type !== 'paragraph')) {
		if (node.type === 'table') names.push(...namesOfTable(node));
		else if (node.type === 'paragraph') names.push(...namesOfPlainLines(node));
	}
	return names;

	function namesOfPlainLines(paragraph: Paragraph): readonly ListedName[] {
		const { start, end } = tree.spanOf(paragraph);
		return [...text.slice(start, end).matchAll(plainLine)].flatMap(({ groups }) => {
			const value = groups?.['value'] ?? '';
			return namesUnder(groups?.['label'] ?? '', () => (isProse(value) ? [] : [value]));
		});
	}
}

/** A value of more words than this is prose, and no name. */
const maxWords = 8;

/** Behind a label without emphasis, more words are prose where they are written like a sentence. */
const maxWordsOfPlainName = 4;

/** As many lines of a list below a label as are read. */
const maxItems = 50;

const listBelow = /(?:[ \t]*(?:\r\n?|\n))+(?<items>(?:[ \t>]*[-*+][ \t]+[^\r\n]*(?:\r\n?|\n|$)){1,50})/uy;

/** A label without emphasis, at the start of a line of a paragraph. */
const plainLine = /^[ \t>]*(?<label>\p{L}[\p{L} _-]{1,39}?)[ \t]*[:：][ \t]*(?<value>\S[^\r\n]*)$/gmu;

/** Without emphasis a label may also begin a sentence: `Team: we were six by then.` */
function isProse(value: string): boolean {
	const words = value.trim().split(/\s+/u);
	return words.length > maxWordsOfPlainName && (/^\p{Ll}/u.test(value) || /\p{Ll}[.!?]$/u.test(value));
}

function namesOfLine(marker: Marker, text: string): readonly ListedName[] {
	if (marker.kind) return [];
	const colon = marker.form === 'heading' ? /^([^:：]{1,60})[:：](.+)$/su.exec(marker.text) : undefined;
	const [label, value] =
		marker.form === 'label'
			? [marker.text, text.slice(marker.value.start, marker.value.end)]
			: [colon?.[1] ?? '', colon?.[2] ?? ''];
	return namesUnder(label, () =>
		value.trim() === '' && marker.form === 'label' ? itemsBelow(text, marker.value.end) : [value],
	);
}

/** @param values in Markdown; asked for where the label names a field */
function namesUnder(label: string, values: () => readonly string[]): readonly ListedName[] {
	const field = hideableField(label);
	if (!field) return [];
	return values()
		.flatMap((each) => namesIn(visibleText(parseMarkdown(each).root)))
		.map((name) => ({ name, field }));
}

function namesIn(text: string): readonly string[] {
	return splitNames(text).filter((name) => /\p{L}/u.test(name) && name.split(' ').length <= maxWords);
}

function itemsBelow(text: string, end: number): readonly string[] {
	listBelow.lastIndex = end;
	const items = listBelow.exec(text)?.groups?.['items'] ?? '';
	return items
		.split(/[\r\n]+/u, maxItems)
		.map((line) => line.replace(/^[ \t>]*[-*+][ \t]+/u, ''))
		.filter(Boolean);
}

/** The cells beside a field at the start of a row, and those below a field in the first row. */
function namesOfTable(table: Table): readonly ListedName[] {
	const rows = table.children.map(({ children }) => children.map((cell) => visibleText(cell).trim()));
	const beside = rows.map(([first = '']) => hideableField(first));
	const [header = [], ...below] = rows;
	const namesOf = (field: ListedName['field'] | undefined, cells: readonly string[]) =>
		field ? cells.flatMap(namesIn).map((name) => ({ name, field })) : [];
	// The first row of a table of fields is one of them.
	const isRow = (index: number) => index > 0 || beside.slice(1).some(Boolean);
	return [
		...rows.flatMap(([, ...cells], index) => (isRow(index) ? namesOf(beside[index], cells) : [])),
		...header.flatMap((name, column) => {
			if (column === 0 && isRow(0)) return [];
			return namesOf(
				hideableField(name),
				below.map((row) => row[column] ?? ''),
			);
		}),
	];
}
