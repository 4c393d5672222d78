import { lineEnd, nextLineStart } from '../text/lines.ts';
import type { Located, Span } from '../text/span.ts';
import { readYaml, type SyntaxFault, type YamlBlock } from '../text/yaml/readYaml.ts';
import type { YamlEntry, YamlValue } from '../text/yaml/yamlValue.ts';
import type { FieldValue } from './fields.ts';

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
 * mark before it aside.
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
	return { format, span, content: { start: contentStart, end: closing.index }, isClosed: true };
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
	readonly entries: readonly FrontMatterEntry[];
	readonly errors: readonly SyntaxFault[];
	/** Absent where nothing could be read. */
	readonly yaml?: YamlBlock;
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
	if (!place) return undefined;
	if (!place.isClosed) return readUnclosed(text, place);
	const { format, span, content } = place;
	const unreadable = (message: string, at: Span): FrontMatter => {
		return { format, span, content, intact: false, entries: [], errors: [{ message, span: at }] };
	};
	if (format === 'toml') {
		const fence = { start: span.start, end: span.start + 3 };
		return unreadable('TOML front matter is not read here: write YAML between `---` lines.', fence);
	}
	try {
		return { format, span, content, ...readFields(text, content) };
	} catch {
		// The YAML parser recurses, and a block that nests thousands deep exhausts its stack, caught by itself or not.
		return unreadable('This front matter nests too deeply to be read.', firstLine(text, content));
	}
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

/** Whether a block that can't be read shows that a story was meant, so that its author is told. */
export function mentionsStoryFields(text: string, { start, end }: Span): boolean {
	const block = text.slice(start, end);
	return /^[ \t]*["']?(?:competenc(?:y|ies)["']?[ \t]*[:=]|type["']?[ \t]*[:=][ \t]*["']?star-story)/mu.test(block);
}

/** Front matter that is never closed is searched for story fields to its first blank line, in UTF-16 code units. */
const maxUnclosedLength = 4096;

/** A first line `---` that nothing closes is a rule to Markdown, but the story fields below it show what was meant. */
function readUnclosed(text: string, { format, span, content: { start } }: FrontMatterPlace): FrontMatter | undefined {
	if (format !== 'yaml') return undefined;
	const below = text.slice(start, start + maxUnclosedLength);
	const content = { start, end: start + (/(?:^|\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)|$/u.exec(below)?.index ?? 0) };
	if (!mentionsStoryFields(text, content)) return undefined;
	const message = 'This front matter is never closed: end it with a line `---`.';
	return { format, span, content, intact: false, entries: [], errors: [{ message, span }] };
}

const moreDocuments = 'A line `...` ends the front matter: what follows is not read.';

/** @throws RangeError where the block nests too deeply */
function readFields(text: string, content: Span): Pick<FrontMatter, 'entries' | 'errors' | 'intact' | 'yaml'> {
	const yaml = readYaml(text, content, moreDocuments);
	const errors = [...yaml.faults];
	if (yaml.root && yaml.root.kind !== 'mapping' && errors.length === 0) {
		const message = 'Front matter is a list of fields: `name: value`, one a line.';
		errors.push({ message, span: firstLine(text, content) });
	}
	const intact = errors.length === 0;
	const entries: FrontMatterEntry[] = [];
	const seen = new Set<string>();
	for (const written of yaml.root?.kind === 'mapping' ? yaml.root.entries : []) {
		const { name, key, value } = written;
		if (name === undefined) continue;
		const span = key.written;
		if (seen.has(name)) errors.push({ message: `\`${name}\` is set twice: keep one.`, span });
		seen.add(name);
		entries.push({ key: { value: name, span }, value: fieldValueOf(value), written });
	}
	return { entries, errors, intact, yaml };
}

/** A field may repeat a list from elsewhere. */
function fieldValueOf(value: YamlValue): FieldValue {
	if (value.kind !== 'alias' || value.target?.kind !== 'list') return value;
	return { kind: 'list', items: value.target.items, span: value.span };
}

function firstLine(text: string, { start }: Span): Span {
	return { start, end: lineEnd(text, start) };
}
