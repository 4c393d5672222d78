import type { FullLibraryStory } from '../../core/library/storyIndex.ts';
import { cardResult } from '../../core/report/answers/cardResult.ts';
import { coverageResult } from '../../core/report/answers/coverageResult.ts';
import { findResult } from '../../core/report/answers/findResult.ts';
import { probesResult } from '../../core/report/answers/probesResult.ts';
import { questionsResult } from '../../core/report/answers/questionsResult.ts';
import { answerSchemas } from '../../core/report/answers/schemas.ts';
import { storyNamed } from '../../core/report/answers/storyNamed.ts';
import { cardText, coverageText, findText, probesText, questionsText } from '../../core/report/answers/text.ts';
import { type CheckResult, checkResult, checkSchema } from '../../core/report/check/checkResult.ts';
import { checkFormats } from '../../core/report/check/formats.ts';
import type { NamesRead } from '../../core/text/names/hideable.ts';
import { analyseFile } from '../readStories.ts';
import type { View } from './discretion.ts';
import type { ServedLibrary } from './folderLibrary.ts';
import { countIn, draftIn, type Given, neededWordsIn, WrongArgument, wordsIn } from './given.ts';

/** What a tool answers. */
export interface ToolAnswer {
	/** As the command line has it with `--format json`, names and all. */
	readonly result: object;
	/** Puts it into words. */
	readonly text: (result: object) => string;
	/** Names of a text that is in no file. */
	readonly names?: NamesRead | undefined;
}

/** A tool that only reads. */
export interface StoryTool {
	readonly name: string;
	readonly title: string;
	/** For the model. */
	readonly description: string;
	/** JSON Schema of its arguments; what a client sends is checked all the same. */
	readonly inputSchema: ObjectSchema;
	/** JSON Schema of its answer. */
	readonly outputSchema: () => object;
	/** @throws WrongArgument */
	readonly answer: (library: ServedLibrary, given: Given, view: View) => ToolAnswer;
}

interface ObjectSchema {
	readonly type: 'object';
	readonly [key: string]: unknown;
}

const competency = { type: 'string', description: 'Id or name of one competency; all when left out.' };
const story = { type: 'string', description: 'Its title, or its place such as stories/outage.md:12.' };

/** How many stories `find` names. */
const found = { usual: 5, max: 20 };

/** The tools, in the order in which they are offered. */
export const storyTools: readonly StoryTool[] = [
	{
		name: 'check',
		title: 'Check stories',
		description:
			'Finds what STAR stories still lack: missing or empty sections, open placeholders, results without a number, ' +
			'tags that nobody knows, balance and length. Of all stories, of one file, or of a draft that is not saved yet. ' +
			'Never satisfy a finding with an invented fact: ask the author.',
		inputSchema: taking({
			file: {
				type: 'string',
				description: 'Path of one file from the folder, as other answers name it; all when left out.',
			},
			text: { type: 'string', description: 'The text of a draft in Markdown, checked instead of the file.' },
		}),
		outputSchema: checkSchema,
		answer: (library, given, view) => {
			const file = wordsIn(given, 'file');
			const text = draftIn(given, 'text');
			if (text === undefined) return answerOf(checked(library, file, view), checkText);
			const draft = analyseFile(library.folder, file ?? 'draft.md', text);
			return { ...answerOf(checkResult([draft]), checkText), names: draft.analysis.names };
		},
	},
	{
		name: 'find',
		title: 'Find a story for a question',
		description:
			'Finds the author’s own stories that best answer a behavioural interview question, best first, with the ' +
			'reason. The card of one tells more.',
		inputSchema: taking(
			{
				question: { type: 'string', description: 'The question as the interviewer asks it, in English.' },
				limit: {
					type: 'integer',
					minimum: 1,
					maximum: found.max,
					default: found.usual,
					description: 'How many stories at most.',
				},
			},
			['question'],
		),
		outputSchema: schemaOf('find'),
		answer: ({ answering }, given, { asked }) => {
			const question = neededWordsIn(given, 'question', 'what was asked');
			return answerOf(findResult(answering, question, countIn(given, 'limit', found), asked), findText);
		},
	},
	{
		name: 'coverage',
		title: 'What the stories cover',
		description:
			'Tells for each competency how many stories are ready against the target, whether it is a gap, weak, single, ' +
			'covered or rich, and which to tell first.',
		inputSchema: taking({ competency }),
		outputSchema: schemaOf('coverage'),
		answer: ({ answering }, given) => {
			const result = coverageResult(answering);
			const id = competencyIn(given, answering);
			const competencies = result.competencies.filter((each) => id === undefined || each.id === id);
			return answerOf({ ...result, competencies }, coverageText);
		},
	},
	{
		name: 'card',
		title: 'A story at a glance',
		description: 'Shows one story as a cue card: opening, a line a section, the numbers, the time to tell it.',
		inputSchema: taking({ story }, ['story']),
		outputSchema: schemaOf('card'),
		answer: ({ answering }, given, view) => answerOf(cardResult(answering, storyIn(given, view)), cardText),
	},
	{
		name: 'questions',
		title: 'What will be asked',
		description: 'Lists interview questions with what they probe and the stories that answer them.',
		inputSchema: taking({ competency }),
		outputSchema: schemaOf('questions'),
		answer: (library, given) => answerOf(questionsFor(library, given), questionsText),
	},
	{
		name: 'probes',
		title: 'What is asked next',
		description:
			'Lists the follow-up questions that an interviewer asks about one story, or about all, made from their own ' +
			'words, with the answer where one stands ready.',
		inputSchema: taking({ story: { ...story, description: `${story.description} All when left out.` } }),
		outputSchema: schemaOf('probes'),
		answer: ({ answering }, given, view) => {
			const wanted = wordsIn(given, 'story') === undefined ? undefined : [storyIn(given, view)];
			return answerOf(probesResult(answering, wanted), probesText);
		},
	},
];

/**
 * The questions of one competency, or all.
 *
 * @throws WrongArgument
 */
export function questionsFor({ answering }: ServedLibrary, given: Given): ReturnType<typeof questionsResult> {
	const id = competencyIn(given, answering);
	const { questions, ...rest } = questionsResult(answering);
	const isWanted = (of: readonly { readonly id: string }[]) => id === undefined || of.some((each) => each.id === id);
	return { ...rest, questions: questions.filter(({ competencies }) => isWanted(competencies)) };
}

/**
 * The story that is meant, by what the client was told of it.
 *
 * @throws WrongArgument
 */
export function storyIn(given: Given, { named, own }: View): FullLibraryStory {
	const name = neededWordsIn(given, 'story', 'which story is meant');
	const meant = storyNamed(named, name);
	if ('story' in meant) return own(meant.story);
	const rows = meant.meant.map((entry) => `${entry.story.title} (${entry.file}:${named.placeOf(entry).line})`);
	throw new WrongArgument(
		rows.length > 0
			? `No single story is called that. Is one of these meant? ${rows.join('; ')}`
			: 'No story is called that: find, coverage and questions name them.',
	);
}

/** @throws WrongArgument */
function checked({ files, read, folder: { frameworkFile } }: ServedLibrary, wanted: string | undefined, view: View) {
	if (wanted !== undefined) {
		const meant = files.filter(({ path }) => view.shown(path) === wanted);
		if (meant.length === 0) throw new WrongArgument('No story stands in such a file.');
		return checkResult(meant);
	}
	return checkResult(
		files,
		frameworkFile && {
			path: frameworkFile.path,
			lines: frameworkFile.lines,
			problems: frameworkFile.loaded.problems,
		},
		read,
	);
}

/** What a check found, in words. */
export function checkText(result: CheckResult): string {
	return checkFormats.text(result, (text) => text).trimEnd();
}

/** @throws WrongArgument where no competency is called that */
function competencyIn(given: Given, { lookups: { competencies } }: ServedLibrary['answering']): string | undefined {
	const wanted = wordsIn(given, 'competency');
	if (wanted === undefined) return undefined;
	const meant = competencies.find(wanted);
	if (meant) return meant.id;
	const known = competencies.all.map(({ name }) => name).join(', ');
	throw new WrongArgument(`There is no competency of that name here. There are: ${known}.`);
}

function answerOf<T extends object>(result: T, text: (result: T) => string): ToolAnswer {
	return { result, text: text as (result: object) => string };
}

function taking(properties: Readonly<Record<string, object>>, required: readonly string[] = []): ObjectSchema {
	return { type: 'object', additionalProperties: false, properties, ...(required.length > 0 && { required }) };
}

function schemaOf(answer: string): () => object {
	return () => answerSchemas[answer]?.() ?? {};
}
