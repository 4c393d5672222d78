import { checkField } from '../story/fieldCheck.ts';
import { fieldNamed, fields } from '../story/fields.ts';
import type { FrontMatter, FrontMatterEntry } from '../story/frontMatter.ts';
import { findTightColons, hasStrayFields } from '../story/frontMatterSlip.ts';
import type { TextEdit } from '../text/edit.ts';
import { lineEnd, lineEndingOf, lineStart, nextLineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { YamlBlock } from '../text/yaml/readYaml.ts';
import { canQuote, insideQuotes, yamlScalar } from '../text/yaml/yamlText.ts';
import type { YamlNotes, YamlScalar, YamlValue } from '../text/yaml/yamlValue.ts';
import { type EditResult, insertion, refuse, type RefusedEdit } from './editResult.ts';
import { type Content, verified } from './verifiedEdit.ts';
import { appendToFlow, flowParts } from './yamlParts.ts';

/** The YAML of front matter, or why that is not edited. */
export function editableYaml({ format, intact, isNone, yaml, span, errors }: FrontMatter): YamlBlock | RefusedEdit {
	const fence = { start: span.start, end: span.start + 3 };
	if (format === 'toml')
		return refuse('toml', 'TOML front matter is not edited: write YAML between `---` lines.', fence);
	const [slip] = errors;
	if (isNone && slip) return refuse('unreadable', `${slip.message} Mend that first.`, slip.span);
	if (!intact || !yaml)
		return refuse('unreadable', 'Front matter with a mistake in it is not edited: mend it first.', fence);
	return yaml;
}

/** The braces of front matter that is written as `{a: 1, b: 2}`. */
export function bracesOf({ root }: YamlBlock): Span | undefined {
	return root?.kind === 'mapping' ? root.brackets : undefined;
}

/** Front matter opened for an edit of one field. */
export interface OpenField {
	readonly yaml: YamlBlock;
	/** Every place that sets the field. */
	readonly all: readonly FrontMatterEntry[];
	/** The one that counts; absent where the field is not set. */
	readonly field: FrontMatterEntry | undefined;
}

/** Looks up a field, under its name or its alias. */
export function openField(frontMatter: FrontMatter, name: string): OpenField | RefusedEdit {
	const yaml = editableYaml(frontMatter);
	if ('refusal' in yaml) return yaml;
	const all = frontMatter.entries.filter(({ key }) => fieldNamed(key.value)?.name === name);
	const first = all[0];
	// Tags and title come from the first key whatever it holds, details from the first that holds something valid.
	const field = name === 'competencies' || name === 'title' ? first : (all.find(hasValues) ?? first);
	return { yaml, all, field };
}

/** Whether a field says something that is counted. */
export function hasValues({ key, value }: FrontMatterEntry): boolean {
	const field = fieldNamed(key.value);
	return field !== undefined && checkField(field, value).values.length > 0;
}

/** Why a field's value is not touched, if so. */
export function obstacleIn({ key, value, written }: FrontMatterEntry): RefusedEdit | undefined {
	const span = value.span.end > value.span.start ? value.span : key.span;
	if (isAlias(written.value))
		return refuse('alias', `\`${key.value}\` repeats a value from elsewhere: edit it there.`, span);
	if (written.hasType)
		return refuse('yaml-tag', `\`${key.value}\` has a YAML type of its own: edit it by hand.`, span);
	if (written.value.kind === 'mapping')
		return refuse('mapping', `\`${key.value}\` holds named values: edit it by hand.`, span);
	return undefined;
}

function isAlias(value: YamlValue): boolean {
	return value.kind === 'alias' || (value.kind === 'scalar' && value.form === 'alias');
}

/** Why a stretch can't be deleted: it names something that is repeated elsewhere. */
export function anchorLostWith({ start, end }: Span, notes: YamlNotes): RefusedEdit | undefined {
	const isInside = (place: Span) => place.start >= start && place.end <= end;
	const lost = notes.anchors.find(
		(anchor) => isInside(anchor) && notes.aliases.some((alias) => alias.name === anchor.name && !isInside(alias)),
	);
	return lost && refuse('anchor', `\`*${lost.name}\` repeats this value elsewhere: change that first.`, lost);
}

/** Gives a value to a field that has none; undefined where there is no place for it. */
export function fillEmpty(
	{ written: { valueAt, part } }: FrontMatterEntry,
	yaml: YamlBlock,
	value: string,
): TextEdit | undefined {
	if (valueAt !== undefined) return insertion(valueAt, ` ${value}`);
	return bracesOf(yaml) ? insertion(part.end, `: ${value}`) : undefined;
}

/**
 * Gives a scalar another text, in the quotes that it has.
 *
 * @param bare the text as it is to stand without quotes
 */
export function respelled(text: string, scalar: YamlScalar, value: string, bare = yamlScalar(value)): TextEdit {
	const { quote, span } = scalar;
	if (quote && canQuote(value, quote)) return { span, newText: insideQuotes(value, quote) };
	return replaced(text, scalar, bare);
}

/** Puts something else in the place of a scalar. The comment in the head of a block scalar stays behind it. */
export function replaced(text: string, { written, headerComment }: YamlScalar, newText: string): TextEdit {
	const comment = headerComment ? ` ${text.slice(headerComment.start, headerComment.end)}` : '';
	return { span: written, newText: newText + comment };
}

/**
 * Puts front matter before a document that has none.
 *
 * @param text the whole document; its line endings and byte order mark are kept
 * @param lines of YAML
 */
export function newFrontMatter(text: string, lines: readonly string[]): EditResult {
	const stray = strayFieldsIn(text);
	if (stray) return stray;
	const end = lineEndingOf(text);
	const start = /^\uFEFF*/u.exec(text)?.[0].length ?? 0;
	const gap = /^[ \t]*(?:[\r\n]|$)/u.test(text.slice(start, start + 200)) ? '' : end;
	return { edits: [insertion(start, ['---', ...lines, '---', gap].join(end))] };
}

/** Why nothing is added above fields that nobody reads, if there are any. */
function strayFieldsIn(text: string): RefusedEdit | undefined {
	const message = 'Fields of a story stand at the top, and are not read: put them between two lines `---` first.';
	return hasStrayFields(text) ? refuse('unreadable', message) : undefined;
}

/** Why a field is not added that stands there without a space behind its colon, as a key that means nothing. */
function tightField(text: string, { content }: FrontMatter, name: string): RefusedEdit | undefined {
	const at = findTightColons(text, content)?.at;
	const key = at && text.slice(at.start, at.end);
	if (!key || fieldNamed(key.replace(/["':]/gu, ''))?.name !== name) return undefined;
	return refuse('unreadable', `A space belongs behind \`${key}\`: without it this is no field. Mend that first.`, at);
}

/**
 * Adds a field to front matter, below the last of those that come before it in the table of fields.
 *
 * @param value as YAML
 * @param content what it reads as
 */
export function addField(
	text: string,
	frontMatter: FrontMatter,
	yaml: YamlBlock,
	{ name, value, content }: { readonly name: string; readonly value: string; readonly content: Content },
): EditResult {
	const isTwice = frontMatter.entries.length === 0 || name === 'competencies';
	const stray = isTwice && strayFieldsIn(text.slice(frontMatter.span.end));
	if (stray) return stray;
	const tight = name === 'competencies' && tightField(text, frontMatter, name);
	if (tight) return tight;
	// What stands below its name begins with a line ending.
	const line = /^\s/u.test(value) ? `${name}:${value}` : `${name}: ${value}`;
	return verified(text, frontMatter, { added: name, content }, candidates());

	function* candidates(): Generator<TextEdit[]> {
		const eol = lineEndingOf(text);
		const { entries } = frontMatter;
		const above = precedingField(entries, name)?.written.part;
		const braces = bracesOf(yaml);
		if (braces) {
			if (above) yield [insertion(above.end, `, ${line}`)];
			else if (entries.length > 0) yield [insertion(braces.start + 1, `${line}, `)];
			yield appendToFlow(
				text,
				flowParts(
					entries.map(({ written }) => written),
					braces,
				),
				line,
				eol,
			);
			return;
		}
		const first = entries[0]?.written.part.start;
		const indentation = first === undefined ? '' : text.slice(lineStart(text, first), first);
		if (above) yield [insertion(endOfField(text, above, indentation.length), eol + indentation + line)];
		yield [insertion(frontMatter.content.start, indentation + line + eol)];
	}
}

function precedingField(present: readonly FrontMatterEntry[], name: string): FrontMatterEntry | undefined {
	const order = fields.findIndex((field) => field.name === name);
	const before = fields.slice(0, order).map((field) => field.name);
	return before.flatMap((other) => present.find(({ key }) => fieldNamed(key.value)?.name === other) ?? []).at(-1);
}

/** The end of a field's last line; comments below it that stand deeper than its key belong to it. */
function endOfField(text: string, { end }: Span, column: number): number {
	let last = lineEnd(text, end);
	for (let next = nextLineStart(text, last); next > last; next = nextLineStart(text, last)) {
		const line = text.slice(next, lineEnd(text, next));
		const indentation = /^([ \t]*)#/u.exec(line)?.[1];
		if (indentation === undefined || indentation.length <= column) break;
		last = next + line.length;
	}
	return last;
}
