import type { Section } from './model.ts';
import type { Document } from './document.ts';

/**
 * The text of a section as it is said aloud: no markup, headings, comments or code blocks.
 *
 * @param document the one that the section stands in
 * @returns one line a paragraph
 */
export function spokenText({ pieces, text }: Pick<Document, 'pieces' | 'text'>, section: Section): string {
	const paragraphs: string[] = [];
	let block = -1;
	let end = section.body.start;
	for (const piece of pieces.within(section.body)) {
		if (piece.form !== 'text' && piece.form !== 'code') continue;
		const source = text.slice(piece.start, piece.end);
		const spoken = piece.form === 'code' ? withoutCodeMarks(source) : withoutEscapes(source);
		// A tag within a line, such as `<metric>`, counts as a block and ends none.
		if (piece.block === block || (paragraphs.length > 0 && !text.slice(end, piece.start).includes('\n')))
			paragraphs[paragraphs.length - 1] += spoken;
		else paragraphs.push(spoken);
		({ block, end } = piece);
	}
	return paragraphs.map(onOneLine).filter(Boolean).join('\n');
}

function withoutCodeMarks(code: string): string {
	return code.replace(/^`+ ?| ?`+$/gu, '');
}

/** A backslash before a mark of ASCII punctuation is Markdown's, not the author's. */
const escaped = /\\([!-/:-@[-`{-~])/gu;

function withoutEscapes(source: string): string {
	return source.includes('\\') ? source.replace(escaped, '$1') : source;
}

/** The marks of a block quote at the beginning of its further lines, which a text node spans. */
const quoteMarks = /\r?\n[ \t]*>[> \t]*/gu;

function onOneLine(paragraph: string): string {
	const line = paragraph.includes('\n') ? paragraph.replace(quoteMarks, ' ') : paragraph;
	return (/[^\S ]| {2}/u.test(line) ? line.replace(/\s+/gu, ' ') : line).trim();
}
