/** The line ending that `text` uses first; `\n` where it has none. */
export function lineEndingOf(text: string): '\n' | '\r\n' {
	const feed = text.indexOf('\n');
	return feed > 0 && text.charCodeAt(feed - 1) === 13 ? '\r\n' : '\n';
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

/** The offsets at which the lines of a text begin; `\n`, `\r\n` and a lone `\r` end a line. */
export function lineStartsOf(text: string): readonly number[] {
	const starts = [0];
	for (let offset = 0; lineEnd(text, offset) < text.length; ) {
		offset = nextLineStart(text, offset);
		starts.push(offset);
	}
	return starts;
}

/** Translates offsets into zero-based lines and columns, for reports that name places in closed files. */
export class LineMap {
	readonly #starts: Uint32Array;

	/** @param lines the document's text, or where its lines begin as {@link lineStartsOf} tells */
	constructor(lines: string | readonly number[]) {
		this.#starts = Uint32Array.from(typeof lines === 'string' ? lineStartsOf(lines) : lines);
	}

	/** The zero-based line and column, in UTF-16 code units, of `offset`. */
	positionAt(offset: number): { readonly line: number; readonly character: number } {
		const line = this.lineAt(offset);
		return { line, character: offset - (this.#starts[line] ?? 0) };
	}

	/** The zero-based line that holds `offset`, a UTF-16 offset. */
	lineAt(offset: number): number {
		let low = 0;
		let high = this.#starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.#starts[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return low;
	}
}
