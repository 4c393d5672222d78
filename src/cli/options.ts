import { statSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { builtInIds } from '../core/framework/built-in/ids.ts';
import { type HideableField, hideableFields } from '../core/text/names/hideable.ts';
import { severities } from '../core/text/problem.ts';
import { reasonOf } from './reasonOf.ts';
import { Refusal } from './terminal.ts';

/** The options that say which folder is meant, and override its own settings. */
export interface FolderOptions {
	/** Whether `.vscode/settings.json` counts. */
	readonly settings: boolean;
	/** Severities of rules, as typed. */
	readonly rule?: readonly string[];
	/** Ids of built-in frameworks. */
	readonly framework?: readonly string[];
}

/** Adds the options for the folder, its frameworks and its settings. Every command runs in that folder. */
export function addFolderOptions(command: Command): Command {
	return command
		.option(
			'-C, --folder <folder>',
			'run as if started there; all paths, typed and printed, are from there. It is the folder as you would open ' +
				'it in the editor: its star-framework.yaml, .vscode/settings.json and ignore files count',
			'.',
		)
		.option(
			'--framework <id>',
			'a built-in framework that is active, beside star-framework.yaml and instead of those in the settings: ' +
				`${builtInIds.join(', ')}; can be given several times`,
			readFramework,
		)
		.option('--no-settings', 'leave .vscode/settings.json of the folder aside')
		.hook('preAction', (self) => enterFolder(self.opts<{ folder: string }>().folder));
}

/** @throws Refusal where it is no folder */
function enterFolder(folder: string): void {
	if (folder === '.') return;
	try {
		if (!statSync(folder).isDirectory()) throw new Refusal(`${folder} is no folder.`);
		process.chdir(folder);
	} catch (error) {
		if (error instanceof Refusal) throw error;
		throw new Refusal(`The folder ${folder} cannot be opened: ${reasonOf(error)}.`);
	}
}

function readFramework(id: string, before: readonly string[] = []): readonly string[] {
	if (!(builtInIds as readonly string[]).includes(id))
		throw new InvalidArgumentError(`The built-in frameworks are ${builtInIds.join(', ')}.`);
	return [...before, id];
}

/** Adds the option that sets the severity of rules. */
export function addRuleOption(command: Command): Command {
	return command.option(
		'--rule <rule=severity>',
		`set the severity of a rule: ${severities.join(', ')} or off; can be given several times`,
		(value: string, before?: readonly string[]) => [...(before ?? []), value],
	);
}

/** The option that hides names. */
export interface RedactOption {
	/** True for the usual fields. */
	readonly redact?: readonly HideableField[] | true;
}

/** Adds the option that hides names. */
export function addRedactOption(command: Command): Command {
	return command.option(
		'--redact [fields]',
		`hide names that stories and star-framework.yaml list: ${hideableFields.join(', ')}, joined by commas`,
		(value: string) =>
			value.split(',').map((name) => {
				const field = hideableFields.find((each) => each === name.trim());
				if (!field) throw new InvalidArgumentError(`Names stand in ${hideableFields.join(', ')}.`);
				return field;
			}),
	);
}

/** The option that names the framework through which stories are seen. */
export interface LensOption {
	readonly lens?: string;
}

export function addLensOption(command: Command): Command {
	return command.option(
		'--lens <framework>',
		'the active framework through which the stories are seen, by its id (default: all that are active)',
	);
}

/** The options of every command that answers. */
export interface AnswerOptions extends FolderOptions, RedactOption {
	readonly format: 'text' | 'json';
}

/** Adds the options that every command that answers has. */
export function addAnswerOptions(command: Command): Command {
	return addFolderOptions(
		addRedactOption(
			command.addOption(
				new Option('-f, --format <format>', 'how to tell it').choices(['text', 'json']).default('text'),
			),
		),
	);
}

/** @throws InvalidArgumentError where it is no whole number from 1 on */
export function readCount(value: string): number {
	if (!/^[1-9]\d{0,3}$/u.test(value)) throw new InvalidArgumentError('Write a number from 1 to 9999.');
	return Number(value);
}

/** The option that only shows what would change. */
export interface DryRunOption {
	readonly dryRun?: true;
}

export function addDryRunOption(command: Command): Command {
	return command.option('--dry-run', 'write nothing; print what would change as a diff');
}

/** What the help of commands that change files says of exit codes. */
export const changeExitCodes = `
Exit codes:
  0  it is done, or there was nothing to do
  2  wrong usage, or something could not be read or written; nothing is changed
  3  with --redact: not all that names anything could be hidden for sure`;

/** What every help says of exit codes. */
export const usualExitCodes = `
Exit codes:
  0  it is answered
  2  wrong usage, or something could not be read
  3  with --redact: not all that names anything could be hidden for sure`;
