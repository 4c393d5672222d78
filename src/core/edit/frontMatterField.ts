import { checkField } from '../story/fieldCheck.ts';
import { fieldNamed } from '../story/fields.ts';
import type { FrontMatter, FrontMatterEntry } from '../story/frontMatter.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { YamlBlock } from '../text/yaml/readYaml.ts';
import { canQuote, insideQuotes, yamlScalar } from '../text/yaml/yamlText.ts';
import type { YamlNotes, YamlScalar, YamlValue } from '../text/yaml/yamlValue.ts';
import { insertion, refuse, type RefusedEdit } from './editResult.ts';

/** The YAML of front matter, or why that is not edited. */
export function editableYaml({ format, intact, yaml, span }: FrontMatter): YamlBlock | RefusedEdit {
	const fence = { start: span.start, end: span.start + 3 };
	if (format === 'toml')
		return refuse('toml', 'TOML front matter is not edited: write YAML between `---` lines.', fence);
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
