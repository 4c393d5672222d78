import { Command } from 'commander';
import type { NewOptions } from '../actions/new.ts';
import { addFolderOptions } from '../options.ts';
import { type End, exitCodes } from '../terminal.ts';

const help = `
The file is the one that STAR Stories: New Story… makes in the editor, with
the competency's questions where your answers are to stand. It lands in the
folder that the setting starStories.storiesFolder names (stories, unless set),
under a name made of the title. Nothing is ever overwritten. Its path is
printed.

Exit codes:
  0  the story is begun
  2  wrong usage, or something could not be read or written

Examples:
  star-stories new "Retiring the nightly reindex" --competency technical-initiative
  code "$(star-stories new "Thirty days with Inês" -c mentorship)"
`;

/** `star-stories new`: a file for a story, with the questions to answer. */
export function newCommand(end: End): Command {
	const command = new Command('new')
		.summary('begin a story')
		.description('Makes a file for a story, with the questions to answer.')
		.argument('<title>', 'what you would call it, in one line')
		.option('-c, --competency <competency>', 'the competency that it is to prove: an id, a name or an alias');
	return addFolderOptions(command)
		.addHelpText('after', help)
		.action(async (title: string, options: NewOptions) => {
			const { newStory } = await import('../actions/new.ts');
			process.stdout.write(`${await newStory(title, options)}\n`);
			end(exitCodes.ok);
		});
}
