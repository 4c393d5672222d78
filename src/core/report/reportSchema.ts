import { targetLevels } from '../framework/targetLevel.ts';
import { sectionKinds } from '../framework/sectionKind.ts';
import { shareKinds } from '../library/portfolio/shares.ts';
import { wantedKinds } from '../library/portfolio/wantedKinds.ts';
import { archetypes, maxStrength, statuses } from '../story/fields.ts';
import { storyScopes } from '../story/storyScope.ts';
import { severities } from '../text/problem.ts';
import { count, countsOf, day, listOf, published, record, type Schema, text, versionOf } from './jsonSchema.ts';
import { reportVersion } from './report.ts';

/** Where the schema is published, from the root of the package. */
export const reportSchemaPath = 'schemas/report.schema.json';

const story: Schema = { ...count, description: 'Index in `stories`.' };
const state: Schema = { enum: ['gap', 'weak', 'single', 'covered', 'rich'] };

const place = {
	path: { ...text, description: 'Path from the folder, with /.' },
	line: { type: 'integer', minimum: 1 },
	link: { ...text, description: 'Where a link to the place leads.' },
};

/** What a report says of a story, but for its place and its problems. */
export const storyContentSchema: Readonly<Record<string, Schema>> = {
	title: text,
	status: { enum: [...statuses] },
	strength: { type: 'integer', minimum: 1, maximum: maxStrength },
	date: text,
	scope: { enum: [...storyScopes], description: 'How far it reached.' },
	archetypes: listOf({ enum: [...archetypes] }),
	company: text,
	project: text,
	team: text,
	role: text,
	competencies: listOf(text, { description: 'Names of the competencies that it proves, the primary one first.' }),
	unknownTags: listOf(text),
	opening: { ...text, description: 'The sentence to open with.' },
	inShort: { ...text, description: 'What the author wrote under “In short”.' },
	lines: listOf(record({ kind: { enum: [...sectionKinds] }, text })),
	angles: listOf(record({ competency: text, text }), {
		description: 'With which sentence it is turned to each competency.',
	}),
	metrics: listOf(text, { description: 'The numbers to remember, the headline first.' }),
	probes: listOf(record({ question: text, answer: text }, ['answer']), {
		description: 'What an interviewer asks next, with the answers that stand under “Follow-ups”.',
	}),
	words: count,
	spoken: { ...text, description: 'How long it takes to tell.' },
};

/** Those of them that may be absent. */
export const optionalStoryContent = [
	'strength',
	'date',
	'scope',
	'archetypes',
	'company',
	'project',
	'team',
	'role',
	'opening',
	'inShort',
	'angles',
	'spoken',
] as const;

const reportStory = record({ ...place, ...storyContentSchema, problems: { ...count, description: 'Open problems.' } }, [
	'link',
	...optionalStoryContent,
]);

const scope = { enum: [...storyScopes] };

/** What a report says of a competency, but for the stories to tell first. */
export const competencySchema: Readonly<Record<string, Schema>> = {
	id: text,
	name: text,
	target: record({ min: count, max: count }),
	state,
	ready: { ...count, description: 'Stories that are ready.' },
	stories: { ...count, description: 'Stories that are not retired.' },
	advice: text,
	prompts: listOf(text, { description: 'Questions to ask oneself where there is a gap.' }),
	opportunities: listOf(record({ text, when: text }, ['when']), {
		description: 'What the author plans in order to get a story for it.',
	}),
	reach: {
		...record({ widest: scope, wanted: scope, unsaid: count }, ['widest']),
		description: 'How far its stories reached, against what the level wants; absent where no story says.',
	},
};

/** Those of them that may be absent. */
export const optionalCompetency = ['reach'] as const;

const competency = record(
	{
		...competencySchema,
		best: listOf(record({ story, why: listOf(text) }), {
			description: 'The one or two to tell first, the better one in front.',
		}),
	},
	optionalCompetency,
);

const question = record(
	{
		id: text,
		text,
		competencies: listOf(text),
		stories: listOf(story, { description: 'Stories that answer it, the one to tell first in front.' }),
	},
	['id'],
);

const problem = record({ ...place, message: text, story }, ['link', 'story']);

const shareCount: Readonly<Record<string, Schema>> = {
	stories: count,
	ready: count,
	percent: { ...count, description: 'Of all stories that are not retired, rounded.' },
};

const portfolio = record(
	{
		stories: { ...count, description: 'Stories that are not retired.' },
		ready: count,
		shares: listOf(
			record({
				kind: { enum: [...shareKinds] },
				parts: listOf(record({ name: text, ...shareCount })),
				unsaid: { ...record(shareCount), description: 'The stories that do not say.' },
			}),
			{ description: 'By what any story says.' },
		),
		missing: listOf(
			record({
				kind: { enum: [...wantedKinds] },
				maybe: listOf(story, { description: 'Stories that may be one, and are not tagged so.' }),
			}),
			{ description: 'Kinds of stories that interviewers ask everybody for.' },
		),
		nothingSince: {
			...record({ date: text, undated: count }),
			description: 'When the latest story happened, where that is more than two years ago.',
		},
		crowded: listOf(record({ name: text, stories: count, percent: count }), {
			description: 'Projects from which over 40 % of the stories come.',
		}),
		retire: listOf(record({ story, reasons: listOf(text) }), {
			description: 'Ready stories that could go, the weakest first.',
		}),
	},
	['nothingSince'],
);

const interviews = record({
	held: count,
	asked: { ...count, description: 'Questions.' },
	landing: listOf(record({ story, told: count, well: count, ok: count, badly: count }), {
		description: 'Stories that were told, those that land best in front.',
	}),
	often: listOf(record({ story, company: text, times: count }), {
		description: 'Stories that one company has heard more than three times.',
	}),
	unforeseen: listOf(
		record({ text, competencies: listOf(text), company: text, date: text, why: text }, ['company', 'date']),
		{ description: 'Questions that were asked although no story was ready for them.' },
	),
});

const changes = record(
	{
		since: { ...day, description: 'The day of the earlier report.' },
		added: listOf(story),
		removed: listOf(text, { description: 'Titles of stories that are gone.' }),
		changed: listOf(record({ story, what: listOf(text, { minItems: 1 }) })),
		competencies: listOf(record({ name: text, from: state, to: state })),
		problems: record({ from: count, to: count }),
	},
	['since'],
);

/** The JSON Schema of a report in JSON. */
export function reportSchema(): Schema {
	return published(
		'STAR Stories report',
		record(
			{
				version: versionOf(reportVersion),
				date: { ...day, description: 'The day on which it was made.' },
				lens: {
					...text,
					description:
						'Name of the framework through which the stories are seen; absent where it is all that are active.',
				},
				scope: { ...text, description: 'The folder that it is about; absent where it is about all stories.' },
				redaction: {
					...record(
						{
							listed: count,
							replaced: listOf(record({ placeholder: text, count })),
							unread: { ...count, description: 'Files whose list of names could not be read for sure.' },
						},
						['unread'],
					),
					description: 'What stands where names stood; absent where nobody asked to hide any.',
				},
				summary: record({
					stories: count,
					files: count,
					statuses: countsOf(statuses),
					states: countsOf(state['enum'] as readonly string[]),
					problems: count,
				}),
				level: {
					enum: [...targetLevels],
					description: 'What the author prepares for; absent where no story says how far it reached.',
				},
				competencies: listOf(competency),
				questions: listOf(question, {
					description: 'Questions of the framework in its order, then those that only stories name.',
				}),
				stories: listOf(reportStory),
				problems: listOf(
					record({
						rule: text,
						severity: { enum: [...severities] },
						found: listOf(problem, { minItems: 1 }),
					}),
					{ description: 'Open problems by rule.' },
				),
				portfolio: {
					...portfolio,
					description: 'What the stories are together; absent where there is none that is not retired.',
				},
				interviews: {
					...interviews,
					description: 'What interviews say of the stories; absent where none was held.',
				},
				changes: {
					...changes,
					description: 'What is different from an earlier report; absent where there is none.',
				},
			},
			['date', 'lens', 'scope', 'redaction', 'level', 'portfolio', 'interviews', 'changes'],
		),
	);
}
