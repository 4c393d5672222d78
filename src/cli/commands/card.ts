import { Command } from 'commander';
import { addAnswerOptions, type AnswerOptions, usualExitCodes } from '../options.ts';
import type { End } from '../terminal.ts';

const help = `${usualExitCodes}

Examples:
  star-stories card "Retiring the nightly reindex"
  star-stories card stories/reindex.md --format json
  star-stories card stories/bank.md:42 --redact
`;

/** `star-stories card`: the cue card of a story. */
export function cardCommand(end: End): Command {
	const command = new Command('card')
		.summary('show the cue card of a story')
		.description('Shows what to glance at before telling a story, out of its own sentences.')
		.argument('<story>', 'its title, its file, or a line of it as in stories/bank.md:42');
	return addAnswerOptions(command)
		.addHelpText('after', help)
		.action(async (story: string, options: AnswerOptions) =>
			end(await (await import('../actions/card.ts')).card(story, options)),
		);
}
