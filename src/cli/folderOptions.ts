import { readFile } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { parse, type ParseError, printParseErrorCode } from 'jsonc-parser';
import { builtInFrameworks } from '../core/framework/built-in/index.ts';
import { isMissing } from '../core/library/files/markdownName.ts';
import { rules } from '../core/rules/index.ts';
import { documentProblems } from '../core/rules/unreadDocument.ts';
import { severities, type SeveritySettings } from '../core/text/problem.ts';
import { reasonOf } from './readText.ts';
import { Refusal } from './terminal.ts';

const builtIn: readonly string[] = [...builtInFrameworks.keys()];

/** Adds the options that say which folder is meant, and what it is taken for. */
export function addFolderOptions(command: Command): Command {
	return command
		.option(
			'-C, --folder <folder>',
			'the folder as you would open it in the editor: its star-framework.yaml, .vscode/settings.json and ignore files count',
			'.',
		)
		.option(
			'--framework <id>',
			`a built-in framework that is active, beside star-framework.yaml and instead of those in the settings: ${builtIn.join(', ')}; can be given several times`,
			readFramework,
		)
		.option('--no-settings', 'leave .vscode/settings.json of the folder aside');
}

/** Adds the option that sets the severity of rules. */
export function addRuleOption(command: Command): Command {
	return command.option(
		'--rule <rule=severity>',
		`set the severity of a rule: ${severities.join(', ')} or off; can be given several times`,
		readRule,
	);
}

function readFramework(id: string, before: readonly string[] = []): readonly string[] {
	if (!builtIn.includes(id)) throw new InvalidArgumentError(`The built-in frameworks are ${builtIn.join(', ')}.`);
	return [...before, id];
}

const adjustable: readonly string[] = [...rules, ...documentProblems].map(({ id }) => id);
const levels = [...severities, 'off'] as const;

function readRule(value: string, before: SeveritySettings = {}): SeveritySettings {
	const [rule = '', word = ''] = value.split('=', 2);
	const level = levels.find((each) => each === word);
	if (!adjustable.includes(rule))
		throw new InvalidArgumentError(`There is no rule ${rule}. The rules are ${adjustable.join(', ')}.`);
	if (!level) throw new InvalidArgumentError(`Write ${rule}= and one of ${levels.join(', ')}.`);
	return { ...before, [rule]: level };
}

/**
 * How a file is named in what is printed: from where the command runs, so that a terminal can open it. GitHub wants
 * paths from the root of the checkout, wherever a step runs.
 *
 * @param base absolute path from which files are named
 */
export function shownPath(base: string, folder: string, path: string): string {
	const whole = join(folder, path);
	const way = relative(base, whole);
	return (way === '' || isAbsolute(way) ? whole : way).split(sep).join('/');
}

/** Where VS Code keeps the settings of a folder. */
const settingsFile = join('.vscode', 'settings.json');

/**
 * The settings that a folder brings along, as VS Code would read them: comments and trailing commas are welcome.
 *
 * @param folder path of the folder
 * @returns values by their full names; none where the folder has no settings
 * @throws Refusal where they cannot be read: what would be found without them is something else
 */
export async function readWorkspaceSettings(folder: string): Promise<Readonly<Record<string, unknown>>> {
	let text: string;
	try {
		text = await readFile(join(folder, settingsFile), 'utf8');
	} catch (error) {
		if (isMissing(error)) return {};
		throw new Refusal(`${settingsFile} cannot be read: ${reasonOf(error)}.`);
	}
	const errors: ParseError[] = [];
	const settings: unknown = parse(text.replace(/^\uFEFF/u, ''), errors, {
		allowTrailingComma: true,
		allowEmptyContent: true,
	});
	if (errors[0]) {
		const line = text.slice(0, errors[0].offset).split('\n').length;
		throw new Refusal(
			`${settingsFile}, line ${line}: ${printParseErrorCode(errors[0].error)}. Mend it, or leave it out with --no-settings.`,
		);
	}
	return typeof settings === 'object' && settings !== null ? { ...settings } : {};
}
