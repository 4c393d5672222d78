import { decodeString } from 'micromark-util-decode-string';
import type { Span } from '../text/span.ts';
import { oneLine } from '../text/words.ts';
import type { Section } from './model.ts';
import type { Document } from './document.ts';
import { ownPieces } from './openPrompts.ts';
import type { Piece } from './pieces.ts';

/**
 * The text of a section as it is said aloud: no markup, headings, comments, code blocks or open prompts.
 *
 * @param document the one that the section stands in
 * @returns one line a paragraph
 */
export function spokenText(
	document: Pick<Document, 'pieces' | 'text'>,
	section: Pick<Section, 'body' | 'openPrompts'>,
): string {
	return spoken(document.text, ownPieces(document.pieces, section), section.body.start);
}

/** The same of a stretch of a document, open prompts included. */
export function spokenWithin({ pieces, text }: Pick<Document, 'pieces' | 'text'>, span: Span): string {
	return spoken(text, pieces.within(span), span.start);
}

/** @param start where the pieces are looked for from */
function spoken(text: string, pieces: readonly Piece[], start: number): string {
	const paragraphs: string[] = [];
	let block = -1;
	let end = start;
	for (const piece of pieces) {
		if (piece.form !== 'text' && piece.form !== 'code') continue;
		const source = text.slice(piece.start, piece.end);
		const said = piece.form === 'code' ? withoutCodeMarks(source) : decodeString(source);
		const between = text.slice(end, piece.start);
		if (piece.block === block)
			paragraphs.push(`${paragraphs.pop() ?? ''}${breaksLine.test(between) ? ' ' : ''}${said}`);
		else if (block >= 0 && betweenCells.test(between))
			paragraphs.push(`${(paragraphs.pop() ?? '').trimEnd()}, ${said}`);
		else paragraphs.push(said);
		({ block, end } = piece);
	}
	return paragraphs.map(withoutBreaks).filter(Boolean).join('\n');
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

function withoutBreaks(paragraph: string): string {
	const line = /[\r\n]/u.test(paragraph) ? paragraph.replace(quoteMarks, ' ') : paragraph;
	return (/[^\S ]| {2}/u.test(line) ? oneLine(line) : line).trim();
}
