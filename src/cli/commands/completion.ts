import { Argument, Command } from 'commander';
import { type End, exitCodes } from '../terminal.ts';

const help = `
Exit codes:
  0  it is printed
  2  wrong usage

Examples:
  source <(star-stories completion bash)
  star-stories completion zsh > "\${fpath[1]}/_star-stories"
  star-stories completion fish > ~/.config/fish/completions/star-stories.fish
`;

/**
 * `star-stories completion`: what a shell completes.
 *
 * @param program makes the one that has all commands
 */
export function completionCommand(end: End, program: () => Command): Command {
	return new Command('completion')
		.summary('print what a shell completes')
		.description('Prints a script with which a shell completes commands, options and their values.')
		.addArgument(new Argument('<shell>', 'which one').choices(['bash', 'zsh', 'fish']))
		.addHelpText('after', help)
		.action(async (shell: 'bash' | 'zsh' | 'fish') => {
			const [{ completionScripts }, { completionsOf }] = await Promise.all([
				import('../completion/scripts.ts'),
				import('../completion/completions.ts'),
			]);
			process.stdout.write(completionScripts[shell](completionsOf(program())));
			end(exitCodes.ok);
		});
}
