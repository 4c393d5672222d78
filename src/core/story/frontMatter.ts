import { applyEdits } from '../text/edit.ts';
import { lineEnd, nextLineStart } from '../text/lines.ts';
import type { Fix } from '../text/problem.ts';
import type { Located, Span } from '../text/span.ts';
import { readYaml, type YamlBlock } from '../text/yaml/readYaml.ts';
import { TooDeep } from '../text/yaml/nesting.ts';
import type { YamlEntry, YamlValue } from '../text/yaml/yamlValue.ts';
import { type FieldValue, fieldNamed } from './fields.ts';
import {
	findFrontMatterSlip,
	isYaml,
	type FrontMatterSlip,
	findTightColons,
	mentionsStoryFields,
} from './frontMatterSlip.ts';

/** Where the front matter of a document stands. */
export interface FrontMatterPlace {
	readonly format: 'yaml' | 'toml';
	/** From the opening fence to the end of the closing one; the opening one alone where nothing closes it. */
	readonly span: Span;
	/** What stands between the fences, the last line ending included; all that follows where nothing closes them. */
	readonly content: Span;
	/** Whether there is a closing fence, without which Markdown sees no front matter. */
	readonly isClosed: boolean;
}

const openingFence = /^(\uFEFF*)(---|\+\+\+)[ \t]*(?:\r\n|\r|\n|$)/u;

/**
 * Finds the fences of front matter as `remark-frontmatter` sees them: the opening one is the first line, a byte order
 * mark before it aside. Between two rules of a text stands none.
 *
 * @param text the whole document, or its beginning down to the closing fence
 */
export function findFrontMatter(text: string): FrontMatterPlace | undefined {
	const [opening, mark = '', fence] = openingFence.exec(text) ?? [];
	if (opening === undefined) return undefined;
	const format = fence === '---' ? 'yaml' : 'toml';
	const closingFence =
		format === 'yaml' ? /(?<=[\r\n])---[ \t]*(?=[\r\n]|$)/gu : /(?<=[\r\n])\+\+\+[ \t]*(?=[\r\n]|$)/gu;
	closingFence.lastIndex = opening.length;
	const closing = closingFence.exec(text);
	const [start, contentStart] = [mark.length, opening.length];
	if (!closing)
		return {
			format,
			span: { start, end: start + 3 },
			content: { start: contentStart, end: text.length },
			isClosed: false,
		};
	const span = { start, end: closing.index + closing[0].length };
	const content = { start: contentStart, end: closing.index };
	if (format === 'yaml' && isMarkdown(text.slice(content.start, content.end))) return undefined;
	return { format, span, content, isClosed: true };
}

const fieldLine = /^(?:["']?[\p{L}\p{N}_][\p{L}\p{N}_ .-]*["']?[ \t]*:(?:\s|$)|[{?&!%])/mu;
/** A heading below a blank line, or a label in bold: in YAML they are a comment, or nothing that can be read. */
const markdownLine = /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)#{1,6}[ \t]|^[ \t>]*(?:[-*+][ \t]+)?\*\*[^*\r\n]+\*\*/mu;

/** Whether what stands between two lines of dashes is a text between two rules, and holds no field. */
function isMarkdown(content: string): boolean {
	return markdownLine.test(`\n${content}`) && !fieldLine.test(content);
}

/**
 * The lines of front matter around a caret, while it is being written: to the closing fence, or to the first blank line
 * where that is still missing.
 *
 * @param text the whole document
 * @param offset of the caret
 * @returns undefined where the caret stands elsewhere
 */
export function frontMatterAround(text: string, offset: number): Span | undefined {
	const place = findFrontMatter(text);
	if (place?.format !== 'yaml' || offset < place.content.start) return undefined;
	const { start, end } = place.content;
	let blank: number | undefined;
	for (let line = start; line < end; line = nextLineStart(text, line)) {
		const written = text.slice(line, lineEnd(text, line));
		if (written.trim() === '') blank ??= line;
		// Markdown has begun: the fence further down is a rule.
		else if (blank !== undefined && /^#{1,6}[ \t]/u.test(written))
			return offset <= blank ? { start, end: blank } : undefined;
	}
	if (place.isClosed) return offset < end ? { start, end } : undefined;
	const last = blank ?? end;
	return offset <= last ? { start, end: last } : undefined;
}

/** The block between the fences at the start of a document, read but never written back. */
export interface FrontMatter {
	readonly format: 'yaml' | 'toml';
	/** From the opening fence to the end of the closing one. */
	readonly span: Span;
	/** What stands between the fences, the last line ending included. */
	readonly content: Span;
	/** Whether the block could be read as it was meant; else its entries are a guess. */
	readonly intact: boolean;
	/** Whether it is no front matter at all as it stands: in the wrong place, between other fences, TOML, or text. */
	readonly isNone: boolean;
	readonly entries: readonly FrontMatterEntry[];
	readonly errors: readonly FrontMatterFault[];
	/** Absent where nothing could be read. */
	readonly yaml?: YamlBlock;
}

/** Something in front matter that can't be read as it was meant. */
export interface FrontMatterFault {
	readonly message: string;
	readonly span: Span;
	/** Whether tabs stand there where YAML wants spaces. */
	readonly tab?: boolean;
	readonly fix?: Fix;
	/** A field that is set a second time, after the place where it is first. */
	readonly twice?: SetTwice;
}

/** A field that two keys set; what the second one says does not count, unless it takes a list. */
export interface SetTwice {
	readonly first: FrontMatterEntry;
	readonly second: FrontMatterEntry;
}

export interface FrontMatterEntry {
	readonly key: Located<string>;
	readonly value: FieldValue;
	/** Where the parts of the field stand. */
	readonly written: YamlEntry;
}

/**
 * Reads the front matter of a document.
 *
 * @param text the whole document
 * @param place of the front matter in it, for a caller that has looked already
 * @returns undefined where there is none, nor a fence that was meant to begin some
 */
export function readFrontMatter(text: string, place = findFrontMatter(text)): FrontMatter | undefined {
	if (!place?.isClosed) return slipped(findFrontMatterSlip(text));
	const { format, span, content } = place;
	const unreadable = (message: string, at: Span, isNone: boolean): FrontMatter => {
		return { format, span, content, intact: false, isNone, entries: [], errors: [{ message, span: at }] };
	};
	if (format === 'toml') {
		const fence = { start: span.start, end: span.start + 3 };
		return unreadable('TOML front matter is not read here: write YAML between `---` lines.', fence, true);
	}
	try {
		const read = { format, span, content, ...readFields(text, content) };
		if (!read.yaml?.root) return closedTooEarly(text, place) ?? read;
		if (read.intact) return read;
		// A rule further down may have been taken for the closing fence.
		const slip = findFrontMatterSlip(text.slice(0, span.end));
		const isAllYaml = slip && isYaml(text, { start: slip.span.end, end: content.end });
		return (isAllYaml ? undefined : slipped(slip)) ?? withTightColons(text, read);
	} catch (error) {
		// The YAML parser recurses, and a block that nests thousands deep exhausts its stack, caught by itself or not.
		const at = error instanceof TooDeep ? error.at : undefined;
		const where = at === undefined ? firstLine(text, content) : { start: at, end: at + 1 };
		return unreadable('This front matter nests too deeply to be read.', where, false);
	}
}

/** An empty block right above fields of a story: the second of its fences is one too many. */
function closedTooEarly(text: string, { span, content }: FrontMatterPlace): FrontMatter | undefined {
	if (text.slice(content.start, content.end).trim() !== '') return undefined;
	const fence = { start: content.end, end: span.end };
	const edits = [{ span: { start: fence.start, end: nextLineStart(text, fence.end) }, newText: '' }];
	const below = findFrontMatter(applyEdits(text.slice(0, fence.end + maxBelow), edits));
	if (!below?.isClosed) return undefined;
	const moved = nextLineStart(text, fence.end) - fence.start;
	const fields = { start: below.content.start + moved, end: below.content.end + moved };
	if (!mentionsStoryFields(text, fields)) return undefined;
	const message = 'This line closes the front matter above its fields: take it out.';
	const fix = { title: 'Remove the line ---', edits, preferred: true };
	return slipped({
		span: { start: span.start, end: below.span.end + moved },
		content: fields,
		message,
		at: fence,
		fix,
	});
}

/** So much below an empty block is looked at for its fields, in UTF-16 code units. */
const maxBelow = 4096;

function slipped(slip: FrontMatterSlip | undefined): FrontMatter | undefined {
	if (!slip) return undefined;
	const { span, content, message, at, fix } = slip;
	const errors = [{ message, span: at, fix }];
	return { format: 'yaml', span, content, intact: false, isNone: true, entries: [], errors };
}

/** Says where a space is missing, where that is all that keeps a block from being read. */
function withTightColons(text: string, read: FrontMatter): FrontMatter {
	const { span, content } = read;
	const tight = findTightColons(text, content);
	if (!tight) return read;
	const after = applyEdits(text.slice(0, span.end), tight.edits);
	if (!readFields(after, { start: content.start, end: content.end + tight.edits.length }).intact) return read;
	const name = text.slice(tight.at.start, tight.at.end);
	const fix = { title: 'Put a space behind the colon', edits: tight.edits, preferred: true };
	return {
		...read,
		errors: [{ message: `A space belongs behind \`${name}\`: without it this is no field.`, span: tight.at, fix }],
	};
}

/** Keeps the front matter of a document that is being written, which most edits leave alone. */
export class FrontMatterCache {
	#known: { readonly source: string; readonly frontMatter: FrontMatter | undefined } | undefined;

	/** As {@link readFrontMatter}. */
	read(text: string): FrontMatter | undefined {
		const place = findFrontMatter(text);
		if (!place?.isClosed) return readFrontMatter(text, place);
		const source = text.slice(0, place.span.end);
		if (this.#known?.source !== source) this.#known = { source, frontMatter: readFrontMatter(text, place) };
		return this.#known.frontMatter;
	}
}

const moreDocuments = 'A line `...` ends the front matter: what follows is not read.';

/** @throws RangeError where the block nests too deeply */
function readFields(
	text: string,
	content: Span,
): Pick<FrontMatter, 'entries' | 'errors' | 'intact' | 'isNone' | 'yaml'> {
	const yaml = readYaml(text, content, moreDocuments);
	const errors: FrontMatterFault[] = [...yaml.faults];
	if (yaml.root && yaml.root.kind !== 'mapping' && errors.length === 0) {
		const message = 'Front matter is a list of fields: `name: value`, one a line.';
		errors.push({ message, span: firstLine(text, content) });
	}
	const intact = errors.length === 0;
	const entries: FrontMatterEntry[] = [];
	const seen = new Map<string, FrontMatterEntry>();
	for (const written of yaml.root?.kind === 'mapping' ? yaml.root.entries : []) {
		const { name, key, value } = written;
		if (name === undefined) continue;
		const entry = { key: { value: name, span: key.written }, value: fieldValueOf(value), written };
		const field = fieldNamed(name)?.name ?? name;
		const first = seen.get(field);
		if (first) errors.push(setTwice(text, first, entry));
		else seen.set(field, entry);
		entries.push(entry);
	}
	return { entries, errors, intact, isNone: yaml.root !== undefined && yaml.root.kind !== 'mapping', yaml };
}

function setTwice(text: string, first: FrontMatterEntry, second: FrontMatterEntry): FrontMatterFault {
	const [above, name] = [first.key.value, second.key.value];
	const line = text.slice(0, first.key.span.start).split(/\r\n|[\r\n]/u).length;
	const message =
		above === name
			? `\`${name}\` is set twice, here and in line ${line}: keep one.`
			: `\`${name}\` means the same as \`${above}\` in line ${line}, and only that one counts: keep one.`;
	return { message, span: second.key.span, twice: { first, second } };
}

/** A field may repeat a list or named values from elsewhere. */
function fieldValueOf(value: YamlValue): FieldValue {
	if (value.kind !== 'alias' || !value.target) return value;
	return value.target.kind === 'list'
		? { kind: 'list', items: value.target.items, span: value.span }
		: { kind: 'mapping', entries: value.target.entries, span: value.span };
}

function firstLine(text: string, { start }: Span): Span {
	return { start, end: lineEnd(text, start) };
}
