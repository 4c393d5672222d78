/**
 * The line ending that `text` uses first; `\n` where it has none. A lone `\r`, which no editor of today writes, only
 * where there is no other.
 */
export function lineEndingOf(text: string): '\n' | '\r\n' | '\r' {
	const feed = text.indexOf('\n');
	if (feed < 0) return text.includes('\r') ? '\r' : '\n';
	return text.charCodeAt(feed - 1) === 13 ? '\r\n' : '\n';
}

/** A line ending, as the source of a pattern: CRLF is one and no blank line. */
const lineBreak = String.raw`(?:\r\n|\n|\r(?!\n))`;

/**
 * The end of a line with a blank one below it, as the source of a pattern.
 *
 * @param blanks what the blank line may hold, as in a class of characters
 */
export function blankBelow(blanks: string): string {
	return `${lineBreak}[${blanks}]*${lineBreak}`;
}

/** The offset at which the line that holds `offset` begins, a byte order mark before it left out. */
export function lineStart(text: string, offset: number): number {
	let start = offset;
	while (start > 0 && !isLineBreak(text.charCodeAt(start - 1))) start--;
	return start === 0 && offset > 0 && text.startsWith('\uFEFF') ? 1 : start;
}

/** The offset at which the line that holds `offset` ends, before its line ending. */
export function lineEnd(text: string, offset: number): number {
	let end = offset;
	while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++;
	return end;
}

/** The offset of the line after the one that holds `offset`, or the end of the text. */
export function nextLineStart(text: string, offset: number): number {
	const end = lineEnd(text, offset);
	if (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10) return end + 2;
	return Math.min(end + 1, text.length);
}

function isLineBreak(code: number): boolean {
	return code === 10 || code === 13;
}

/**
 * One character holds a length below this; a longer line takes several, each of this but the last. They take a byte
 * each.
 */
const maxUnit = 0xff;

/**
 * How long each line of a text is, its ending included, as a string: a character for most lines and one byte each,
 * where an array would have twenty times that. `\n`, `\r\n` and a lone `\r` end a line; what follows the last of them
 * counts as one.
 */
export function lineLengthsOf(text: string): string {
	const hasReturns = text.includes('\r');
	let lengths = '';
	for (let start = 0; ;) {
		// Most texts have line feeds alone, which the engine finds faster than a loop does.
		const feed = hasReturns ? lineEnd(text, start) : text.indexOf('\n', start);
		if (feed < 0 || feed === text.length) return lengths + lengthOf(text.length - start);
		const next = nextLineStart(text, feed);
		lengths += lengthOf(next - start);
		start = next;
	}
}

function lengthOf(length: number): string {
	return '\xFF'.repeat(Math.floor(length / maxUnit)) + String.fromCharCode(length % maxUnit);
}

/** Translates offsets into zero-based lines and columns, for reports that name places in closed files. */
export class LineMap {
	readonly #lengths: string;

	/** @param lengths as {@link lineLengthsOf} tells */
	constructor(lengths: string) {
		this.#lengths = lengths;
	}

	static of(text: string): LineMap {
		return new LineMap(lineLengthsOf(text));
	}

	/** The zero-based line and column, in UTF-16 code units, of `offset`. */
	positionAt(offset: number): { readonly line: number; readonly character: number } {
		let [line, start, end] = [0, 0, 0];
		for (let index = 0; index < this.#lengths.length; index++) {
			const length = this.#lengths.charCodeAt(index);
			end += length;
			if (length === maxUnit) continue;
			if (end > offset || index === this.#lengths.length - 1) break;
			start = end;
			line++;
		}
		return { line, character: offset - start };
	}

	/** The zero-based line that holds `offset`, a UTF-16 offset. */
	lineAt(offset: number): number {
		return this.positionAt(offset).line;
	}
}
