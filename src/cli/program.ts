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

/** Every command by its name, in the order of the help. */
const commands: Readonly<Record<string, (end: End) => Command>> = {
	check: checkCommand,
	find: findCommand,
	coverage: coverageCommand,
	card: cardCommand,
	questions: questionsCommand,
	probes: probesCommand,
	tag: tagCommand,
	set: setCommand,
	report: reportCommand,
	new: newCommand,
	mcp: mcpCommand,
	skill: skillCommand,
	completion: (end) => completionCommand(end, () => programOf(end)),
};

const versionFlags = ['-v', '--version'] as const;

/**
 * The command line with its commands and their options. What a command does is loaded when it is run: the parsers and
 * the models take most of the time of a short answer.
 *
 * @param end takes the exit code
 * @param first what is typed first: where it names a command, or asks for the version, the others are left out, as
 *   making all of them takes longer than anything else before an answer
 */
export function programOf(end: End, first?: string): Command {
	const [short, long] = versionFlags;
	const program = new Command('star-stories')
		.description(
			'Stories for behavioural interviews as plain Markdown: what each still lacks, and what they cover.\n' +
				'Everything stays on this machine.',
		)
		.version(version, `${short}, ${long}`, 'print the version')
		.addHelpText('after', help);
	for (const make of neededCommands(first)) program.addCommand(make(end));
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

function neededCommands(first: string | undefined): readonly ((end: End) => Command)[] {
	if (versionFlags.some((flag) => flag === first)) return [];
	const named = first !== undefined && Object.hasOwn(commands, first) ? commands[first] : undefined;
	return named ? [named] : Object.values(commands);
}
