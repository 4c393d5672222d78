import { checkField } from '../story/fieldCheck.ts';
import type { FrontMatter } from '../story/frontMatter.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { insertion, type RefusedEdit, refuse } from './editResult.ts';
import { readYamlSource } from './readYamlSource.ts';
import { canQuote, insideQuotes, yamlScalar } from './yamlText.ts';
import type { FieldSource, ScalarSource, YamlSource } from './yamlSource.ts';

/** Front matter opened for an edit of one field. */
export interface OpenField {
	readonly source: YamlSource;
	/** Every place that sets the field. */
	readonly all: readonly FieldSource[];
	/** The one that counts; absent where the field is not set. */
	readonly field: FieldSource | undefined;
}

/** Looks up a field, under its name or its alias. */
export function openField(text: string, frontMatter: FrontMatter, name: string): OpenField | RefusedEdit {
	const source = readYamlSource(text, frontMatter);
	if ('refusal' in source) return source;
	const all = source.fields.filter(({ field }) => field?.name === name);
	const first = all[0];
	// Tags and title come from the first key whatever it holds, details from the first that holds something valid.
	const field = name === 'competencies' || name === 'title' ? first : (all.find(hasValues) ?? first);
	return { source, all, field };
}

/** Whether a field says something that is counted. */
export function hasValues({ field, entry }: FieldSource): boolean {
	return field !== undefined && checkField(field, entry.value).values.length > 0;
}

/** Why a field's value is not touched, if so. */
export function obstacleIn({ entry, hasType, value }: FieldSource): RefusedEdit | undefined {
	const { key } = entry;
	const span = entry.value.span.end > entry.value.span.start ? entry.value.span : key.span;
	if (value.form === 'alias') return refuse('alias', `\`${key.value}\` repeats a value from elsewhere: edit it there.`, span);
	if (hasType) return refuse('yaml-tag', `\`${key.value}\` has a YAML type of its own: edit it by hand.`, span);
	if (value.form === 'mapping') return refuse('mapping', `\`${key.value}\` holds named values: edit it by hand.`, span);
	return undefined;
}

/** Why a stretch can't be deleted: it names something that is repeated elsewhere. */
export function anchorLostWith({ start, end }: Span, { notes }: YamlSource): RefusedEdit | undefined {
	const isInside = (place: Span) => place.start >= start && place.end <= end;
	const lost = notes.anchors.find(
		(anchor) => isInside(anchor) && notes.aliases.some((alias) => alias.name === anchor.name && !isInside(alias)),
	);
	return lost && refuse('anchor', `\`*${lost.name}\` repeats this value elsewhere: change that first.`, lost);
}

/** Gives a value to a field that has none; undefined where there is no place for it. */
export function fillEmpty({ valueAt, end }: FieldSource, { form }: YamlSource, value: string): TextEdit | undefined {
	if (valueAt !== undefined) return insertion(valueAt, ` ${value}`);
	return form === 'flow' ? insertion(end, `: ${value}`) : undefined;
}

/**
 * Gives a scalar another text, in the quotes that it has.
 * @param bare the text as it is to stand without quotes
 */
export function respelled(text: string, scalar: ScalarSource, value: string, bare = yamlScalar(value)): TextEdit {
	const { quote } = scalar;
	if (quote && canQuote(value, quote)) return { span: scalar.value.span, newText: insideQuotes(value, quote) };
	return replaced(text, scalar, bare);
}

/** Puts something else in the place of a scalar. The comment in the head of a block scalar stays behind it. */
export function replaced(text: string, { start, end, headerComment }: ScalarSource, newText: string): TextEdit {
	const comment = headerComment ? ` ${text.slice(headerComment.start, headerComment.end)}` : '';
	return { span: { start, end }, newText: newText + comment };
}
