import type { Span } from '../text/span.ts';
import type { Piece } from './pieces.ts';

/** A line of a paragraph without what stands before and after its words. */
export interface ParagraphLine extends Span {
	/** Whether at least two spaces follow it. */
	readonly isSpaced: boolean;
}

/** What may give characters of a paragraph a meaning. */
const meaning = /[*_`\\]|\]\(|<[a-z/!?]/iu;

/** What is left of it where code, links, pictures and tags are plain. */
const unclear = /\]\(|<[a-z/!?]/iu;

/** A link or a picture with plain words, an address and perhaps a title. */
const link = /!?\[([^[\]*_`<\\\r\n]+)\]\([^\s()<>\\]+(?: +"[^"\\\r\n]*")?\)/gu;

/** An address between angle brackets. */
const autolink = /<https?:\/\/[^\s<>]+>/gu;

/** A tag of nothing but its name. */
const tag = /<\/?[a-z][a-z0-9-]*>/giu;

/** What no text runs over: a mark of bold words or of a link, a line break, or a whole that is a piece by itself. */
interface Cut extends Span {
	readonly form?: 'code' | 'opaque' | 'tag';
}

/**
 * Reads what stands in a paragraph from its characters, where they are clear: bold and slanted words, code, links,
 * pictures and tags, none within another one. It says what the parser says, or nothing.
 * @param lines of the paragraph, none of which begins a block; the document has no definitions and no character references
 * @param quotes how many block quotes it stands in
 * @returns undefined where it can't be sure
 */
export function scanInline(text: string, lines: readonly ParagraphLine[], quotes: number): readonly Piece[] | undefined {
	const start = lines[0]?.start ?? 0;
	const end = lines.at(-1)?.end ?? 0;
	const source = text.slice(start, end);
	const cuts: Cut[] = [];
	if (meaning.test(source) && !addCuts(source, start, cuts)) return undefined;
	const marks = cuts.toSorted(byStart);
	const all = [...marks, ...lineBreaks(lines, marks)];
	return all.length === 0 ? [{ start, end, form: 'text', block: start, quotes }] : between(text, { start, end }, all.toSorted(byStart), quotes);
}

/**
 * @param source of a paragraph that begins at `base`
 * @param cuts to which those of its marks are added
 * @returns whether all marks are clear
 */
function addCuts(source: string, base: number, cuts: Cut[]): boolean {
	const isEscaped = source.includes('\\');
	if (isEscaped && /[*_`<]|\]\(|\\\r?\n/u.test(source)) return false;
	if (source.includes('``')) return false;
	const add = (start: number, end: number, form?: Cut['form']) => void cuts.push({ start: base + start, end: base + end, ...(form && { form }) });
	// What is in code means nothing, and neither does the address of a link; what is beside them stands beside a mark.
	let bare = source.replaceAll(/`[^`]*`/gu, (code, at: number) => {
		add(at, at + code.length, 'code');
		return `\`${blank(code.length - 2)}\``;
	});
	if (cuts.length * 2 !== count(source, '`')) return false;
	bare = bare.replaceAll(link, (whole, words: string, at: number) => {
		const end = at + whole.length;
		if (whole.startsWith('!')) add(at, end, 'opaque');
		else {
			add(at, at + 1);
			add(at + 1 + words.length, end);
		}
		const told = whole.indexOf('](') + 1;
		return `${whole.slice(0, told)}${blank(whole.length - told - 1)})`;
	});
	bare = bare.replaceAll(autolink, (whole, at: number) => {
		add(at, at + 1);
		add(at + whole.length - 1, at + whole.length);
		return `<${blank(whole.length - 2)}>`;
	});
	bare = bare.replaceAll(tag, (whole, at: number) => {
		add(at, at + whole.length, 'tag');
		return `<${blank(whole.length - 2)}>`;
	});
	return !unclear.test(bare) && addEmphasis(bare, base, cuts);
}

function blank(length: number): string {
	return ' '.repeat(length);
}

function count(text: string, character: string): number {
	return text.split(character).length - 1;
}

function byStart(one: Cut, other: Cut): number {
	return one.start - other.start;
}

/** Where two spaces or more end a line. @param cuts in order; one that goes on in the next line holds no break */
function lineBreaks(lines: readonly ParagraphLine[], cuts: readonly Cut[]): readonly Cut[] {
	const breaks: Cut[] = [];
	let cut = 0;
	for (const [index, line] of lines.entries()) {
		const next = lines[index + 1];
		while ((cuts[cut]?.end ?? Infinity) <= line.end) cut++;
		if (line.isSpaced && next && !((cuts[cut]?.start ?? Infinity) < line.end)) breaks.push({ start: line.end, end: next.start });
	}
	return breaks;
}

const space = 1;
const punctuation = 2;

/** @returns whether bold and slanted words are clear: each mark opens or closes one, and none holds another */
function addEmphasis(source: string, base: number, cuts: Cut[]): boolean {
	let open = '';
	for (const { 0: marks, index } of source.matchAll(/\*+|_+/gu)) {
		const [before, after] = [classOf(source.charAt(index - 1)), classOf(source.charAt(index + marks.length))];
		const follows = after === 0 || (after === punctuation && before !== 0);
		const precedes = before === 0 || (before === punctuation && after !== 0);
		const isSlant = marks.startsWith('_');
		const opens = follows && (!isSlant || before !== 0 || !precedes);
		const closes = precedes && (!isSlant || after !== 0 || !follows);
		if (!opens && !closes) continue;
		if (opens === closes || (opens ? open !== '' : open !== marks)) return false;
		open = opens ? marks : '';
		cuts.push({ start: base + index, end: base + index + marks.length });
	}
	return open === '';
}

/** As CommonMark tells characters apart beside the marks of emphasis; 0 for letters and all others. */
function classOf(character: string): 0 | typeof space | typeof punctuation {
	if (character === '' || /\s/u.test(character)) return space;
	return /[\p{P}\p{S}]/u.test(character) ? punctuation : 0;
}

/** @param cuts in order */
function between(text: string, paragraph: Span, cuts: readonly Cut[], quotes: number): readonly Piece[] {
	const pieces: Piece[] = [];
	let from = paragraph.start;
	let block = from;
	const add = (start: number, end: number, form: Piece['form']) => {
		if (start < end) pieces.push({ start, end, form, block, quotes });
	};
	for (const cut of [...cuts, { start: paragraph.end, end: paragraph.end, form: undefined }]) {
		const source = text.slice(from, cut.start);
		// Spaces around the end of a line are nobody's, and neither is the mark of a quotation.
		const leading = /^ *(?=\r?\n)/u.exec(source)?.[0].length ?? 0;
		const trailing = /(?<=\n)>? *$/u.exec(source)?.[0].length ?? 0;
		add(from + leading, cut.start - trailing, 'text');
		// A tag within a line counts as a block and ends none.
		if (cut.form === 'tag') block = cut.start;
		if (cut.form) add(cut.start, cut.end, cut.form);
		from = cut.end;
	}
	return pieces;
}
