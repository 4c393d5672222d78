import type { Command } from 'commander';

/** What a shell completes after the name of the program. */
export interface Completions {
	readonly program: string;
	readonly commands: readonly CompletedCommand[];
	/** Those of the program itself. */
	readonly options: readonly CompletedOption[];
}

export interface CompletedCommand {
	readonly name: string;
	readonly summary: string;
	readonly options: readonly CompletedOption[];
	/** What its first argument may be, where that is one of a few words; else files are completed. */
	readonly choices: readonly string[];
}

export interface CompletedOption {
	/** Such as `-f` and `--format`. */
	readonly flags: readonly string[];
	/** On one line. */
	readonly summary: string;
	/** Whether a value has to follow. */
	readonly takesValue: boolean;
	/** Values to choose from; where there are none, files are completed. */
	readonly choices: readonly string[];
}

/** Reads off a program what a shell can complete: from the same table as its help. */
export function completionsOf(program: Command): Completions {
	return {
		program: program.name(),
		commands: program.commands.map((command) => ({
			name: command.name(),
			summary: command.summary(),
			options: optionsOf(command),
			choices: command.registeredArguments[0]?.argChoices ?? [],
		})),
		options: optionsOf(program),
	};
}

function optionsOf(command: Command): readonly CompletedOption[] {
	return command
		.createHelp()
		.visibleOptions(command)
		.map(({ short, long, description, required, argChoices = [] }) => ({
			flags: [short, long].filter((flag) => flag !== undefined && flag !== null),
			summary: (description.split(/[.:;]\s|\s\(/u)[0] ?? '').trim(),
			takesValue: required,
			choices: argChoices,
		}));
}
