import { applyEdits } from '../text/edit.ts';
import { lineEnd, lineStart } from '../text/lines.ts';
import type { Fix } from '../text/problem.ts';
import type { Located, Span } from '../text/span.ts';
import { readYaml, type YamlBlock } from '../text/yaml/readYaml.ts';
import { TooDeep } from '../text/yaml/nesting.ts';
import type { YamlEntry, YamlValue } from '../text/yaml/yamlValue.ts';
import { type FieldValue, fieldNamed } from './fields.ts';
import { findFrontMatter } from './frontMatterPlace.ts';
import { findFrontMatterClosedEarly, readBelowFrontMatter } from './frontMatterClosedEarly.ts';
import { findFrontMatterSlip, isYaml, type FrontMatterSlip, findTightColons } from './frontMatterSlip.ts';

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
		if (!read.yaml?.root || read.intact) return slipped(findFrontMatterClosedEarly(text, place)) ?? read;
		// A rule further down may have been taken for the closing fence.
		const slip = findFrontMatterSlip(text.slice(0, span.end));
		const isAllYaml = slip && isYaml(text, { start: slip.span.end, end: content.end });
		// A line of words between fields is a slip in them, and no text below.
		const isText = slip && /^(?:\s*$|#)/u.test(text.slice(slip.span.end, lineEnd(text, slip.span.end)));
		return (isAllYaml || !isText ? undefined : slipped(slip)) ?? withTightColons(text, read);
	} catch (error) {
		// The YAML parser recurses, and a block that nests thousands deep exhausts its stack, caught by itself or not.
		const at = error instanceof TooDeep ? error.at : undefined;
		const where = at === undefined ? firstLine(text, content) : { start: at, end: at + 1 };
		return unreadable('This front matter nests too deeply to be read.', where, false);
	}
}

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
		const source = text.slice(0, place.span.end) + readBelowFrontMatter(text, place);
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
	const errors: FrontMatterFault[] = onePerLine(text, yaml.faults);
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

/** Where a parser stumbles it does so again: one line is at fault once, by what says most. */
function onePerLine(text: string, faults: readonly FrontMatterFault[]): FrontMatterFault[] {
	const byLine = new Map<number, FrontMatterFault[]>();
	for (const fault of faults) {
		const line = lineStart(text, fault.span.start);
		byLine.set(line, [...(byLine.get(line) ?? []), fault]);
	}
	return [...byLine.values()].flatMap(
		(ofLine) =>
			ofLine.find(({ tab, fix }) => tab ?? fix) ??
			ofLine.find(({ span }) => span.end > span.start) ??
			ofLine[0] ??
			[],
	);
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
