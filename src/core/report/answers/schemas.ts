import { unansweredKinds } from '../../questions/recall/unanswered.ts';
import { listOf, published, record, type Schema, text, versionOf } from '../jsonSchema.ts';
import { competencySchema, optionalCompetency, optionalStoryContent, storyContentSchema } from '../reportSchema.ts';
import { cardVersion } from './cardResult.ts';
import { changeVersion } from './changeResult.ts';
import { coverageVersion } from './coverageResult.ts';
import { findVersion } from './findResult.ts';
import { probesVersion } from './probesResult.ts';
import { questionsVersion } from './questionsResult.ts';

const place = {
	file: { ...text, description: 'With /, from where the answer was given.' },
	line: { type: 'integer', minimum: 1, description: 'Of the heading of the story.' },
};
const titled = { title: text, ...place };
const lens = {
	...text,
	description: 'Name of the framework through which the stories are seen; absent where it is all that are active.',
};

/** The JSON Schema of what `star-stories find` answers. */
export function findSchema(): Schema {
	const asked = record(
		{
			id: text,
			name: text,
			confidence: { enum: ['likely', 'possible'] },
			inactiveIn: { ...text, description: 'Id of the built-in framework that has it, where no active one does.' },
		},
		['inactiveIn'],
	);
	const found = record(
		{
			...titled,
			fit: { enum: ['strong', 'workable', 'stretch'] },
			reasons: listOf(text, { description: 'Why it was found, each in a few words.' }),
			angle: { ...text, description: 'The sentence that turns it to what is asked for.' },
			told: { ...text, description: 'Which company that is still asking has heard it.' },
		},
		['angle', 'told'],
	);
	return published(
		'Stories that answer a question',
		record(
			{
				version: versionOf(findVersion),
				question: text,
				kind: {
					enum: ['behavioural', ...unansweredKinds],
					description: '`behavioural` for a question that stories answer, else what it asks for instead.',
				},
				advice: { ...text, description: 'What to do where no story answers questions of this kind.' },
				competencies: listOf(asked, { description: 'What it probes, the likeliest first.' }),
				stories: listOf(found, { description: 'The best first.' }),
			},
			['advice'],
		),
	);
}

/** The JSON Schema of what `star-stories coverage` answers. */
export function coverageSchema(): Schema {
	const best = listOf(record({ ...titled, why: listOf(text) }), {
		description: 'The one or two to tell first, the better one in front.',
	});
	return published(
		'What stories cover',
		record(
			{
				version: versionOf(coverageVersion),
				lens,
				stories: { type: 'integer', minimum: 0, description: 'All of them, the retired ones too.' },
				competencies: listOf(record({ ...competencySchema, best }, optionalCompetency)),
			},
			['lens'],
		),
	);
}

/** The JSON Schema of what `star-stories card` answers. */
export function cardSchema(): Schema {
	return published(
		'The cue card of a story',
		record({ version: versionOf(cardVersion), ...place, ...storyContentSchema }, optionalStoryContent),
	);
}

/** The JSON Schema of what `star-stories questions` answers. */
export function questionsSchema(): Schema {
	const question = record(
		{
			id: { ...text, description: 'Absent where only a story or a pasted list has the question.' },
			text,
			competencies: listOf(record({ id: text, name: text })),
			stories: listOf(record(titled), { description: 'Those that answer it, the one to tell first in front.' }),
		},
		['id'],
	);
	return published(
		'Questions with the stories that answer them',
		record({ version: versionOf(questionsVersion), questions: listOf(question) }),
	);
}

/** The JSON Schema of what `star-stories probes` answers. */
export function probesSchema(): Schema {
	const probe = record(
		{
			id: { ...text, description: 'What raises it.' },
			question: text,
			line: { ...place.line, description: 'Of the words that raise it.' },
			competency: { ...text, description: 'Id of the competency whose own question it is.' },
			answer: { ...text, description: 'What stands under Follow-ups for it.' },
		},
		['competency', 'answer'],
	);
	return published(
		'What an interviewer asks next',
		record({ version: versionOf(probesVersion), stories: listOf(record({ ...titled, probes: listOf(probe) })) }),
	);
}

/** The JSON Schema of what commands answer that change files. */
export function changeSchema(): Schema {
	const file = record({
		file: place.file,
		what: listOf(text, { description: 'What is done to it, each in a few words.' }),
		diff: { ...text, description: 'In the unified form.' },
	});
	return published(
		'What is changed in files',
		record({
			version: versionOf(changeVersion),
			written: { type: 'boolean', description: 'Whether it stands in the files now.' },
			files: listOf(file),
		}),
	);
}

/** The schemas by the names of the files in which they are published. */
export const answerSchemas: Readonly<Record<string, () => Schema>> = {
	find: findSchema,
	coverage: coverageSchema,
	card: cardSchema,
	questions: questionsSchema,
	probes: probesSchema,
	change: changeSchema,
};
