import { Command } from 'commander';
import type { ProbesOptions } from '../actions/probes.ts';
import { addAnswerOptions, usualExitCodes } from '../options.ts';
import type { End } from '../terminal.ts';

const help = `
Answers stand under the heading Follow-ups of a story.
${usualExitCodes}

Examples:
  star-stories probes
  star-stories probes "Retiring the nightly reindex"
  star-stories probes stories/reindex.md --open --format json
`;

/** `star-stories probes`: what an interviewer asks next. */
export function probesCommand(end: End): Command {
	const command = new Command('probes')
		.summary('ask what an interviewer asks next')
		.description('Asks of stories what an interviewer asks next, out of their own words.')
		.argument('[story]', 'its title, its file, or a line of it (default: all that are not retired)')
		.option('--open', 'those that nothing answers yet');
	return addAnswerOptions(command)
		.addHelpText('after', help)
		.action(async (story: string | undefined, options: ProbesOptions) =>
			end(await (await import('../actions/probes.ts')).probes(story, options)),
		);
}
