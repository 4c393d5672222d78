import { questionsText } from '../../core/report/answers/text.ts';
import { checkResult } from '../../core/report/check/checkResult.ts';
import { honestyRules, mockTask, reviewTask } from '../../core/report/guidance.ts';
import type { View } from './discretion.ts';
import type { ServedLibrary } from './folderLibrary.ts';
import type { Given } from './given.ts';
import { storyText } from './resources.ts';
import { checkText, questionsFor, storyIn } from './tools.ts';

/** A prompt that a person picks. */
export interface StoryPrompt {
	readonly name: string;
	readonly title: string;
	readonly description: string;
	readonly arguments: readonly { readonly name: string; readonly description: string; readonly required: boolean }[];
	/**
	 * What is said to the model, before names are hidden in it.
	 *
	 * @throws WrongArgument
	 */
	readonly text: (library: ServedLibrary, given: Given, view: View) => string;
}

/** The prompts, in the order in which they are offered. */
export const storyPrompts: readonly StoryPrompt[] = [
	{
		name: 'review-my-story',
		title: 'Review my story',
		description: 'What one of your stories lacks, and what an interviewer would still ask.',
		arguments: [{ name: 'story', description: 'Its title, or its place.', required: true }],
		text: ({ files }, given, view) => {
			const { file: path, index, story } = storyIn(given, view);
			const file = files.find((each) => each.path === path);
			const { problems, ...result } = checkResult(file ? [file] : []);
			const own = problems.filter((problem) => problem.story === undefined || problem.story === story.title);
			return [
				reviewTask,
				honestyRules,
				`What the check found:\n${checkText({ ...result, stories: 1, problems: own })}`,
				`The story:\n\n${storyText(file, index)}`,
			].join('\n\n');
		},
	},
	{
		name: 'mock-interview',
		title: 'Mock interview',
		description: 'A behavioural interview question, your answer, follow-ups, and what to change.',
		arguments: [{ name: 'competency', description: 'Id or name of the competency to ask about.', required: false }],
		text: (library, given) => {
			const { questions, ...rest } = questionsFor(library, given);
			const sorted = questions.toSorted((a, b) => Math.min(a.stories.length, 2) - Math.min(b.stories.length, 2));
			return [mockTask, honestyRules, questionsText({ ...rest, questions: sorted })].join('\n\n');
		},
	},
];
