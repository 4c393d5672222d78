import type { Heading, ListItem, Nodes, Paragraph } from 'mdast';
import type { SectionKind, SideKind } from '../framework/sectionKind.ts';
import type { SectionName, SectionNames } from '../framework/sectionNames.ts';
import { lineEnd, lineStart, nextLineStart } from '../text/lines.ts';
import { type Span, trimSpan } from '../text/span.ts';
import { confirmedMarkers } from './confirmedMarkers.ts';
import type { Field } from './fields.ts';
import { type HtmlHeading, htmlHeadings, type HtmlLabel, htmlLabels } from './htmlLabels.ts';
import { type InlineLabel, inlineLabels, withoutRepeated } from './inlineLabels.ts';
import { type Label, type LabelStyle, type NamesAlone, readLabel } from './labels.ts';
import { type LineText, linesOfParagraph } from './lineText.ts';
import { containers, type MarkdownTree, visibleText, walk } from './markdown.ts';
import { storyLineField } from './storyLines.ts';
import { readSectionTable, type SectionTable, type TableStory } from './tables.ts';
import { withStoriesBelow } from './withStoriesBelow.ts';
import { oneLine } from '../text/words.ts';

/** A heading, label or cell that gives a document its structure, in document order. */
export type Marker = HeadingMarker | LabelMarker | CellMarker;

/** A fenced block of code whose lines are read as Markdown. */
export interface FencedBlock {
	/** From its opening to its closing marks. */
	readonly span: Span;
	/** The lines between them. */
	readonly lines: Span;
}

interface NamedMarker {
	/** The block of code that it stands in; absent outside of one. */
	readonly fence?: FencedBlock;
	/** The section it names, if any: the first where it names several. */
	readonly kind: SectionKind | undefined;
	/** The sections that are told together with {@link kind}, as in `Situation & Task`. */
	readonly also: readonly SectionKind[];
	/** The section beside the telling that it names, if any: then {@link kind} is undefined. */
	readonly side?: SideKind;
	/** Whether it goes by the section's own name, not by an alias. */
	readonly isOwn: boolean;
	/** Whether it is a letter alone, such as `S`. */
	readonly isLetter: boolean;
	/** Whether it names a section only beside others of the same story: see {@link confirmedMarkers}. */
	readonly isWeak: boolean;
}

export interface HeadingMarker extends NamedMarker {
	readonly form: 'heading';
	readonly depth: number;
	/** The heading with its marks. */
	readonly span: Span;
	/** Its words, without marks. */
	readonly name: Span;
	readonly text: string;
}

export interface LabelMarker extends NamedMarker {
	readonly form: 'label';
	/** From the start of its line to the end of that line. */
	readonly span: Span;
	/** The label's words, without the colon. */
	readonly name: Span;
	readonly text: string;
	/** What follows the label on its line, trimmed. */
	readonly value: Span;
	/** What a reader sees of the value, where that is a cell. */
	readonly words?: string;
	/** The field that it is a line of, if any. */
	readonly field: Field | undefined;
	/** How it is written and where it stands: labels of one story are alike in this. */
	readonly style: LabelStyle;
	readonly inList: boolean;
	/** Where the block quote or element ends that it stands in; undefined where it stands in none. */
	readonly quoteEnd: number | undefined;
	readonly isAlone: boolean;
	/** Whether it stands behind the text of another section, in the same line. */
	readonly isInline?: true;
}

/** A cell that holds a section, with the cell that names it. */
export interface CellMarker extends NamedMarker {
	readonly form: 'cell';
	/** The row's cells where the row is the section; else the cell alone. */
	readonly span: Span;
	/** The cell that names it; of a column with several stories below its name, the section's own cell. */
	readonly name: Span;
	readonly text: string;
	readonly value: Span;
	/** The story that it belongs to; absent where its table holds one story, which stands under the heading above. */
	readonly story: TableStory | undefined;
}

/**
 * Finds the headings, the labels at the start of a line, wherever they stand outside code and comments, and the cells
 * of tables that hold sections.
 *
 * @param tree of `text`
 * @param text the whole document
 * @param names what counts as the name of a section
 */
export function findMarkers(tree: MarkdownTree, text: string, names: SectionNames): readonly Marker[] {
	const markers: Marker[] = [];
	/** The first paragraphs of list items, and whether more stands in the item. */
	const opening = new Map<Nodes, boolean>();
	/** Where lists end, or their items before the first label, by where the paragraph right above them ends. */
	const listBelow = new Map<number, number>();
	const aboveText = itemsAboveText(tree);
	const findListsBelow = (blocks: readonly Nodes[]) => {
		for (const [index, node] of blocks.entries()) {
			const above = blocks[index - 1];
			if (node.type !== 'list' || above?.type !== 'paragraph') continue;
			const labelled = node.children.findIndex((item) => opensSection(item, names));
			const last = node.children.at(labelled < 0 ? labelled : labelled - 1);
			if (!last || labelled === 0) continue;
			const { start } = tree.spanOf(node);
			const { end } = tree.spanOf(last);
			// A label right below the last item belongs to that item by Markdown alone.
			const label = /[\r\n][ \t>]*(?:\*\*|__)/u.exec(text.slice(start, end));
			listBelow.set(tree.spanOf(above).end, label ? start + label.index : end);
		}
	};
	findListsBelow(tree.root.children);
	let quoteEnd: number | undefined;
	for (const node of walk(tree.root, (parent) => containers.has(parent.type))) {
		if (quoteEnd !== undefined && tree.spanOf(node).start >= quoteEnd) quoteEnd = undefined;
		if (node.type === 'blockquote') quoteEnd ??= nextLineStart(text, tree.spanOf(node).end);
		if (node.type === 'listItem' || node.type === 'blockquote') findListsBelow(node.children);
		if (node.type === 'listItem') {
			const [first] = node.children;
			if (first) opening.set(first, node.children.length > 1 || aboveText.has(node));
		} else if (node.type === 'heading') markers.push(tagHeading(node) ?? headingMarker(node));
		else if (node.type === 'paragraph') markers.push(...labelMarkers(node, opening.get(node)));
		else if (node.type === 'html') markers.push(...htmlMarkers(tree.spanOf(node)));
		else if (node.type === 'table') markers.push(...cellMarkers(readSectionTable(node, tree, text, names)));
	}
	return withStoriesBelow(withoutNestedTables(endingAtInline(confirmedMarkers(withoutRepeated(markers)), text)));

	function headingMarker(heading: Heading): HeadingMarker {
		const words = oneLine(visibleText(heading));
		const span = tree.spanOf(heading);
		const name = contentSpan(heading, span);
		const section = names.readHeading(words);
		// What Pandoc and an export of Google Docs put behind a title is no part of it.
		const [attributes = ''] = (!section && / ?\{#[^\s{}]+\}$/u.exec(text.slice(name.start, name.end))) || [];
		return {
			form: 'heading',
			depth: heading.depth,
			span,
			name: { start: name.start, end: name.end - attributes.length },
			text: words.slice(0, words.length - attributes.length),
			...named(section),
		};
	}

	/** A heading such as `### Tags: Mentorship` is a line of its story. */
	function tagHeading(heading: Heading): LabelMarker | undefined {
		const span = tree.spanOf(heading);
		if (text[span.start] !== '#') return undefined;
		const name = contentSpan(heading, span);
		const [, label, separator] =
			/^((?:tags|competenc(?:y|ies)))(\s*[:：]\s*)\S/iu.exec(text.slice(name.start, name.end)) ?? [];
		if (label === undefined || separator === undefined) return undefined;
		return {
			form: 'label',
			span,
			name: { start: name.start, end: name.start + label.length },
			text: label,
			value: { start: name.start + label.length + separator.length, end: name.end },
			field: storyLineField(label, ''),
			style: 'heading',
			inList: false,
			quoteEnd: undefined,
			isAlone: false,
			...named(undefined),
		};
	}

	function htmlMarkers(block: Span): readonly Marker[] {
		const labels = [...htmlLabels(text, block, names)].map(htmlMarker);
		const headings = [...htmlHeadings(text, block)].map(htmlHeading);
		return [...labels, ...headings].toSorted((a, b) => a.span.start - b.span.start);
	}

	function htmlHeading(heading: HtmlHeading): HeadingMarker {
		return { form: 'heading', ...heading, ...named(names.readHeading(heading.text)) };
	}

	function htmlMarker({ section, isWeak = false, elementEnd, ...label }: HtmlLabel): LabelMarker {
		const { start, end } = label.name;
		const place = { form: 'label', inList: false, quoteEnd: elementEnd ?? quoteEnd } as const;
		const name = text.slice(start, end);
		const field = storyLineField(name, text.slice(label.value.start, label.value.end));
		return {
			...place,
			...label,
			text: oneLine(name.replaceAll(/<[^<>]*>/gu, ' ')),
			field,
			...named(section),
			isWeak,
		};
	}

	function contentSpan(heading: Heading, whole: Span): Span {
		const first = heading.children[0];
		const last = heading.children.at(-1);
		if (!first || !last) return whole;
		return trimSpan(text, { start: tree.spanOf(first).start, end: tree.spanOf(last).end });
	}

	/** @param hasMore whether the paragraph opens a list item, and more stands in that item */
	function* labelMarkers(paragraph: Paragraph, hasMore: boolean | undefined): Generator<LabelMarker> {
		const whole = tree.spanOf(paragraph);
		const lines = linesOfParagraph(tree, text, paragraph);
		const labels = lines.map((line, index) => readLabel(line, names, namesAlone(lines, index, hasMore)));
		const isNamed = labels.some((label) => label?.section);
		const wholeLines = isNamed ? linesOfParagraph(tree, text, paragraph, Infinity) : [];
		const further = inlineLabels(wholeLines, labels, names);
		for (const [index, line] of lines.entries()) {
			const label = labels[index];
			if (label === undefined || line.offsets[0] === undefined) {
				yield* inlineMarkers(further[index], whole);
				continue;
			}
			let last = line;
			// Tags may go on behind a `<br>`, up to the next label.
			if (isTagLabel(line.text.slice(label.from, label.to)))
				for (let at = index + 1; last.tagBehind !== undefined && !labels[at]; at++) last = lines[at] ?? line;
			const marker = labelMarker(label, line, last.tagBehind, whole, index === 0 && hasMore !== undefined);
			// Emphasis that goes on in the next line holds more than a name.
			const goesOn = label.valueStart > lineEnd(text, marker.name.end);
			if (!goesOn || (!marker.field && !label.section)) yield marker;
			yield* inlineMarkers(further[index], whole);
		}
	}

	function* inlineMarkers(found: readonly InlineLabel[] = [], paragraph: Span): Generator<LabelMarker> {
		for (const { label, line } of found) {
			const marker = labelMarker(label, line, line.tagBehind, paragraph, false);
			const first = line.offsets[0] ?? marker.span.start;
			const before = text.slice(Math.max(paragraph.start, first - maxMarksLength), first);
			const start = first - (/(?:[*_]|<[^<>]*>)*$/u.exec(before)?.[0].length ?? 0);
			yield { ...marker, span: { ...marker.span, start }, field: undefined, isInline: true };
		}
	}

	/** Names one below the other, as in a table of contents, head nothing. */
	function namesAlone(lines: readonly LineText[], index: number, hasMore: boolean | undefined): NamesAlone {
		const isName = (line: LineText | undefined) => line?.isWhole === true && names.read(line.text) !== undefined;
		if (isName(lines[index - 1]) || isName(lines[index + 1])) return 'none';
		return index === 0 && (hasMore !== false || lines.length > 1) ? 'any' : 'signed';
	}

	/** @param tagBehind where the `<br>` begins that ends it, if one does */
	function labelMarker(
		label: Label,
		{ offsets, behindTag }: LineText,
		tagBehind: number | undefined,
		whole: Span,
		inList: boolean,
	): LabelMarker {
		const first = offsets[0] ?? whole.start;
		const name = { start: offsets[label.from] ?? first, end: (offsets[label.to - 1] ?? first) + 1 };
		const begins = lineStart(text, first);
		const end = Math.min(tagBehind ?? lineEnd(text, name.end), whole.end);
		const { valueStart, style, section, isAlone } = label;
		const value = trimSpan(text, { start: Math.min(valueStart, end), end: valueEnd(label, name, end, whole.end) });
		return {
			form: 'label',
			// A label behind `<br>` begins within its line.
			span: { start: behindTag ?? (isMidLine(text.slice(begins, first)) ? first : begins), end },
			name,
			text: text.slice(name.start, name.end),
			value,
			field: storyLineField(text.slice(name.start, name.end), text.slice(value.start, value.end)),
			style,
			inList,
			quoteEnd,
			isAlone,
			...named(section),
			isWeak: label.isWeak,
		};
	}

	/** A line of tags goes on where it ends in a comma, and in the list below it where it is empty. */
	function valueEnd(label: Label, name: Span, end: number, wholeEnd: number): number {
		if (!isTagLabel(text.slice(name.start, name.end))) return end;
		if (label.isAlone) return listBelow.get(wholeEnd) ?? end;
		let to = end;
		while (to < wholeEnd && /[,;][ \t]*\\?$/u.test(text.slice(Math.max(name.end, to - 40), to)))
			to = Math.min(lineEnd(text, to + (text.startsWith('\r\n', to) ? 2 : 1)), wholeEnd);
		return to;
	}
}

/** The marks of quotations, lists and tasks at the start of a line. */
const blockMarks = /^[ \t>]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)*(?:\[[ xX]\][ \t]+)?/u;

/** The marks before a label within a line are no longer, in UTF-16 code units. */
const maxMarksLength = 100;

/** Ends labels, with what stands behind them, where another begins in the same line. */
function endingAtInline(markers: readonly Marker[], text: string): readonly Marker[] {
	return markers.map((marker, index) => {
		const next = markers[index + 1];
		if (marker.form !== 'label' || next?.form !== 'label' || !next.isInline) return marker;
		const end = next.span.start;
		if (end >= marker.span.end) return marker;
		const value = trimSpan(text, { start: Math.min(marker.value.start, end), end });
		// The item or quotation that they stand in is that of all of them.
		const marks = marker.isInline
			? ''
			: (blockMarks.exec(text.slice(marker.span.start, marker.name.start))?.[0] ?? '');
		return { ...marker, span: { start: marker.span.start + marks.length, end }, value };
	});
}

/** Items that are a list of their own, with a paragraph below it: `1. Situation`. */
function itemsAboveText(tree: MarkdownTree): ReadonlySet<Nodes> {
	const found = new Set<Nodes>();
	const collect = (blocks: readonly Nodes[]) => {
		for (const [index, list] of blocks.entries())
			if (list.type === 'list' && list.children.length === 1 && blocks[index + 1]?.type === 'paragraph')
				for (const item of list.children) found.add(item);
	};
	collect(tree.root.children);
	for (const node of walk(tree.root, (parent) => containers.has(parent.type)))
		if (node.type === 'blockquote' || node.type === 'listItem') collect(node.children);
	return found;
}

/** Whether an item of a list begins as a label does, or holds more than a tag. */
function opensSection({ children: [first, ...more] }: ListItem, names: SectionNames): boolean {
	if (first?.type !== 'paragraph') return false;
	if (first.children[0]?.type === 'strong' || more.length > 0) return true;
	const [, name] = /^([^:：]+)[:：]\s*\S/u.exec(visibleText(first)) ?? [];
	return name !== undefined && names.read(name) !== undefined;
}

/** Whether a label stands for a line of tags. */
function isTagLabel(label: string): boolean {
	return storyLineField(label, '')?.name === 'competencies';
}

/** Whether a label stands behind other text of its line, given what stands before it. */
function isMidLine(before: string): boolean {
	return /\p{L}/u.test(before.replaceAll(/<[^<>]*>|&\w+;/gu, ''));
}

function cellMarkers(table: SectionTable | undefined): readonly Marker[] {
	if (!table) return [];
	const isSeveral = table.stories.length > 1;
	return table.stories.flatMap((story): Marker[] => [
		...(isSeveral ? [] : tableLines(story)),
		...story.sections.map(({ section, name, value }): CellMarker => {
			const isRow = table.form === 'rows' && !isSeveral;
			return {
				form: 'cell',
				span: isRow ? { start: name.span.start, end: value.rowEnd } : value.span,
				name: table.form === 'columns' && isSeveral ? value.span : name.span,
				text: name.text,
				value: value.span,
				story: isSeveral ? story : undefined,
				...named(section),
				isWeak: false,
			};
		}),
	]);
}

/** The cells of a story in a table that stand for lines such as `**Status:** ready`. */
export function tableLines({ lines }: TableStory): readonly LabelMarker[] {
	return lines.map(({ name, value }) => ({
		form: 'label',
		span: value.span,
		name: name.span,
		text: name.text,
		value: value.span,
		words: value.text,
		field: storyLineField(name.text, value.text),
		style: 'cell',
		inList: false,
		quoteEnd: undefined,
		isAlone: false,
		...named(undefined),
	}));
}

/** Leaves out the cells of tables within a section that a heading or label names: they are part of its text. */
function withoutNestedTables(markers: readonly Marker[]): readonly Marker[] {
	if (!markers.some(({ form }) => form === 'cell')) return markers;
	const open: number[] = [];
	return markers.filter((marker) => {
		if (marker.form === 'cell') return open.length === 0;
		const depth = marker.form === 'heading' ? marker.depth : labelDepth;
		if (marker.form === 'heading' || marker.kind) while ((open.at(-1) ?? 0) >= depth) open.pop();
		if (marker.kind) open.push(depth);
		return true;
	});
}

/** A section under a label is within every heading's. */
const labelDepth = 7;

function named(section: SectionName | undefined): NamedMarker {
	const [kind, ...also] = section?.kinds ?? [];
	const isLetter = section?.isLetter ?? false;
	const side = section?.side && { side: section.side };
	return { kind, also, ...side, isOwn: section?.isOwn ?? false, isLetter, isWeak: isLetter };
}
