import { targetPattern } from './target.ts';
import {
	type FrameworkField,
	frameworkFile,
	type ListShape,
	maxStories,
	type RecordShape,
	type Shape,
	type TextShape,
} from './format.ts';

/** A part of a JSON Schema, draft-07. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Where the extension keeps the schema, from its own folder. */
export const frameworkSchemaPath = 'schemas/star-framework.schema.json';

/**
 * The JSON Schema of `star-framework.yaml` for other tools. It says all of {@link frameworkFile} that a schema can: not
 * which competencies there are, that a range goes upwards, or that a name means one thing.
 */
export function frameworkSchema(): JsonSchema {
	return {
		$schema: 'http://json-schema.org/draft-07/schema#',
		title: 'STAR Stories framework',
		description: 'The competencies that the stories of this folder are to prove.',
		...recordSchema(frameworkFile),
		// A framework without a competency is of no use; with a preset there is one.
		anyOf: [
			{
				required: ['extends'],
				properties: {
					extends: {
						anyOf: [
							{ type: 'string', pattern: '\\S' },
							{ type: 'array', ...withAnItem },
						],
					},
				},
			},
			{ required: ['competencies'], properties: { competencies: { type: 'array', ...withAnItem } } },
		],
	};
}

const blank: JsonSchema = { type: ['string', 'null'], pattern: '^\\s*$' };

const withAnItem: JsonSchema = { contains: { not: blank } };

function schemaOf(shape: Shape): JsonSchema {
	switch (shape.kind) {
		case 'text':
			return textSchema(shape);
		case 'target':
			return targetSchema;
		case 'list':
			return listSchema(shape);
		case 'record':
			return shape.shorthand === undefined
				? recordSchema(shape)
				: { anyOf: [textSchema({ kind: 'text' }), recordSchema(shape)] };
		case 'named':
			return { type: 'object', additionalProperties: orEmpty(shape.of) };
	}
}

function textSchema({ pattern, oneOf }: TextShape): JsonSchema {
	if (oneOf) return { type: 'string', enum: oneOf };
	if (pattern) return { type: 'string', pattern: pattern.source };
	return { type: ['string', 'number'] };
}

function listSchema(shape: ListShape): JsonSchema {
	return shape.orOne ? { anyOf: [schemaOf(shape.of), arraySchema(shape)] } : arraySchema(shape);
}

function arraySchema({ of, unique, notEmpty }: ListShape): JsonSchema {
	return { type: 'array', items: orEmpty(of), ...(unique && { uniqueItems: true }), ...(notEmpty && withAnItem) };
}

function recordSchema({ fields }: RecordShape): JsonSchema {
	const required = fields.filter((field) => field.required).map(({ name }) => name);
	return {
		type: 'object',
		properties: Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])),
		additionalProperties: false,
		...(required.length > 0 && { required }),
	};
}

function fieldSchema({ shape, required, documentation }: FrameworkField): JsonSchema {
	return { description: documentation, ...(required ? withContent(shape) : orEmpty(shape)) };
}

/** A field that is still to be filled in is no fault. */
function orEmpty(shape: Shape): JsonSchema {
	const schema = schemaOf(shape);
	const takesText =
		shape.kind === 'text' ||
		(shape.kind === 'list' && shape.orOne) ||
		(shape.kind === 'record' && shape.shorthand !== undefined);
	const empty = takesText ? blank : { type: 'null' };
	if (Array.isArray(schema['anyOf'])) return { anyOf: [...(schema['anyOf'] as unknown[]), empty] };
	if ('pattern' in schema || 'enum' in schema) return { anyOf: [schema, empty] };
	return { ...schema, type: [schema['type'], 'null'].flat() };
}

/** A text that is needed has something in it. */
function withContent(shape: Shape): JsonSchema {
	const schema = schemaOf(shape);
	if (shape.kind === 'text' && !shape.pattern) return { ...schema, pattern: '\\S' };
	if (shape.kind === 'list' && shape.orOne)
		return { anyOf: [{ ...schemaOf(shape.of), pattern: '\\S' }, arraySchema(shape)] };
	return schema;
}

const storyCount: JsonSchema = { type: 'integer', minimum: 1, maximum: maxStories };

const targetSchema: JsonSchema = {
	anyOf: [
		storyCount,
		{ type: 'string', pattern: targetPattern },
		{
			type: 'object',
			properties: { min: storyCount, max: storyCount },
			required: ['min', 'max'],
			additionalProperties: false,
		},
	],
};
