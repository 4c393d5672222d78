import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { checkCommand } from './commands/check.ts';
import { newCommand } from './commands/new.ts';
import { reportCommand } from './commands/report.ts';
import { endWithOutput, type ExitCode, exitCodes, Refusal, tell } from './terminal.ts';

const help = `
star-stories <command> --help tells more, with examples.
`;

/** Sets the exit code. The process ends by itself, so that all output reaches the pipe. */
function end(code: ExitCode): void {
	process.exitCode = code;
}

const program = new Command('star-stories')
	.description(
		'Stories for behavioural interviews as plain Markdown: what each still lacks, and what they cover.\n' +
			'Everything stays on this machine.',
	)
	.version(version, '-v, --version', 'print the version')
	.addHelpText('after', help);

for (const command of [checkCommand(end), reportCommand(end), newCommand(end)]) {
	program.addCommand(command);
}
for (const command of [program, ...program.commands]) {
	command
		.exitOverride()
		.showHelpAfterError(
			`(${command === program ? 'star-stories' : `star-stories ${command.name()}`} --help tells how)`,
		);
	command.helpOption('-h, --help', 'tell how to use it').configureHelp({ showGlobalOptions: false });
}
program.helpCommand(false);

endWithOutput();
try {
	await program.parseAsync();
} catch (error) {
	if (error instanceof CommanderError) end(error.exitCode === 0 ? exitCodes.ok : exitCodes.refused);
	else if (error instanceof Refusal) {
		tell(`star-stories: ${error.message}`);
		end(error.code);
	} else throw error;
}
