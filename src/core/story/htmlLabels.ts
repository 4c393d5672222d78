import type { SectionName, SectionNames } from '../framework/sectionNames.ts';
import { lineEnd, lineStart } from '../text/lines.ts';
import { type Span, trimSpan } from '../text/span.ts';
import { htmlPieces } from './htmlPieces.ts';
import type { LabelStyle } from './labels.ts';

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
}

/**
 * Finds the titles of folded parts, which may be those of the stories in them, and the sections of a page that another
 * program has written: `<p><b>Situation:</b> …</p>`.
 *
 * @param text the whole document
 * @param block of HTML in it
 */
export function* htmlLabels(text: string, block: Span, names: SectionNames): Generator<HtmlLabel> {
	if (/<summary\b/iu.test(text.slice(block.start, block.end))) yield* summaries(text, block);
	yield* boldNames(text, block, names);
}

function* summaries(text: string, block: Span): Generator<HtmlLabel> {
	for (const piece of htmlPieces(text, block)) {
		if (piece.form !== 'heading') continue;
		const name = trimSpan(text, piece);
		const details = text.slice(block.start, name.start).toLowerCase().lastIndexOf('<details');
		const start = details < 0 ? lineStart(text, name.start) : block.start + details;
		const end = Math.min(lineEnd(text, name.end), block.end);
		const value = { start: end, end };
		yield { span: { start, end }, name, value, style: 'heading', isAlone: true, section: undefined };
	}
}

/** A bold name with a colon at the start of a line, behind nothing but tags. */
const boldName =
	/(?<=^|\n|\r)([ \t]*(?:<(?:p|div|li|section|blockquote)\b[^<>]{0,200}>[ \t]*){0,4})(<(?:b|strong)>)([^<>:：]{1,40})(?:[:：]\s*<\/(?:b|strong)>|<\/(?:b|strong)>\s*[:：])/giu;

function* boldNames(text: string, block: Span, names: SectionNames): Generator<HtmlLabel> {
	for (const match of text.slice(block.start, block.end).matchAll(boldName)) {
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
