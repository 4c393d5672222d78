import type { Heading, Nodes, Paragraph } from 'mdast';
import type { SectionKind } from '../framework/sectionKind.ts';
import type { SectionNames } from '../framework/sectionNames.ts';
import { lineEnd, lineStart } from '../text/lines.ts';
import { type Span, trimSpan } from '../text/span.ts';
import { type MarkdownTree, visibleText, walk } from './markdown.ts';

/** A heading or label that gives a document its structure, in document order. */
export type Marker = HeadingMarker | LabelMarker;

export interface HeadingMarker {
	readonly form: 'heading';
	readonly depth: number;
	/** The heading with its marks. */
	readonly span: Span;
	/** Its words, without marks. */
	readonly name: Span;
	readonly text: string;
	/** The section it names, if any. */
	readonly kind: SectionKind | undefined;
}

export interface LabelMarker {
	readonly form: 'label';
	/** From the start of its line to the end of that line. */
	readonly span: Span;
	/** The bold words, without the colon. */
	readonly name: Span;
	readonly text: string;
	readonly kind: SectionKind | undefined;
	/** What follows the label on its line, trimmed. */
	readonly value: Span;
}

/** The blocks that hold other blocks. */
const containers: ReadonlySet<Nodes['type']> = new Set(['root', 'blockquote', 'list', 'listItem']);

/**
 * A row such as `| --- | :-: |` makes a table of the line above and the paragraph's rest, to GitHub and to VS Code's
 * preview.
 */
const tableDelimiterRow = /^[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*\|[-:| \t]*$/mu;

/**
 * Finds the headings and the bold labels at the start of a line, wherever they stand outside code, comments and tables.
 *
 * @param tree of `text`
 * @param text the whole document
 * @param names what counts as the name of a section
 */
export function findMarkers(tree: MarkdownTree, text: string, names: SectionNames): readonly Marker[] {
	const markers: Marker[] = [];
	for (const node of walk(tree.root, (parent) => containers.has(parent.type))) {
		if (node.type === 'heading') markers.push(headingMarker(node));
		else if (node.type === 'paragraph') markers.push(...labelMarkers(node));
	}
	return markers;

	function headingMarker(heading: Heading): HeadingMarker {
		const words = visibleText(heading).trim();
		const span = tree.spanOf(heading);
		return {
			form: 'heading',
			depth: heading.depth,
			span,
			name: contentSpan(heading, span),
			text: words,
			kind: names.find(words),
		};
	}

	function contentSpan(heading: Heading, whole: Span): Span {
		const first = heading.children[0];
		const last = heading.children.at(-1);
		if (!first || !last) return whole;
		return trimSpan(text, { start: tree.spanOf(first).start, end: tree.spanOf(last).end });
	}

	function* labelMarkers(paragraph: Paragraph): Generator<LabelMarker> {
		const whole = tree.spanOf(paragraph);
		const { children } = paragraph;
		let tableFrom: number | undefined;
		for (const [index, child] of children.entries()) {
			if (child.type !== 'strong' || !startsLine(children[index - 1])) continue;
			const strong = tree.spanOf(child);
			const label = labelAt(text, strong, whole.end, names);
			if (!label) continue;
			tableFrom ??= tableWithin(whole);
			if (strong.start >= tableFrom) return;
			yield label;
		}
	}

	/** Where the header row of the table in a paragraph begins; its end where it holds none. */
	function tableWithin({ start, end }: Span): number {
		const row = tableDelimiterRow.exec(text.slice(start, end))?.index ?? 0;
		return row > 0 ? lineStart(text, start + row - (text.startsWith('\r\n', start + row - 2) ? 2 : 1)) : end;
	}
}

/**
 * Reads bold words at the start of a line as a label.
 *
 * @param strong the words with their marks
 * @param end of their paragraph
 * @returns undefined where no colon or dash makes them one
 */
function labelAt(text: string, strong: Span, end: number, names: SectionNames): LabelMarker | undefined {
	const inner = trimSpan(text, { start: strong.start + 2, end: strong.end - 2 });
	const colonInside = /[ \t]*[:：]$/u.exec(text.slice(inner.start, inner.end));
	const separator = colonInside ? undefined : separatorAfter(text, strong.end);
	if (!colonInside && separator === undefined) return undefined;
	const name = { start: inner.start, end: inner.end - (colonInside?.[0].length ?? 0) };
	const label = text.slice(name.start, name.end);
	const lineEndsAt = Math.min(lineEnd(text, strong.end), end);
	return {
		form: 'label',
		span: { start: lineStart(text, strong.start), end: lineEndsAt },
		name,
		text: label,
		kind: names.find(label),
		value: trimSpan(text, { start: strong.end + (separator ?? 0), end: lineEndsAt }),
	};
}

/** How long the `:` or ` - ` at `offset` is; undefined where there is none. */
function separatorAfter(text: string, offset: number): number | undefined {
	return /^(?:[ \t]*[:：]|[ \t]+[-–—](?=\s))/u.exec(text.slice(offset, offset + 8))?.[0].length;
}

function startsLine(previous: Nodes | undefined): boolean {
	if (!previous || previous.type === 'break') return true;
	return previous.type === 'text' && /[\r\n]$/u.test(previous.value);
}
