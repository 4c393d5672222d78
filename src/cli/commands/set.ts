import { Command } from 'commander';
import { settableFields } from '../../core/edit/settableFields.ts';
import type { SetOptions } from '../actions/set.ts';
import { addAnswerOptions, addDryRunOption, changeExitCodes } from '../options.ts';
import type { End } from '../terminal.ts';

const help = `
A value is written where the story keeps its own: in front matter, or in a line
under its heading. Nothing else in the file changes. An empty value takes the
field away.
${changeExitCodes}

Examples:
  star-stories set stories/reindex.md strength=4 status=ready
  star-stories set "Thirty days with Inês" date=2024-06 scope=teams --dry-run
  star-stories set stories/bank.md:42 strength=
`;

/** `star-stories set`: fields of a story. */
export function setCommand(end: End): Command {
	const command = new Command('set')
		.summary('set fields of a story')
		.description('Sets fields of a story.')
		.argument('<story>', 'its title, its file, or a line of it as in stories/bank.md:42')
		.argument('<field=value...>', settableFields.join(', '));
	return addAnswerOptions(addDryRunOption(command))
		.addHelpText('after', help)
		.action(async (story: string, settings: readonly string[], options: SetOptions) =>
			end(await (await import('../actions/set.ts')).set(story, settings, options)),
		);
}
