import type { Span } from '../text/span.ts';
import { type FrontMatter, readFrontMatter } from './frontMatter.ts';
import { labelAt, type Marker, tableDelimiterRow } from './markers.ts';
import type { Outline } from './outline.ts';
import { contentAt } from './sections.ts';
import type { SectionNames } from './sectionNames.ts';

/**
 * What may make lines mean something else than they show, wherever it stands: definitions of references, tabs, line
 * breaks and spaces of other kinds, character references, comments, links and pictures that may have no words of their own.
 */
const elsewhere = /\]:|[\0\t\v\f\u0085\u2028\u2029\uFEFF]|\r(?!\n)|&#?\w+;|<[!?]|[^\p{L}\p{N}]\]\(/u;

/** A line that begins with spaces and means something by what follows. */
const indented = /^ +(?:#{1,6}(?: |$)|\*\*|__|[<>]|`{3}|~{3}|[-=]+ *$)/u;

const bullet = /^( *)(?:[-*+]|\d{1,9}[.)])( +)(.*)$/u;

/** What may not begin an item of a list, if its lines are to be told apart one by one. */
const unclearItem = /^(?:#{1,6}(?: |$)|[<>=]|`{3}|~{3}|(?:[-*+]|\d{1,9}[.)])(?: |$)|[-*_ ]+$)/u;

/** What may not begin a line of a quotation. */
const unclearQuote = /^>\s*(?:#|[<>]|\*\*|__|`{3}|~{3}|[-=]+ *$)/u;

const rule = /^(?:-( *-){2,}|\*( *\*){2,}|_( *_){2,}) *$/u;

const underline = /^(?:-+|=+) *$/u;

/** A heading whose words are those that it shows. */
const plainHeading = /^(#{1,6}) +([^\s*_`[<\\](?:[^*_`[<\\]*[^\s#*_`[<\\])?)$/u;

const fence = /^(`{3,}(?=[^`]*$)|~{3,})/u;

/** Bold words at the start of a line that are bold whatever follows, with the colon in them. */
const bold = /^(\*\*|__)([\p{L}\p{N}](?:[^*_`<>[\]\\&!~:：]*[\p{L}\p{N})%])?)(:|：)?\1(?=[ :]|$)/u;

/** Marks that could reach from an earlier line of a paragraph over a label. */
const reaching = /[*_`<[\\]/u;

const word = /[\p{L}\p{N}]/u;

/**
 * Reads the outline of a document from its lines, many times as fast as a parser makes a tree of it. It says what
 * {@link findMarkers} and the tree's content say, or nothing: lines that a parser would have to look at more closely,
 * headings in lists and quotations among them, make it give up.
 * @param text the whole document
 * @param names what counts as the name of a section
 * @param read reads the front matter
 * @returns undefined where it can't be sure
 */
export function scanOutline(text: string, names: SectionNames, read = readFrontMatter): Outline | undefined {
	if (elsewhere.test(text) || text.startsWith('+++')) return undefined;
	let frontMatter: FrontMatter | undefined;
	if (text.startsWith('---')) {
		const span = fencedAtStart(text);
		if (!span) return undefined;
		frontMatter = read(text, span, 'yaml');
	}
	const lines = new LineScan(text, names);
	return lines.read(frontMatter ? nextLine(text, frontMatter.span.end) : 0) ? { frontMatter, markers: lines.markers, content: contentAt(lines.places), cuts: lines.cuts } : undefined;
}

/** The block between two bare fences, of which the first is the first line. */
function fencedAtStart(text: string): Span | undefined {
	if (!/^---\r?\n/u.test(text)) return undefined;
	const closing = /\n---[^\S\n]*(?=\n|$)/gu;
	closing.lastIndex = 3;
	const found = closing.exec(text);
	return found && /^\n---\r?$/u.test(found[0]) ? { start: 0, end: found.index + 4 } : undefined;
}

function nextLine(text: string, from: number): number {
	const end = text.indexOf('\n', from);
	return end < 0 ? text.length : end + 1;
}

/** Reads a document line by line. */
class LineScan {
	readonly markers: Marker[] = [];
	/** Where there is something to read, in order. */
	readonly places: { readonly span: Span }[] = [];
	/** Headings, code and what follows it, and paragraphs that nothing above goes on with. */
	readonly cuts: number[] = [];
	readonly #text: string;
	readonly #names: SectionNames;
	/** How far the lines that no blank line has ended yet were looked at for marks that reach over what follows. */
	#looked = 0;
	#isReached = false;
	/** Whether a line of them is the first. */
	#isFirst = true;
	#isList = false;
	#hasLabel = false;
	#hasTable = false;
	/** Whether the last line that is not blank begins as code does: a number below it begins no list to the parser. */
	#wasFarIn = false;

	constructor(text: string, names: SectionNames) {
		this.#text = text;
		this.#names = names;
	}

	/** @returns whether every line was clear */
	read(from: number): boolean {
		const text = this.#text;
		this.cuts.push(from);
		for (let start = from; start < text.length; ) {
			const feed = text.indexOf('\n', start);
			const next = feed < 0 ? text.length : feed + 1;
			const end = feed < 0 ? text.length : text.charCodeAt(feed - 1) === 13 ? feed - 1 : feed;
			const first = text.charCodeAt(start);
			// Most lines are blank or begin with a letter.
			if (start === end) this.#endBlock();
			else if (isLetter(first)) this.#textLine(start, end);
			else {
				const line = text.slice(start, end);
				const marks = fence.exec(line)?.[1];
				if (marks !== undefined) {
					start = this.#skipCode(marks, start, next);
					continue;
				}
				if (!this.#take(line, start, end)) return false;
				if (line.trim() !== '') this.#wasFarIn = line.startsWith('    ');
			}
			start = next;
		}
		return true;
	}

	#take(line: string, start: number, end: number): boolean {
		if (line.trim() === '') {
			this.#endBlock();
			return /^ *$/u.test(line);
		}
		if (indented.test(line)) return false;
		if (line.startsWith('#')) {
			if (!/^#{1,6}(?: |$)/u.test(line)) return this.#plainLine(line, start, end);
			return this.#heading(line, start, end);
		}
		if (rule.test(line)) {
			const isClear = this.#isFirst;
			this.#endBlock();
			return isClear;
		}
		if (underline.test(line) || line.startsWith('<')) return false;
		const item = bullet.exec(line);
		if (item) return this.#item(item, start, end);
		if (/^ *(?:[-*+]|\d{1,9}[.)])$/u.test(line)) return false;
		if (line.startsWith('>')) return !unclearQuote.test(line) && !unclearItem.test(line.replace(/^> */u, '')) && this.#plainLine(line, start, end);
		if (line.startsWith('**') || line.startsWith('__')) return this.#boldLine(line, start, start, end);
		return this.#plainLine(line, start, end);
	}

	#heading(line: string, start: number, end: number): boolean {
		const [, marks = '', words = ''] = plainHeading.exec(line) ?? [];
		if (marks === '') return false;
		this.#endBlock();
		this.cuts.push(start);
		const name = { start: end - words.length, end };
		this.markers.push({ form: 'heading', depth: marks.length, span: { start, end }, name, text: words, kind: this.#names.find(words) });
		return true;
	}

	#item([, indent = '', gap = '', content = '']: readonly string[], start: number, end: number): boolean {
		if (unclearItem.test(content)) return false;
		const isBold = content.startsWith('**') || content.startsWith('__');
		if (!isBold) return this.#plainLine(content, start, end, true);
		// A number may also go on with a sentence, and a line far in may be code.
		if (indent.length > 3 || gap.length > 4 || this.#wasFarIn || !(this.#isFirst || this.#isList)) return false;
		return this.#boldLine(content, end - content.length, start, end, true);
	}

	/** @param at where the bold words begin; @param start of the line */
	#boldLine(line: string, at: number, start: number, end: number, isItem = false): boolean {
		const text = this.#text;
		const [marked] = bold.exec(line) ?? [];
		if (marked === undefined) return false;
		const label = labelAt(text, { start: at, end: at + marked.length }, end, this.#names);
		if (label) {
			if (this.#hasTable || this.#reaches(start)) return false;
			this.markers.push(label);
			this.#hasLabel = true;
		}
		this.#begin(start, isItem);
		this.places.push({ span: { start, end: at + marked.length } });
		if (word.test(line.slice(marked.length))) this.places.push({ span: { start: at + marked.length, end } });
		else if (line.slice(marked.length).includes('`')) return false;
		return true;
	}

	/** Whether something in the lines above, of the same paragraph, could reach over what begins at `start`. */
	#reaches(start: number): boolean {
		if (this.#isFirst) return false;
		const lines = this.#text.slice(this.#looked, start).split('\n');
		this.#looked = start;
		return (this.#isReached ||= lines.some((line) => reaching.test(line.replace(/^ *[-*+] +/u, '').replace(bold, ''))));
	}

	#plainLine(line: string, start: number, end: number, isItem = false): boolean {
		this.#begin(start, isItem);
		if (/^[ >|:-]/u.test(line) && tableDelimiterRow.test(line)) {
			this.#hasTable = true;
			if (this.#hasLabel) return false;
		}
		if (word.test(line)) this.places.push({ span: { start, end } });
		else if (line.includes('`') || line.startsWith('    ')) return false;
		return true;
	}

	#textLine(start: number, end: number): void {
		this.#wasFarIn = false;
		if (this.#isFirst) this.cuts.push(start);
		this.#begin(start, false);
		this.places.push({ span: { start, end } });
	}

	#begin(start: number, isItem: boolean): void {
		if (this.#isFirst) {
			this.#looked = start;
			this.#isReached = false;
			this.#isList = isItem;
		} else if (!isItem) this.#isList = false;
		this.#isFirst = false;
	}

	#endBlock(): void {
		this.#isFirst = true;
		this.#hasLabel = false;
		this.#hasTable = false;
	}

	/** @returns where the line after the code begins */
	#skipCode(marks: string, start: number, from: number): number {
		this.#wasFarIn = false;
		this.#endBlock();
		this.cuts.push(start);
		const text = this.#text;
		let next = from;
		for (let at = from; at < text.length; at = next) {
			next = nextLine(text, at);
			const closing = /^ {0,3}(`+|~+)[ \r\n]*$/u.exec(text.slice(at, next))?.[1];
			if (closing?.startsWith(marks)) break;
		}
		this.places.push({ span: { start, end: next } });
		this.cuts.push(next);
		return next;
	}
}

function isLetter(code: number): boolean {
	return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
