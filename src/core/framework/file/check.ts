import type { Fix } from '../../text/problem.ts';
import type { Located, Span } from '../../text/span.ts';
import { insideQuotes } from '../../text/yaml/yamlText.ts';
import type { Quote, YamlMapping, YamlScalar, YamlValue } from '../../text/yaml/yamlValue.ts';
import type { Target } from '../model.ts';
import { nearestName, normaliseName } from '../nearness.ts';
import { type ListShape, maxStories, type RecordShape, type Shape, type TextShape } from './format.ts';
import { type Problems, quoted } from './problems.ts';

/** A text of the file, white space made single, with its place between the quotes if it has any. */
export interface TextPlace extends Located<string> {
	readonly quote?: Quote;
}

/** What a value comes to once its shape is checked; parts that do not fit are left out. */
export type Checked =
	| { readonly kind: 'text'; readonly text: TextPlace }
	| { readonly kind: 'target'; readonly target: Target }
	| { readonly kind: 'list'; readonly items: readonly Checked[] }
	| { readonly kind: 'named'; readonly entries: readonly NamedTarget[] }
	| { readonly kind: 'record'; readonly record: CheckedRecord };

export interface NamedTarget {
	readonly key: TextPlace;
	readonly target: Target;
}

/** Fields that fit their shapes, by name. A getter for another shape than the table gives the field finds nothing. */
export class CheckedRecord {
	readonly span: Span;
	readonly #fields: ReadonlyMap<string, Checked>;
	readonly #keys: ReadonlyMap<string, Span>;

	/** @param keys where the names of the fields stand */
	constructor(span: Span, fields: ReadonlyMap<string, Checked>, keys: ReadonlyMap<string, Span>) {
		this.span = span;
		this.#fields = fields;
		this.#keys = keys;
	}

	keySpan(name: string): Span | undefined {
		return this.#keys.get(name);
	}

	text(name: string): TextPlace | undefined {
		const field = this.#fields.get(name);
		return field?.kind === 'text' ? field.text : undefined;
	}

	/** The texts of a list; undefined where the field is not there. */
	texts(name: string): readonly TextPlace[] | undefined {
		return this.#list(name)?.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
	}

	records(name: string): readonly CheckedRecord[] {
		return this.#list(name)?.flatMap((item) => (item.kind === 'record' ? [item.record] : [])) ?? [];
	}

	record(name: string): CheckedRecord | undefined {
		const field = this.#fields.get(name);
		return field?.kind === 'record' ? field.record : undefined;
	}

	target(name: string): Target | undefined {
		const field = this.#fields.get(name);
		return field?.kind === 'target' ? field.target : undefined;
	}

	named(name: string): readonly NamedTarget[] {
		const field = this.#fields.get(name);
		return field?.kind === 'named' ? field.entries : [];
	}

	#list(name: string): readonly Checked[] | undefined {
		const field = this.#fields.get(name);
		return field?.kind === 'list' ? field.items : undefined;
	}
}

/** The words to point at when a mapping as a whole is meant: its first name, else what there is of it. */
export function headOf({ entries, span }: YamlMapping): Span {
	const [first] = entries;
	return first && first.key.span.end > first.key.span.start
		? first.key.span
		: { start: span.start, end: Math.min(span.end, span.start + 1) };
}

/** The written form; also the JSON Schema's pattern for it. */
export const targetPattern = '^[1-9][0-9]?( ?[-–] ?[1-9][0-9]?)?$';

const says = `A target is a number of stories from 1 to ${maxStories}, or a range of two: \`2\`, \`1-2\` or \`{ min: 1, max: 2 }\`.`;

/** Reads a target in any of its forms; undefined where it is none, which is then reported. */
export function checkTarget(value: YamlValue, problems: Problems): Target | undefined {
	if (value.kind === 'mapping') return fromFields(value, problems);
	const count = wholeNumber(value);
	if (count !== undefined) return { min: count, max: count };
	if (value.kind !== 'scalar' || value.type !== 'string' || !new RegExp(targetPattern, 'u').test(value.text)) {
		problems.error('framework-value', value.span, says);
		return undefined;
	}
	const [min = 1, max = min] = value.text.split(/[-–]/u).map(Number);
	if (min <= max) return { min, max };
	const newText = `${max}-${min}`;
	problems.error(
		'framework-value',
		value.span,
		`A range goes from the smaller number to the larger: ${newText}.`,
		() => [{ title: `Change to ${newText}`, edits: [{ span: value.span, newText }], preferred: true }],
	);
	return undefined;
}

function fromFields(value: YamlMapping, problems: Problems): Target | undefined {
	const found = new Map<string, number>();
	for (const { key, value: count } of value.entries) {
		if ((key.text !== 'min' && key.text !== 'max') || found.has(key.text)) {
			problems.error('framework-key', key.span, 'A target has one `min` and one `max`.');
			return undefined;
		}
		const stories = wholeNumber(count);
		if (stories === undefined) {
			const span = count.span.end > count.span.start ? count.span : key.span;
			problems.error('framework-value', span, `\`${key.text}\` is a whole number from 1 to ${maxStories}.`);
			return undefined;
		}
		found.set(key.text, stories);
	}
	const [min, max] = [found.get('min'), found.get('max')];
	if (min !== undefined && max !== undefined && min <= max) return { min, max };
	const both = min !== undefined && max !== undefined;
	problems.error(
		'framework-value',
		value.span,
		both ? '`min` is larger than `max`.' : 'A target has both `min` and `max`.',
	);
	return undefined;
}

/** A number of stories, in any of YAML's spellings of a number. */
function wholeNumber(value: YamlValue): number | undefined {
	if (value.kind !== 'scalar' || value.type !== 'number') return undefined;
	const count = Number(value.text);
	return Number.isInteger(count) && count >= 1 && count <= maxStories ? count : undefined;
}

/**
 * Holds a value against its shape and reports what does not fit. An empty value is no fault: it is still to be filled
 * in.
 *
 * @param name of the field, for messages
 * @returns what fits; undefined where nothing does or the value is empty
 */
export function check(value: YamlValue, shape: Shape, name: string, problems: Problems): Checked | undefined {
	if (value.kind === 'alias') {
		problems.error(
			'framework-value',
			value.span,
			'An alias can stand for one text only: write out what it means here.',
		);
		return undefined;
	}
	if (isEmpty(value, shape)) return undefined;
	switch (shape.kind) {
		case 'text': {
			const text = checkText(value, shape, name, problems);
			return text && { kind: 'text', text };
		}
		case 'target': {
			const target = checkTarget(value, problems);
			return target && { kind: 'target', target };
		}
		case 'list':
			return checkList(value, shape, name, problems);
		case 'record':
			return checkRecord(value, shape, name, problems);
		case 'named': {
			if (value.kind !== 'mapping')
				return wrongForm(
					value,
					`\`${name}\` takes a target for each competency: \`mentorship: 2-3\`.`,
					problems,
				);
			const entries = fieldsOf(value, problems).flatMap(({ key, value: target }) => {
				const checked = check(target, shape.of, key.text, problems);
				return checked?.kind === 'target' ? [{ key: placeOf(key), target: checked.target }] : [];
			});
			return { kind: 'named', entries };
		}
	}
}

/** Nothing, or a blank text where a text is taken. */
function isEmpty(value: YamlValue, shape: Shape): boolean {
	if (value.kind !== 'scalar' || value.text.trim() !== '') return false;
	if (value.type === 'empty' || shape.kind === 'text') return true;
	return (
		(shape.kind === 'list' && shape.orOne === true) || (shape.kind === 'record' && shape.shorthand !== undefined)
	);
}

function wrongForm(value: YamlValue, message: string, problems: Problems): undefined {
	problems.error('framework-value', value.kind === 'mapping' ? headOf(value) : value.span, message);
	return undefined;
}

function checkText(value: YamlValue, { pattern }: TextShape, name: string, problems: Problems): TextPlace | undefined {
	if (value.kind !== 'scalar') {
		return wrongForm(
			value,
			`\`${name}\` takes one text, not ${value.kind === 'list' ? 'a list' : 'named values'}.`,
			problems,
		);
	}
	if (value.type === 'boolean' || (pattern && value.type === 'number')) {
		problems.error(
			'framework-value',
			value.span,
			`YAML reads \`${value.text}\` as something other than text: put it in quotes.`,
			() => [
				{
					title: 'Put it in quotes',
					edits: [{ span: value.span, newText: `"${value.text}"` }],
					preferred: true,
				},
			],
		);
		return undefined;
	}
	const text = placeOf(value);
	if (!pattern || new RegExp(pattern.source, 'u').test(value.text)) return text;
	problems.error('framework-value', value.span, pattern.says, () => {
		const newText = pattern.tidy(text.value);
		return newText === '' ? [] : [changeTo(value, newText)];
	});
	return undefined;
}

function checkList(value: YamlValue, shape: ListShape, name: string, problems: Problems): Checked | undefined {
	if (value.kind !== 'list' && !(shape.orOne && value.kind === 'scalar')) {
		return wrongForm(value, `\`${name}\` takes a list: one item a line, after a \`-\`.`, problems);
	}
	if (shape.notEmpty && value.kind === 'list' && value.items.every((item) => isEmpty(item, shape.of))) {
		return wrongForm(value, `\`${name}\` needs at least one item.`, problems);
	}
	const seen = new Set<string>();
	const items = (value.kind === 'list' ? value.items : [value]).flatMap((item): Checked[] => {
		const checked = check(item, shape.of, name, problems);
		if (!checked) return [];
		if (shape.unique && checked.kind === 'text') {
			const key = normaliseName(checked.text.value);
			if (seen.has(key)) {
				problems.warn(
					'framework-duplicate',
					item.span,
					`${quoted(checked.text.value)} is in this list already.`,
				);
				return [];
			}
			seen.add(key);
		}
		return [checked];
	});
	return { kind: 'list', items };
}

function checkRecord(value: YamlValue, shape: RecordShape, name: string, problems: Problems): Checked | undefined {
	if (value.kind === 'scalar' && shape.shorthand !== undefined) {
		const text = checkText(value, { kind: 'text' }, name, problems);
		if (!text) return undefined;
		const fields = new Map<string, Checked>([[shape.shorthand, { kind: 'text', text }]]);
		return { kind: 'record', record: new CheckedRecord(value.span, fields, new Map()) };
	}
	if (value.kind !== 'mapping') {
		const names = shape.fields.slice(0, 2).map((field) => `\`${field.name}: …\``);
		return wrongForm(
			value,
			`${name === '' ? 'A framework file' : `\`${name}\``} takes fields with names, such as ${names.join(' and ')}.`,
			problems,
		);
	}
	return { kind: 'record', record: readRecord(value, shape, problems) };
}

function readRecord(map: YamlMapping, shape: RecordShape, problems: Problems): CheckedRecord {
	const fields = new Map<string, Checked>();
	const known = new Map(shape.fields.map((field) => [field.name, field]));
	const entries = fieldsOf(map, problems);
	const keys = new Map(entries.map(({ key }) => [key.text, key.span]));
	for (const { key, value } of entries) {
		const field = known.get(key.text);
		if (field) {
			const checked = check(value, field.shape, field.name, problems);
			if (checked) fields.set(field.name, checked);
			// A value that is there and faulty is reported already; one that is needed must not be empty.
			else if (field.required && value.kind === 'scalar' && value.text.trim() === '') {
				problems.error('framework-value', key.span, `\`${field.name}\` is still empty.`);
			}
			continue;
		}
		const near = nearestName(
			key.text,
			[...known.keys()].filter((name) => !keys.has(name)),
		);
		const hint = near === undefined ? `expected ${listed([...known.keys()])}.` : `did you mean \`${near}\`?`;
		problems.error('framework-key', key.span, `${quoted(key.text)} is no field here: ${hint}`, () =>
			near === undefined ? [] : [changeTo(key, near)],
		);
	}
	for (const { name, required } of shape.fields) {
		if (required && !keys.has(name)) problems.error('framework-key', headOf(map), `\`${name}\` is missing here.`);
	}
	return new CheckedRecord(map.span, fields, keys);
}

/** The fields of a mapping that have a name of their own; the others are reported. */
function fieldsOf({ entries }: YamlMapping, problems: Problems): YamlMapping['entries'] {
	const seen = new Set<string>();
	return entries.filter(({ key }) => {
		if (key.type === 'empty') {
			problems.error('framework-key', key.span, 'A field has one plain text as its name.');
			return false;
		}
		if (seen.has(key.text)) {
			problems.error('framework-duplicate', key.span, `${quoted(key.text)} is set twice: keep one.`);
			return false;
		}
		seen.add(key.text);
		return true;
	});
}

function placeOf({ text, span, quote }: YamlScalar): TextPlace {
	return { value: text.replace(/\s+/gu, ' ').trim(), span, ...(quote && { quote }) };
}

/** The fix that writes another word in the place of one. @param newText a word that needs no quotes */
export function changeTo(
	{ span, quote }: { readonly span: TextPlace['span']; readonly quote?: YamlScalar['quote'] },
	newText: string,
): Fix {
	return {
		title: `Change to ${newText}`,
		edits: [{ span, newText: quote ? insideQuotes(newText, quote) : newText }],
		preferred: true,
	};
}

function listed(names: readonly string[]): string {
	return `${names
		.slice(0, -1)
		.map((name) => `\`${name}\``)
		.join(', ')} or \`${names.at(-1)}\``;
}
