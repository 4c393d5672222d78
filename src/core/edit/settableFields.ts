import { checkField } from '../story/fieldCheck.ts';
import { fieldNamed } from '../story/fields.ts';
import { oneLine } from '../text/words.ts';

/** The fields of one value that a gesture or a command sets. */
export const settableFields = ['strength', 'status', 'scope', 'date', 'company', 'project', 'role', 'team'] as const;

export type SettableField = (typeof settableFields)[number];

/**
 * Reads a value that somebody typed for a field.
 *
 * @returns a message for them where the field does not take it
 */
export function settingFrom(
	name: SettableField,
	typed: string,
): { readonly value: string | number } | { readonly message: string } {
	const field = fieldNamed(name);
	const text = oneLine(typed);
	if (!field || text === '') return { message: `Write a value for \`${name}\`.` };
	const span = { start: 0, end: text.length };
	const { values, faults } = checkField(field, { kind: 'scalar', type: 'string', text, span });
	const value = values[0]?.value;
	if (value === undefined) return { message: faults[0]?.message ?? `\`${name}\` does not take “${text}”.` };
	return { value: field.type === 'strength' ? Number(value) : value };
}
