import { decodeString } from 'micromark-util-decode-string';
import type { Section } from './model.ts';
import type { Document } from './document.ts';
import { ownPieces } from './openPrompts.ts';

/**
 * The text of a section as it is said aloud: no markup, headings, comments, code blocks or open prompts.
 *
 * @param document the one that the section stands in
 * @returns one line a paragraph
 */
export function spokenText(
	{ pieces, text }: Pick<Document, 'pieces' | 'text'>,
	section: Pick<Section, 'body' | 'openPrompts'>,
): string {
	const paragraphs: string[] = [];
	let block = -1;
	let end = section.body.start;
	for (const piece of ownPieces(pieces, section)) {
		if (piece.form !== 'text' && piece.form !== 'code') continue;
		const source = text.slice(piece.start, piece.end);
		const spoken = piece.form === 'code' ? withoutCodeMarks(source) : decodeString(source);
		const between = text.slice(end, piece.start);
		if (piece.block === block)
			paragraphs.push(`${paragraphs.pop() ?? ''}${breaksLine.test(between) ? ' ' : ''}${spoken}`);
		else if (block >= 0 && betweenCells.test(between))
			paragraphs.push(`${(paragraphs.pop() ?? '').trimEnd()}, ${spoken}`);
		else paragraphs.push(spoken);
		({ block, end } = piece);
	}
	return paragraphs.map(onOneLine).filter(Boolean).join('\n');
}

/** What stands between two words that are parted by a line break or a tag that makes one. */
const breaksLine = /[\r\n]|<br\s*\/?>/iu;

/** What stands between the texts of two cells of one row. */
const betweenCells = /^[^\r\n|]*\|[^\r\n]*$/u;

function withoutCodeMarks(code: string): string {
	return code.replace(/^`+ ?| ?`+$/gu, '');
}

/** The marks of a block quote at the beginning of its further lines, which a text node spans. */
const quoteMarks = /[\r\n][ \t]*>[> \t]*/gu;

function onOneLine(paragraph: string): string {
	const line = /[\r\n]/u.test(paragraph) ? paragraph.replace(quoteMarks, ' ') : paragraph;
	return (/[^\S ]| {2}/u.test(line) ? line.replace(/\s+/gu, ' ') : line).trim();
}
