import { Command } from 'commander';
import { version } from '../../package.json';
import { cardCommand } from './commands/card.ts';
import { checkCommand } from './commands/check.ts';
import { completionCommand } from './commands/completion.ts';
import { coverageCommand } from './commands/coverage.ts';
import { findCommand } from './commands/find.ts';
import { mcpCommand } from './commands/mcp.ts';
import { newCommand } from './commands/new.ts';
import { probesCommand } from './commands/probes.ts';
import { questionsCommand } from './commands/questions.ts';
import { reportCommand } from './commands/report.ts';
import { setCommand } from './commands/set.ts';
import { skillCommand } from './commands/skill.ts';
import { tagCommand } from './commands/tag.ts';
import type { End } from './terminal.ts';

const help = `
star-stories <command> --help tells more, with examples.
`;

/**
 * Every command with its options. What a command does is loaded when it is run: the parsers and the models take most of
 * the time of a short answer.
 *
 * @param end takes the exit code
 */
export function programOf(end: End): Command {
	const program = new Command('star-stories')
		.description(
			'Stories for behavioural interviews as plain Markdown: what each still lacks, and what they cover.\n' +
				'Everything stays on this machine.',
		)
		.version(version, '-v, --version', 'print the version')
		.addHelpText('after', help);
	for (const command of [
		checkCommand(end),
		findCommand(end),
		coverageCommand(end),
		cardCommand(end),
		questionsCommand(end),
		probesCommand(end),
		tagCommand(end),
		setCommand(end),
		reportCommand(end),
		newCommand(end),
		mcpCommand(),
		skillCommand(),
		completionCommand(end, program),
	])
		program.addCommand(command);
	for (const command of [program, ...program.commands]) {
		command
			.exitOverride()
			.showHelpAfterError(
				`(${command === program ? 'star-stories' : `star-stories ${command.name()}`} --help tells how)`,
			);
		command.helpOption('-h, --help', 'tell how to use it').configureHelp({ showGlobalOptions: false });
	}
	return program.helpCommand(false);
}
