import type { Located, Span } from '../text/span.ts';
import { archetypes, type Field, maxStrength, statuses, storyType } from './fields.ts';
import type { FieldValue, ScalarValue } from './fieldValue.ts';

/** What a field's value comes to: the texts that can be used, and what is wrong with the rest. */
export interface CheckedField {
	readonly values: readonly Located<string>[];
	readonly faults: readonly FieldFault[];
}

export interface FieldFault {
	readonly message: string;
	/** Empty where the value has no place of its own. */
	readonly span: Span;
}

/**
 * Holds a value against what its field accepts. An empty value is no fault: it is a field still to be filled in.
 * @param field the field from the table
 * @param value as read from front matter or a story line
 */
export function checkField(field: Field, value: FieldValue): CheckedField {
	const takesList = field.type === 'strings' || field.type === 'archetypes';
	if (value.kind === 'list') {
		if (!takesList) return fault(`\`${field.name}\` takes one value, not a list.`, value.span);
		const checked = value.items.map((item) => checkItem(field, item));
		return { values: checked.flatMap((item) => item.values), faults: checked.flatMap((item) => item.faults) };
	}
	if (value.kind !== 'scalar') {
		const form = takesList ? 'a list' : 'one value';
		return fault(`\`${field.name}\` takes ${form}, not named values.`, value.span);
	}
	return checkScalar(field, value);
}

function checkItem(field: Field, item: FieldValue): CheckedField {
	if (item.kind === 'scalar') return checkScalar(field, item);
	return fault(`Each of \`${field.name}\` is one plain text.`, item.span);
}

function checkScalar(field: Field, scalar: ScalarValue): CheckedField {
	const text = scalar.text.trim();
	if (text === '') return { values: [], faults: [] };
	const message = complaintAbout(field, text);
	return message === undefined ? { values: [{ value: text, span: scalar.span }], faults: [] } : fault(message, scalar.span);
}

function fault(message: string, span: Span): CheckedField {
	return { values: [], faults: [{ message, span }] };
}

function complaintAbout(field: Field, text: string): string | undefined {
	switch (field.type) {
		case 'strength':
			return new RegExp(`^[1-${maxStrength}]$`, 'u').test(text)
				? undefined
				: `Strength is a whole number from 1 to ${maxStrength}.`;
		case 'status':
			return oneOf('Status', statuses, text);
		case 'archetypes':
			return oneOf('Archetype', archetypes, text);
		case 'date':
			return isDate(text) ? undefined : 'A date is a year, a month or a day: 2024, 2024-06 or 2024-06-30.';
		case 'string':
		case 'strings':
		case 'type':
			// `type` is a common field of other tools: any other value is theirs.
			return undefined;
	}
}

function oneOf(label: string, accepted: readonly string[], text: string): string | undefined {
	if (accepted.includes(text)) return undefined;
	return `${label} is ${accepted.slice(0, -1).join(', ')} or ${accepted.at(-1)}.`;
}

/** Whether a text is a year, a month or a day as `2024`, `2024-06` or `2024-06-30`. */
export function isDate(text: string): boolean {
	const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(text);
	if (!match) return false;
	const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
	const date = new Date(Date.UTC(year, month - 1, day));
	// Before the year 100 `Date.UTC` means 19xx; no career reaches there.
	return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Whether the value of `type` marks the document as a story. */
export function isStoryType(value: FieldValue): boolean {
	return value.kind === 'scalar' && value.text.trim() === storyType;
}
