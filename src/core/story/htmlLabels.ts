import type { Heading } from 'mdast';
import type { SectionName, SectionNames } from '../framework/sectionNames.ts';
import { lineEnd, lineStart } from '../text/lines.ts';
import { type Span, trimSpan } from '../text/span.ts';
import { htmlPieces } from './htmlPieces.ts';
import type { LabelStyle } from './labels.ts';
import { titledElements } from './titledElements.ts';
import { oneLine } from '../text/words.ts';

/** What a block of HTML has that stands as a label does in Markdown. */
export interface HtmlLabel {
	/** From the start of its line, or of the `<details>` that it opens, to the end of its line. */
	readonly span: Span;
	readonly name: Span;
	readonly value: Span;
	readonly style: LabelStyle;
	readonly isAlone: boolean;
	/** The section it names, if any. */
	readonly section: SectionName | undefined;
	/** Whether it is one only beside others of a story. */
	readonly isWeak?: boolean;
	/** Where the element ends that it is the title of. */
	readonly elementEnd?: number;
}

/**
 * Finds the titles of folded parts, which may be those of the stories in them, and the sections of a page that another
 * program has written: `<p><b>Situation:</b> …</p>`.
 *
 * @param text the whole document
 * @param block of HTML in it
 */
export function* htmlLabels(text: string, block: Span, names: SectionNames): Generator<HtmlLabel> {
	if (/<summary\b/iu.test(text.slice(block.start, block.end))) yield* summaries(text, block, names);
	const source = withoutComments(text.slice(block.start, block.end));
	yield* rowTitles(text, block, source, names);
	yield* boldNames(text, block, source, names);
	yield* markedNames(text, block, source, names);
	yield* titledElements(text, block, source, names);
}

/** A heading of HTML. */
export interface HtmlHeading {
	readonly depth: Heading['depth'];
	readonly span: Span;
	readonly name: Span;
	/** Its words, without tags. */
	readonly text: string;
}

/**
 * Finds the headings in a block of HTML.
 *
 * @param text the whole document
 */
export function* htmlHeadings(text: string, block: Span): Generator<HtmlHeading> {
	if (!/<h[1-6]\b/iu.test(text.slice(block.start, block.end))) return;
	for (const { form, start } of htmlPieces(text, block)) {
		const opening =
			form === 'heading' && openingTag.exec(text.slice(Math.max(block.start, start - maxTags), start));
		if (!opening) continue;
		const depth = Number(opening[1]) as Heading['depth'];
		const rest = text.slice(start, block.end);
		const closing = new RegExp(`</h${depth}\\s*>`, 'iu').exec(rest);
		if (!closing) continue;
		const name = trimSpan(text, { start, end: start + closing.index });
		const words = text.slice(name.start, name.end).replaceAll(/<[^<>]*>/gu, '');
		const end = start + closing.index + closing[0].length;
		const begin = start - opening[0].length;
		yield { depth, span: { start: begin, end }, name, text: oneLine(words) };
	}
}

/** The tags before the words of a heading are no longer, in UTF-16 code units. */
const maxTags = 300;
const openingTag = /<h([1-6])(?:\s[^<>]*)?>(?:\s|<[^/<>][^<>]*>)*$/iu;

function* summaries(text: string, block: Span, names: SectionNames): Generator<HtmlLabel> {
	for (const piece of htmlPieces(text, block)) {
		if (
			piece.form !== 'heading' ||
			openingTag.test(text.slice(Math.max(block.start, piece.start - maxTags), piece.start))
		)
			continue;
		const name = trimSpan(text, piece);
		const details = text.slice(block.start, name.start).toLowerCase().lastIndexOf('<details');
		const start = details < 0 ? lineStart(text, name.start) : block.start + details;
		const end = Math.min(lineEnd(text, name.end), block.end);
		const value = { start: end, end };
		// `<summary>Solution</summary>` folds away whatever it is the solution of.
		const named = names.read(text.slice(name.start, name.end).replaceAll(/<[^<>]*>/gu, ''));
		const section = named?.isOwn === true && !named.isLetter ? named : undefined;
		yield { span: { start, end }, name, value, style: 'heading', isAlone: true, section };
	}
}

/** A row of a table that begins with bold words, which may be the title of the story beside them. */
const rowTitle = /<tr\b[^<>]*>\s*<t[dh]\b[^<>]*>\s*<(b|strong)>((?:[^<>]|<br\s*\/?>){1,200})<\/\1>\s*<\/t[dh]>/giu;

function* rowTitles(text: string, block: Span, source: string, names: SectionNames): Generator<HtmlLabel> {
	for (const match of source.matchAll(rowTitle)) {
		const [whole, , inner = ''] = match;
		if (names.read(inner.trim())) continue;
		const start = block.start + match.index;
		const end = start + whole.length;
		const from = start + whole.lastIndexOf(inner);
		const name = trimSpan(text, { start: from, end: from + inner.length });
		yield {
			span: { start, end },
			name,
			value: { start: end, end },
			style: 'heading',
			isAlone: true,
			section: undefined,
		};
	}
}

/** A bold name with a colon at the start of a line, behind nothing but tags. */
const boldName =
	/(?<=^|\n|\r)([ \t]*(?:<(?:p|div|li|section|blockquote)\b[^<>]{0,200}>[ \t]*){0,4})(<(?:b|strong)>)([^<>:：]{1,40})(?:[:：]\s*<\/(?:b|strong)>|<\/(?:b|strong)>\s*[:：])/giu;

/** A bold name of Markdown at the start of a line, as exports of Notion put it into an `<aside>`. */
const markedName =
	/(?<=^|\n|\r)([ \t]*(?:[^\p{L}\p{N}\s<*_]{1,8}[ \t]*)?(\*\*|__))([^*_<>:：\r\n]{1,40})(?:[:：][ \t]*\2|\2[ \t]*[:：]|\2(?=[ \t]*(?:[\r\n]|$)))/gu;

/** A block of HTML in which its comments are no text, with everything else at its place. */
function withoutComments(source: string): string {
	if (!source.includes('<!--')) return source;
	return source.replaceAll(/<!--[\s\S]*?(?:-->|$)/gu, (comment) => comment.replaceAll(/[^\r\n]/gu, '\0'));
}

function* markedNames(text: string, block: Span, source: string, names: SectionNames): Generator<HtmlLabel> {
	for (const match of source.matchAll(markedName)) {
		const [whole, before = '', , inner = ''] = match;
		const section = names.read(inner.trim());
		if (!section) continue;
		const start = block.start + match.index;
		const from = start + before.length;
		const name = trimSpan(text, { start: from, end: from + inner.length });
		const valueStart = start + whole.length;
		const end = Math.min(lineEnd(text, valueStart), block.end);
		const value = trimSpan(text, { start: valueStart, end });
		yield { span: { start, end }, name, value, style: 'emphasis', isAlone: value.start === value.end, section };
	}
}

function* boldNames(text: string, block: Span, source: string, names: SectionNames): Generator<HtmlLabel> {
	for (const match of source.matchAll(boldName)) {
		const [whole, before = '', tag = '', inner = ''] = match;
		const section = names.read(inner.trim());
		if (!section) continue;
		const begins = block.start + match.index;
		const from = begins + before.length + tag.length;
		const name = trimSpan(text, { start: from, end: from + inner.length });
		const valueStart = begins + whole.length;
		const end = Math.min(lineEnd(text, valueStart), block.end);
		const value = trimSpan(text, { start: valueStart, end });
		const isAlone =
			text
				.slice(valueStart, end)
				.replaceAll(/<[^<>]*>/gu, '')
				.trim() === '';
		yield { span: { start: lineStart(text, begins), end }, name, value, style: 'emphasis', isAlone, section };
	}
}
