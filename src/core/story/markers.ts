import type { Heading, ListItem, Nodes, Paragraph } from 'mdast';
import type { SectionKind } from '../framework/sectionKind.ts';
import type { SectionName, SectionNames } from '../framework/sectionNames.ts';
import { lineEnd, lineStart, nextLineStart } from '../text/lines.ts';
import { type Span, trimSpan } from '../text/span.ts';
import { confirmedMarkers } from './confirmedMarkers.ts';
import { type Label, type LabelStyle, readLabel } from './labels.ts';
import { linesOfParagraph } from './lineText.ts';
import { type MarkdownTree, visibleText, walk } from './markdown.ts';
import { storyLineField } from './storyLines.ts';

/** A heading or label that gives a document its structure, in document order. */
export type Marker = HeadingMarker | LabelMarker;

interface NamedMarker {
	/** The section it names, if any: the first where it names several. */
	readonly kind: SectionKind | undefined;
	/** The sections that are told together with {@link kind}, as in `Situation & Task`. */
	readonly also: readonly SectionKind[];
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
	/** How it is written and where it stands: labels of one story are alike in this. */
	readonly style: LabelStyle;
	readonly inList: boolean;
	/** Where the block quote ends that it stands in; undefined where it stands in none. */
	readonly quoteEnd: number | undefined;
	readonly isAlone: boolean;
}

/** The blocks that hold other blocks. */
const containers: ReadonlySet<Nodes['type']> = new Set(['root', 'blockquote', 'list', 'listItem']);

/**
 * A row such as `| --- | :-: |` makes a table of the line above and the paragraph's rest, to GitHub and to VS Code's
 * preview.
 */
const tableDelimiterRow = /^[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*\|[-:| \t]*$/mu;

/**
 * Finds the headings, and the labels at the start of a line, wherever they stand outside code, comments and tables.
 *
 * @param tree of `text`
 * @param text the whole document
 * @param names what counts as the name of a section
 */
export function findMarkers(tree: MarkdownTree, text: string, names: SectionNames): readonly Marker[] {
	const markers: Marker[] = [];
	/** The first paragraphs of list items, and whether more stands in the item. */
	const opening = new Map<Nodes, boolean>();
	/** Where lists end, by where the paragraph right above them ends. */
	const listBelow = new Map<number, number>();
	for (const [index, node] of tree.root.children.entries()) {
		const above = tree.root.children[index - 1];
		if (node.type === 'list' && above?.type === 'paragraph' && !node.children.some(beginsInBold))
			listBelow.set(tree.spanOf(above).end, tree.spanOf(node).end);
	}
	let quoteEnd: number | undefined;
	for (const node of walk(tree.root, (parent) => containers.has(parent.type))) {
		if (quoteEnd !== undefined && tree.spanOf(node).start >= quoteEnd) quoteEnd = undefined;
		if (node.type === 'blockquote') quoteEnd ??= nextLineStart(text, tree.spanOf(node).end);
		if (node.type === 'listItem') {
			const [first] = node.children;
			if (first) opening.set(first, node.children.length > 1);
		} else if (node.type === 'heading') markers.push(tagHeading(node) ?? headingMarker(node));
		else if (node.type === 'paragraph') markers.push(...labelMarkers(node, opening.get(node)));
	}
	return confirmedMarkers(markers);

	function headingMarker(heading: Heading): HeadingMarker {
		const words = visibleText(heading).trim();
		const span = tree.spanOf(heading);
		return {
			form: 'heading',
			depth: heading.depth,
			span,
			name: contentSpan(heading, span),
			text: words,
			...named(names.readHeading(words)),
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
			style: 'heading',
			inList: false,
			quoteEnd: undefined,
			isAlone: false,
			...named(undefined),
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
		const tableFrom = tableWithin(whole);
		for (const [index, line] of linesOfParagraph(tree, text, paragraph).entries()) {
			const label = readLabel(line, names, index === 0 && hasMore === true);
			const start = label && line.offsets[0];
			if (label === undefined || start === undefined) continue;
			if (start >= tableFrom) return;
			yield labelMarker(label, line.offsets, whole, index === 0 && hasMore !== undefined);
		}
	}

	function labelMarker(label: Label, offsets: readonly number[], whole: Span, inList: boolean): LabelMarker {
		const first = offsets[0] ?? whole.start;
		const name = { start: offsets[label.from] ?? first, end: (offsets[label.to - 1] ?? first) + 1 };
		const begins = lineStart(text, first);
		const end = Math.min(lineEnd(text, name.end), whole.end);
		const { valueStart, style, section, isAlone } = label;
		return {
			form: 'label',
			// A label behind `<br>` begins within its line.
			span: { start: isMidLine(text.slice(begins, first)) ? first : begins, end },
			name,
			text: text.slice(name.start, name.end),
			value: trimSpan(text, { start: Math.min(valueStart, end), end: valueEnd(label, name, end, whole.end) }),
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
		if (storyLineField(text.slice(name.start, name.end))?.name !== 'competencies') return end;
		if (label.isAlone) return listBelow.get(wholeEnd) ?? end;
		let to = end;
		while (to < wholeEnd && /[,;][ \t]*$/u.test(text.slice(Math.max(name.end, to - 40), to)))
			to = Math.min(lineEnd(text, to + (text.startsWith('\r\n', to) ? 2 : 1)), wholeEnd);
		return to;
	}

	/** Where the header row of the table in a paragraph begins; its end where it holds none. */
	function tableWithin({ start, end }: Span): number {
		const row = tableDelimiterRow.exec(text.slice(start, end))?.index ?? 0;
		return row > 0 ? lineStart(text, start + row - (text.startsWith('\r\n', start + row - 2) ? 2 : 1)) : end;
	}
}

/** Whether an item of a list begins as a label does. */
function beginsInBold({ children: [first] }: ListItem): boolean {
	return first?.type === 'paragraph' && first.children[0]?.type === 'strong';
}

/** Whether a label stands behind other text of its line, given what stands before it. */
function isMidLine(before: string): boolean {
	return /<br/iu.test(before) || /\p{L}/u.test(before.replaceAll(/<[^<>]*>|&\w+;/gu, ''));
}

function named(section: SectionName | undefined): NamedMarker {
	const [kind, ...also] = section?.kinds ?? [];
	const isLetter = section?.isLetter ?? false;
	return { kind, also, isOwn: section?.isOwn ?? false, isLetter, isWeak: isLetter };
}
