import { Command } from 'commander';
import type { TagOptions } from '../actions/tag.ts';
import { addAnswerOptions, addDryRunOption, changeExitCodes } from '../options.ts';
import type { End } from '../terminal.ts';

const help = `
The tags are written where the story keeps its own: in front matter, or in a
line under its heading. Nothing else in the file changes.
${changeExitCodes}

Examples:
  star-stories tag stories/reindex.md technical-initiative
  star-stories tag "Thirty days with Inês" mentorship cross-team-alignment --dry-run
  star-stories tag stories/bank.md:42 mentorship --remove
`;

/** `star-stories tag`: the competencies that a story proves. */
export function tagCommand(end: End): Command {
	const command = new Command('tag')
		.summary('tag a story with competencies')
		.description('Tags a story with competencies that it proves, or takes tags off.')
		.argument('<story>', 'its title, its file, or a line of it as in stories/bank.md:42')
		.argument('<competencies...>', 'ids, names or aliases; the first tag of a story is its primary one')
		.option('--remove', 'take the tags off');
	return addAnswerOptions(addDryRunOption(command))
		.addHelpText('after', help)
		.action(async (story: string, competencies: readonly string[], options: TagOptions) =>
			end(await (await import('../actions/tag.ts')).tag(story, competencies, options)),
		);
}
