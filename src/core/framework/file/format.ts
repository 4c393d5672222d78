import { builtInIds } from '../built-in/ids.ts';
import { type SectionKind, sectionKinds, sectionTitles } from '../sectionKind.ts';

/** The form that a value of `star-framework.yaml` takes. Checking, the JSON Schema and the documentation read it. */
export type Shape = TextShape | TargetShape | ListShape | RecordShape | NamedShape;

/** One plain text. A number is read as it is written, unless the text has to match a pattern. */
export interface TextShape {
	readonly kind: 'text';
	readonly pattern?: TextPattern;
	/** The only texts accepted; the loader says what is wrong with another. */
	readonly oneOf?: readonly string[];
}

export interface TextPattern {
	/** A regular expression that JSON Schema and JavaScript both read. */
	readonly source: string;
	/** One sentence: what it asks for. */
	readonly says: string;
	/** The nearest text that fits, for a fix. */
	readonly tidy: (text: string) => string;
}

/** How many stories are wanted: `2`, `1-2` or `{ min: 1, max: 2 }`. */
export interface TargetShape {
	readonly kind: 'target';
}

export interface ListShape {
	readonly kind: 'list';
	readonly of: TextShape | RecordShape;
	/** Whether one value may stand for a list of one. */
	readonly orOne?: true;
	/** Whether an item that is there twice is a slip. */
	readonly unique?: true;
	/** Whether an empty list is one. */
	readonly notEmpty?: true;
}

/** Fields of known names. */
export interface RecordShape {
	readonly kind: 'record';
	readonly fields: readonly FrameworkField[];
	/** The field that a single text stands for. */
	readonly shorthand?: string;
}

/** Values under names that the author chooses. */
export interface NamedShape {
	readonly kind: 'named';
	readonly of: TargetShape;
}

export interface FrameworkField {
	readonly name: string;
	readonly shape: Shape;
	readonly required?: true;
	/** One or two sentences for hovers, completion and the schema. */
	readonly documentation: string;
}

/** Nobody prepares more stories than this for one competency. */
export const maxStories = 99;

const text: TextShape = { kind: 'text' };
const texts: ListShape = { kind: 'list', of: text, orOne: true };

const id: TextShape = {
	kind: 'text',
	pattern: {
		source: '^[a-z0-9]+(-[a-z0-9]+)*$',
		says: 'An id is words of a–z and 0–9 in lower case, joined by hyphens.',
		tidy: (written) =>
			written
				.normalize('NFKD')
				.toLowerCase()
				.replace(/[\p{M}'’]/gu, '')
				.replace(/[^a-z0-9]+/gu, ' ')
				.trim()
				.replaceAll(' ', '-'),
	},
};

function bySection(documentation: (kind: SectionKind, title: string) => string): RecordShape {
	const fields = sectionKinds.map((kind) => ({
		name: kind,
		shape: texts,
		documentation: documentation(kind, sectionTitles[kind]),
	}));
	return { kind: 'record', fields };
}

const questionFields: readonly FrameworkField[] = [
	{ name: 'text', shape: text, required: true, documentation: 'The question as an interviewer asks it.' },
	{
		name: 'id',
		shape: id,
		documentation:
			"A stable id, for the `questions` field of stories. Without one, it is made from the question's words.",
	},
	{ name: 'signal', shape: text, documentation: 'What the interviewer listens for, in one sentence.' },
];

const question: RecordShape = { kind: 'record', shorthand: 'text', fields: questionFields };

const probe: RecordShape = {
	kind: 'record',
	shorthand: 'text',
	fields: [
		{
			name: 'text',
			shape: text,
			required: true,
			documentation: 'The follow-up question as an interviewer asks it.',
		},
		{
			name: 'when',
			shape: texts,
			documentation:
				'Words or phrases of a story, one of which it must have for the question to fit. `migrat*` stands for any ending.',
		},
		{
			name: 'unless',
			shape: texts,
			documentation: 'Words or phrases with which a story answers it already: it is then not asked.',
		},
	],
};

const questionWithCompetencies: RecordShape = {
	kind: 'record',
	fields: [
		...questionFields,
		{
			name: 'competencies',
			shape: { ...texts, notEmpty: true },
			required: true,
			documentation: 'The competencies it probes, by id, name or alias.',
		},
	],
};

const competency: RecordShape = {
	kind: 'record',
	fields: [
		{
			name: 'id',
			shape: id,
			required: true,
			documentation: 'A stable id, such as `incident-command`. That of a competency you extend changes that one.',
		},
		{
			name: 'name',
			shape: text,
			documentation:
				'Its name as people say it. A new competency needs one; one you extend keeps its old name as an alias.',
		},
		{
			name: 'aliases',
			shape: texts,
			documentation: 'Other names that tags may use, in any language. They are added to those it has.',
		},
		{ name: 'description', shape: text, documentation: 'One line: what the interviewer wants to see.' },
		{
			name: 'target',
			shape: { kind: 'target' },
			documentation: 'How many ready stories you want: `2`, `1-2` or `{ min: 1, max: 2 }`. Without it, 1–2.',
		},
		{
			name: 'prompts',
			shape: bySection((_kind, title) => `What ${title} should answer for this competency.`),
			documentation:
				'What each section of a story should answer. A section named here replaces its prompts; the others stay.',
		},
		{
			name: 'questions',
			shape: { kind: 'list', of: question },
			documentation:
				'Questions that interviewers ask. They are added to those it has; one with the same id takes its place.',
		},
		{
			name: 'probes',
			shape: { kind: 'list', of: probe, orOne: true },
			documentation:
				'Follow-up questions that interviewers ask once a story for it is told, the most telling first. They replace those it has.',
		},
	],
};

/** The whole file: the one table that validation, the JSON Schema, completion and hover read. */
export const frameworkFile: RecordShape = {
	kind: 'record',
	fields: [
		{ name: 'id', shape: id, documentation: 'A stable id of this framework. Without one, `workspace`.' },
		{ name: 'name', shape: text, documentation: 'Its name as it is shown.' },
		{ name: 'version', shape: text, documentation: 'Your own version of it, such as `1.0.0`.' },
		{
			name: 'extends',
			shape: { kind: 'list', of: { kind: 'text', oneOf: builtInIds }, orOne: true, unique: true },
			documentation: `Built-in frameworks to begin with: ${builtInIds.map((name) => `\`${name}\``).join(', ')}.`,
		},
		{
			name: 'remove',
			shape: { ...texts, unique: true },
			documentation: 'Competencies of the extended frameworks that you do not want.',
		},
		{
			name: 'competencies',
			shape: { kind: 'list', of: competency },
			documentation:
				'Your own competencies, and changes to those you extend: an entry with the id of one changes only the fields it names.',
		},
		{
			name: 'targets',
			shape: { kind: 'named', of: { kind: 'target' } },
			documentation: 'How many ready stories you want, by competency: `mentorship: 2-3`.',
		},
		{
			name: 'sections',
			shape: bySection((_kind, title) => `More names for ${title}, in any language.`),
			documentation: 'More names under which a section is recognised.',
		},
		{
			name: 'questions',
			shape: { kind: 'list', of: questionWithCompetencies },
			documentation: 'Questions that probe one competency or several, such as those a company is known to ask.',
		},
		{
			name: 'confidential',
			shape: { ...texts, unique: true },
			documentation: 'Names that a redacted export replaces in every story.',
		},
	],
};
