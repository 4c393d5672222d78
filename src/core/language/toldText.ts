import type { Section } from '../story/model.ts';
import type { ParsedDocument } from '../story/parse.ts';

/**
 * The words of a section as they are told: no markup, headings, comments or code blocks, one line a paragraph.
 * @param document the one that the section stands in
 */
export function toldText({ pieces, text }: Pick<ParsedDocument, 'pieces' | 'text'>, section: Section): string {
	const paragraphs: string[] = [];
	let block = -1;
	let end = section.body.start;
	for (const piece of pieces.within(section.body)) {
		if (piece.form !== 'text' && piece.form !== 'code') continue;
		const source = text.slice(piece.start, piece.end);
		const told = piece.form === 'code' ? source.replace(/^`+ ?| ?`+$/gu, '') : source.includes('\\') ? source.replace(escaped, '$1') : source;
		// A tag within a line, such as `<metric>`, counts as a block and ends none.
		if (piece.block === block || (paragraphs.length > 0 && !text.slice(end, piece.start).includes('\n'))) paragraphs[paragraphs.length - 1] += told;
		else paragraphs.push(told);
		({ block, end } = piece);
	}
	return paragraphs.map(onOneLine).filter(Boolean).join('\n');
}

function onOneLine(paragraph: string): string {
	const line = paragraph.includes('\n') ? paragraph.replace(quoteMarks, ' ') : paragraph;
	return (/[^\S ]| {2}/u.test(line) ? line.replace(/\s+/gu, ' ') : line).trim();
}

/** A backslash before a mark of ASCII punctuation is Markdown's, not the author's. */
const escaped = /\\([!-/:-@[-`{-~])/gu;

/** The marks of a block quote at the beginning of its further lines, which a text node spans. */
const quoteMarks = /\r?\n[ \t]*>[> \t]*/gu;
