import { severities } from '../../text/problem.ts';
import { checkVersion } from './checkResult.ts';

/** Where the schema is published, from the root of the package. */
export const checkSchemaPath = 'schemas/check.schema.json';

/** The JSON Schema of what `star-stories check --format json` prints. */
export function checkSchema(): object {
	const count = { type: 'integer', minimum: 0 };
	const place = {
		type: 'object',
		required: ['line', 'column'],
		additionalProperties: false,
		properties: {
			line: { type: 'integer', minimum: 1 },
			column: { type: 'integer', minimum: 1, description: 'Counted from 1, in UTF-16 code units.' },
		},
	};
	const problem = {
		type: 'object',
		required: ['file', 'rule', 'severity', 'message', 'start', 'end'],
		additionalProperties: false,
		properties: {
			file: { type: 'string', description: 'Path from where the command ran, with /.' },
			rule: { type: 'string', description: 'Id of the rule.' },
			severity: { enum: [...severities] },
			message: { type: 'string' },
			start: { $ref: '#/$defs/place' },
			end: { $ref: '#/$defs/place', description: 'After the last character.' },
			story: { type: 'string', description: 'Title of the story it belongs to.' },
			fixes: {
				type: 'array',
				items: { type: 'string' },
				minItems: 1,
				description: 'Ways to mend it that the editor offers, the usual one first.',
			},
		},
	};
	return {
		$schema: 'http://json-schema.org/draft-07/schema#',
		title: 'What star-stories check found',
		type: 'object',
		required: ['version', 'files', 'stories', 'problems'],
		additionalProperties: false,
		properties: {
			version: { const: checkVersion, description: 'Grows when something changes that a reader relies on.' },
			files: { ...count, description: 'How many Markdown files were read.' },
			stories: { ...count, description: 'How many stories they tell.' },
			problems: { type: 'array', items: { $ref: '#/$defs/problem' }, description: 'By file, then by place.' },
		},
		$defs: { problem, place },
	};
}
