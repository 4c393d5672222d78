import { Command } from 'commander';
import type { FindOptions } from '../actions/find.ts';
import { addAnswerOptions, readCount } from '../options.ts';
import type { End } from '../terminal.ts';

const help = `
What it finds, and in which order, is what Find a Story… shows in the editor.
With "-" each line of standard input is a question, answered as soon as it has
come, by one line of JSON unless --format text is given.

Exit codes:
  0  stories are found
  1  no story answers the question, or one of them
  2  wrong usage, or something could not be read
  3  with --redact: not all that names anything could be hidden for sure

Examples:
  star-stories find "Tell me about a time you disagreed with your manager"
  star-stories find "How do you mentor?" --limit 1 --format json
  star-stories find - < questions.txt > answers.jsonl
`;

/** `star-stories find`: the stories that answer a question. */
export function findCommand(end: End): Command {
	const command = new Command('find')
		.summary('find the stories that answer a question')
		.description('Finds the stories that answer a question, the best first.')
		.argument('<question>', 'in any words; "-" reads one a line from standard input')
		.option('-n, --limit <number>', 'how many stories to name at most', readCount, 5);
	return addAnswerOptions(command)
		.addHelpText('after', help)
		.action(async (question: string, options: FindOptions, self: Command) => {
			const { find } = await import('../actions/find.ts');
			end(await find(question, options, self.getOptionValueSource('format') !== 'default'));
		});
}
