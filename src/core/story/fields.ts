import type { Located, Span } from '../text/span.ts';
import type { Quote, YamlScalar } from '../text/yaml/yamlValue.ts';

/** The form a field's value takes. */
export type FieldType =
	| 'string'
	| 'strings'
	| 'strength'
	| 'status'
	| 'archetypes'
	| 'scope'
	| 'angles'
	| 'date'
	| 'type';

/** A front matter field that belongs to stories. */
export interface Field {
	readonly name: string;
	/** Another spelling with the same meaning. */
	readonly alias?: string;
	readonly type: FieldType;
	/** One or two sentences for hovers and completion. */
	readonly documentation: string;
}

export const statuses = ['draft', 'ready', 'retired'] as const;
export type Status = (typeof statuses)[number];

/** The Staff archetypes, by the names Will Larson gives them at StaffEng. */
export const archetypes = ['tech-lead', 'architect', 'solver', 'right-hand'] as const;
export type Archetype = (typeof archetypes)[number];

/** Strength goes from 1 to this. */
export const maxStrength = 5;

/** The value of `type` that marks a document as a story. */
export const storyType = 'star-story';

/** The one table of fields; validation, completion and hover read it. */
export const fields: readonly Field[] = [
	{
		name: 'competencies',
		alias: 'competency',
		type: 'strings',
		documentation: 'The competencies this story proves: ids, names or aliases. The first is the primary one.',
	},
	{ name: 'type', type: 'type', documentation: `\`${storyType}\` marks a file as a story before it has tags.` },
	{ name: 'title', type: 'string', documentation: "The story's title. Without it, the first heading is." },
	{ name: 'strength', type: 'strength', documentation: 'Your own rating of the story, 1 to 5.' },
	{
		name: 'status',
		type: 'status',
		documentation: '`draft`, `ready` or `retired`. Retired stories are kept, not counted.',
	},
	{
		name: 'archetype',
		type: 'archetypes',
		documentation: 'The Staff archetype it shows: `tech-lead`, `architect`, `solver` or `right-hand`.',
	},
	{
		name: 'scope',
		type: 'scope',
		documentation: 'How far it reached: `team`, `teams`, `org`, `company` or `industry`.',
	},
	{ name: 'date', type: 'date', documentation: 'When it happened: `2024`, `2024-06` or `2024-06-30`.' },
	{ name: 'company', type: 'string', documentation: 'Where it happened. A redacted export removes it.' },
	{ name: 'project', type: 'string', documentation: 'The project. A redacted export removes it.' },
	{ name: 'role', type: 'string', documentation: 'Your role at the time.' },
	{ name: 'team', type: 'string', documentation: 'Your team at the time.' },
	{ name: 'metrics', type: 'strings', documentation: 'The numbers to remember.' },
	{ name: 'questions', type: 'strings', documentation: 'Questions this story answers: ids or your own words.' },
	{
		name: 'angles',
		type: 'angles',
		documentation:
			'With which sentence you turn the story to each competency: `mentorship: Lead with how I handed over the pager`.',
	},
	{ name: 'confidential', type: 'strings', documentation: 'Names that a redacted export replaces.' },
	{ name: 'ignore', type: 'strings', documentation: 'Rules switched off for this file.' },
];

const byName = new Map(fields.flatMap((field) => [field.name, field.alias].map((name) => [name, field] as const)));

/** The field that a front matter key names, if it is one of ours. */
export function fieldNamed(key: string): Field | undefined {
	return byName.get(key);
}

/** What the value of a field says, in front matter, where it is a `YamlValue`, or in a line of a story. */
export type FieldValue = ScalarValue | ListValue | MappingValue | AliasValue;

export interface ScalarValue {
	readonly kind: 'scalar';
	readonly type: YamlScalar['type'];
	/** The text without quotes and escapes; for other than strings, as written. */
	readonly text: string;
	/** The characters between the quotes, where it is quoted. */
	readonly span: Span;
	readonly quote?: Quote;
}

export interface ListValue {
	readonly kind: 'list';
	readonly items: readonly FieldValue[];
	readonly span: Span;
}

export interface MappingValue {
	readonly kind: 'mapping';
	/** In the order written; a key may stand twice. */
	readonly entries: readonly NamedValue[];
	readonly span: Span;
}

export interface NamedValue {
	readonly key: ScalarValue;
	readonly value: FieldValue;
}

/** An alias of named values, or of a list in a list. */
export interface AliasValue {
	readonly kind: 'alias';
	readonly span: Span;
}

/** A field of a story, from front matter or from a line under its heading. */
export interface StoryField {
	readonly field: Field;
	readonly key: Located<string>;
	readonly value: FieldValue;
	/** Whether it stands in a cell of a table, below or beside its key. */
	readonly isCell?: true;
}
