import type { Analysis } from '../../rules/analysis.ts';
import type { Story } from '../../story/model.ts';
import type { LineMap } from '../../text/lines.ts';
import { type Problem, type Severity, severities } from '../../text/problem.ts';

/** Version of the form of {@link CheckResult}: it grows by one when something a reader relies on changes. */
const checkVersion = 1;

/** What a check of some files found, as other programs read it. Plain data; the same files give the same bytes. */
export interface CheckResult {
	readonly version: typeof checkVersion;
	/** How many Markdown files were read. */
	readonly files: number;
	/** How many stories they tell. */
	readonly stories: number;
	/** By file, then by place. */
	readonly problems: readonly CheckProblem[];
	/** What was mended before, where that was asked for. */
	readonly fixed?: readonly FixedProblem[];
}

/** A problem that was mended. */
export interface FixedProblem {
	readonly file: string;
	readonly rule: string;
	/** What was done, as the editor calls it. */
	readonly fix: string;
}

/** A problem with its place as editors count. */
export interface CheckProblem {
	readonly file: string;
	readonly rule: string;
	readonly severity: Severity;
	readonly message: string;
	readonly start: CheckPosition;
	/** After the last character. */
	readonly end: CheckPosition;
	/** Title of the story it belongs to, where it belongs to one. */
	readonly story?: string;
	/** Ways to mend it that the editor offers, the usual one first. */
	readonly fixes?: readonly string[];
}

/** A place in a text, both counted from 1, columns in UTF-16 code units. */
export interface CheckPosition {
	readonly line: number;
	readonly column: number;
}

/** A file that was read. */
export interface CheckedFile {
	/** The path that its problems name. */
	readonly path: string;
	readonly analysis: Pick<Analysis, 'kind' | 'stories' | 'problems'>;
	readonly lines: LineMap;
}

/**
 * Gathers what a check found.
 *
 * @param files the Markdown files, in any order
 * @param framework the problems of the framework file, where there is one
 * @param read how many Markdown files were read, where those that say nothing are left out
 */
export function checkResult(
	files: readonly CheckedFile[],
	framework?: Omit<CheckedFile, 'analysis'> & { readonly problems: readonly Problem[] },
	read = files.length,
): CheckResult {
	const inOrder = files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
	const tagged = files.filter(({ analysis: { kind } }) => kind === 'story' || kind === 'bank');
	const ofFramework = framework?.problems.map((problem) => checkProblem(framework, problem, [])) ?? [];
	const ofStories = inOrder.flatMap((file) =>
		file.analysis.problems.map((problem) => checkProblem(file, problem, file.analysis.stories)),
	);
	return {
		version: checkVersion,
		files: read,
		stories: tagged.reduce((sum, { analysis }) => sum + analysis.stories.length, 0),
		// A framework that cannot be read colours everything else.
		problems: [...ofFramework, ...ofStories],
	};
}

function checkProblem(
	{ path, lines }: Omit<CheckedFile, 'analysis'>,
	problem: Problem,
	stories: readonly Story[],
): CheckProblem {
	const place = (offset: number): CheckPosition => {
		const { line, character } = lines.positionAt(offset);
		return { line: line + 1, column: character + 1 };
	};
	const { rule, severity, message, span } = problem;
	const story = problem.story === undefined ? undefined : stories[problem.story]?.title;
	const fixes = problem.fixes
		?.toSorted((a, b) => Number(b.preferred ?? false) - Number(a.preferred ?? false))
		.map(({ title }) => title);
	return {
		file: path,
		rule,
		severity,
		message,
		start: place(span.start),
		end: place(span.end),
		...(story !== undefined && { story }),
		...(fixes && fixes.length > 0 && { fixes }),
	};
}

/** How many problems of each severity there are. */
export function countsOf({ problems }: CheckResult): Readonly<Record<Severity, number>> {
	const counts = { error: 0, warning: 0, information: 0, hint: 0 };
	for (const { severity } of problems) counts[severity]++;
	return counts;
}

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
			fixed: {
				type: 'array',
				items: {
					type: 'object',
					required: ['file', 'rule', 'fix'],
					additionalProperties: false,
					properties: { file: { type: 'string' }, rule: { type: 'string' }, fix: { type: 'string' } },
				},
				description: 'What --fix mended before; absent without it.',
			},
		},
		$defs: { problem, place },
	};
}
