import { Command } from 'commander';
import type { QuestionsOptions } from '../actions/questions.ts';
import { addAnswerOptions, addLensOption, usualExitCodes } from '../options.ts';
import type { End } from '../terminal.ts';

const help = `
With "-" the list of questions comes from standard input, one a line with or
without bullets and numbers, as Add Questions… reads it.
${usualExitCodes}

Examples:
  star-stories questions --unanswered
  star-stories questions --competency mentorship --format json
  star-stories questions - < pasted.txt
`;

/** `star-stories questions`: which questions the stories answer. */
export function questionsCommand(end: End): Command {
	const command = new Command('questions')
		.summary('list the questions that may be asked')
		.description('Lists the questions that may be asked, what each probes, and the stories that answer it.')
		.argument('[list]', '"-" reads a list of questions from standard input')
		.option('-c, --competency <competency>', 'those that probe it: an id, a name or an alias')
		.option('--unanswered', 'those that no story answers');
	return addAnswerOptions(addLensOption(command))
		.addHelpText('after', help)
		.action(async (list: string | undefined, options: QuestionsOptions) =>
			end(await (await import('../actions/questions.ts')).questions(list, options)),
		);
}
