import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { reasonOf } from '../reasonOf.ts';
import { Refusal } from '../terminal.ts';

/** From the program, wherever the package lies: this module is in its own file, not in a chunk beside it. */
const skillFile = new URL('../../skills/star-stories/SKILL.md', import.meta.url);

const help = `
Exit codes:
  0  it is printed
  2  wrong usage, or it could not be read

Examples:
  star-stories skill
  star-stories skill > ~/.claude/skills/star-stories/SKILL.md
`;

/** `star-stories skill`: how a language model helps with stories. */
export function skillCommand(): Command {
	return new Command('skill')
		.summary('print the skill that tells an agent how to help with stories')
		.description(
			'Prints SKILL.md: it tells an agent to interview the author, to keep their words, to check until clean, ' +
				'and never to invent anything.',
		)
		.addHelpText('after', help)
		.action(() => {
			try {
				process.stdout.write(readFileSync(skillFile, 'utf8'));
			} catch (error) {
				throw new Refusal(`The skill was not read: ${reasonOf(error)}.`);
			}
		});
}
