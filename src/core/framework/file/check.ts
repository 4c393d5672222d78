import type { Span } from '../../text/span.ts';
import type { YamlMapping, YamlValue } from '../../text/yaml/yamlValue.ts';
import { nearestName, normaliseName } from '../nearness.ts';
import { type Checked, CheckedRecord } from './checkedRecord.ts';
import type { ListShape, RecordShape, Shape, TextShape } from './format.ts';
import { changeTo, placeOf, type TextPlace } from './places.ts';
import { type Problems, quoted } from './problems.ts';
import { checkTarget } from './target.ts';

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
	const isOne = value.kind === 'scalar' || (value.kind === 'mapping' && shape.of.kind === 'record');
	if (value.kind !== 'list' && !(shape.orOne && isOne)) {
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

function listed(names: readonly string[]): string {
	return `${names
		.slice(0, -1)
		.map((name) => `\`${name}\``)
		.join(', ')} or \`${names.at(-1)}\``;
}

/** The words to point at when a mapping as a whole is meant: its first name, else what there is of it. */
export function headOf({ entries, span }: YamlMapping): Span {
	const [first] = entries;
	return first && first.key.span.end > first.key.span.start
		? first.key.span
		: { start: span.start, end: Math.min(span.end, span.start + 1) };
}
