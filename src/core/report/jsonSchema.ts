/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

export const text: Schema = { type: 'string' };
export const count: Schema = { type: 'integer', minimum: 0 };
export const day: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };

export function listOf(items: Schema, more: Schema = {}): Schema {
	return { type: 'array', items, ...more };
}

/** @param optional names of the properties that may be absent */
export function record(properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema {
	return {
		type: 'object',
		required: Object.keys(properties).filter((name) => !optional.includes(name)),
		additionalProperties: false,
		properties,
	};
}

/** How many there are of each. */
export function countsOf(names: readonly string[]): Schema {
	return record(Object.fromEntries(names.map((name) => [name, count])));
}

/** The version of a form. */
export function versionOf(version: number): Schema {
	return { const: version, description: 'Grows when something changes that a reader relies on.' };
}

/** A schema with what validators and editors look for at its head. */
export function published(title: string, schema: Schema): Schema {
	return { $schema: 'http://json-schema.org/draft-07/schema#', title, ...schema };
}
