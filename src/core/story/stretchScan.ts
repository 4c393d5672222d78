import type { Span } from '../text/span.ts';
import { type ParagraphLine, scanInline } from './inlineScan.ts';
import type { Piece } from './pieces.ts';

/** Begins what is no paragraph, no quotation and no item of a list, or ends one. */
const special = /^(?: *(?:`{3}|~{3}|<)| +(?:>|\*( *\*){2,} *$|-( *-){2,} *$|_( *_){2,} *$))/u;

const rule = /^(?:\*( *\*){2,}|-( *-){2,}|_( *_){2,}) *$/u;

/** A line of a quotation that holds nothing, or words that begin no block. */
const quotation = /^>(?: (?=[^ ]))?/u;

const item = /^( *)([-*+]|(\d{1,9})[.)])( +)(?=[^ ])/u;

const unclearQuoted = /^(?:>|#{1,6}(?: |$)|[-*+](?: |$)|\d{1,9}[.)](?: |$)|`{3}|~{3}|<|=+ *$|-+ *$|(?:[-*_] *){3,}$|[|:-][ |:-]*$)|^ +[^ ]|\|/u;

const emptyItem = /^ *(?:[-*+]|\d{1,9}[.)]) *$/u;

const fence = /^(?:`{3}|~{3})/u;

/** Code with both its fences, and the end of its last line. */
const fencedCode = /^((?:(`{3,})(?!`)[^]*\n {0,3}\2`*|(~{3,})(?!~)[^]*\n {0,3}\3~*) *)\r?\n?$/u;

const heading = /^#{1,6}(?= |$)/u;

/** Lines this far in may be code. */
const farIn = 4;

/** An item of a list that may go on. */
interface OpenItem {
	/** How far in its mark and its text begin, in spaces and marks. */
	readonly mark: number;
	readonly content: number;
	readonly kind: string;
}

/**
 * Reads the pieces of a stretch of a document from its lines: headings, paragraphs, quotations and lists of paragraphs, and code. It
 * says what
 * the parser says, or nothing.
 * @param stretch from a cut of an outline that was told by lines to the next one
 * @returns undefined where it can't be sure
 */
export function scanStretch(text: string, stretch: Span): readonly Piece[] | undefined {
	if (fence.test(text.slice(stretch.start, stretch.start + 3))) return scanCode(text, stretch);
	const scan = new StretchScan(text);
	for (let start = stretch.start; start < stretch.end; ) {
		const feed = text.indexOf('\n', start);
		const next = feed < 0 || feed >= stretch.end ? stretch.end : feed + 1;
		const end = next === start || text.charCodeAt(next - 1) !== 10 ? next : text.charCodeAt(next - 2) === 13 ? next - 2 : next - 1;
		if (!scan.take(start, end)) return undefined;
		start = next;
	}
	return scan.endParagraph() ? scan.pieces : undefined;
}

/** A stretch that begins with a fence holds nothing but its code. */
function scanCode(text: string, { start, end }: Span): readonly Piece[] | undefined {
	const [, code = ''] = fencedCode.exec(text.slice(start, end)) ?? [];
	return code === '' ? undefined : [{ start, end: start + code.length, form: 'opaque', block: start, quotes: 0 }];
}

class StretchScan {
	readonly pieces: Piece[] = [];
	readonly #text: string;
	/** The lines of the paragraph that is open. */
	#lines: ParagraphLine[] = [];
	/** How many quotations it stands in. */
	#quotes = 0;
	/** The items that are open, outermost first. */
	#items: readonly OpenItem[] = [];

	constructor(text: string) {
		this.#text = text;
	}

	/** @returns whether the line was clear */
	take(start: number, end: number): boolean {
		const line = this.#text.slice(start, end);
		const indent = line.search(/[^ ]/u);
		if (indent < 0) return this.endParagraph();
		if (indent >= farIn || special.test(line) || emptyItem.test(line)) return false;
		if (heading.test(line)) {
			if (!this.#endLists()) return false;
			this.pieces.push({ start, end, form: 'heading', block: start, quotes: 0 });
			return true;
		}
		if (rule.test(line)) return this.#endLists();
		if (line.startsWith('>')) return this.#quotation(line, start, end);
		const found = item.exec(line);
		if (found) return this.#beginItem(found, start, end);
		if (this.#lines.length === 0) this.#items = this.#items.filter(({ content }) => content <= indent);
		this.#addLine(start + indent, end);
		return true;
	}

	#endLists(): boolean {
		this.#items = [];
		return this.endParagraph();
	}

	#quotation(line: string, start: number, end: number): boolean {
		const mark = quotation.exec(line)?.[0].length ?? 0;
		const content = line.slice(mark);
		if (unclearQuoted.test(content)) return false;
		if (this.#quotes === 0 && !this.endParagraph()) return false;
		this.#items = [];
		if (content === '') return this.endParagraph();
		if (content.trim() === '') return false;
		this.#quotes = 1;
		this.#addLine(start + mark, end);
		return true;
	}

	#beginItem([whole, spaces = '', marks = '', number, gap = '']: RegExpExecArray, start: number, end: number): boolean {
		if (gap.length > farIn) return false;
		const mark = spaces.length;
		const kind = marks.slice(-1);
		const sibling = this.#items.find((other) => other.mark === mark);
		// Within a paragraph a number begins a list only where it is one.
		if (sibling?.kind !== kind && this.#lines.length > 0 && number !== undefined && number !== '1') return false;
		if (!this.endParagraph()) return false;
		this.#items = [...this.#items.filter((other) => other.mark < mark), { mark, content: whole.length, kind }];
		this.#addLine(start + whole.length, end);
		return true;
	}

	#addLine(start: number, end: number): void {
		let trimmed = end;
		while (this.#text.charCodeAt(trimmed - 1) === 32) trimmed--;
		this.#lines.push({ start, end: trimmed, isSpaced: end - trimmed > 1 });
	}

	/** @returns whether the paragraph was clear */
	endParagraph(): boolean {
		if (this.#lines.length === 0) return true;
		const pieces = scanInline(this.#text, this.#lines, this.#quotes);
		this.#lines = [];
		this.#quotes = 0;
		if (pieces) for (const piece of pieces) this.pieces.push(piece);
		return pieces !== undefined;
	}
}
