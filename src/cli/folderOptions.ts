import { isAbsolute, join, relative, sep } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { builtInFrameworks } from '../core/framework/built-in/index.ts';
import { rules } from '../core/rules/index.ts';
import { documentProblems } from '../core/rules/unreadDocument.ts';
import { severities, type SeveritySettings } from '../core/text/problem.ts';

const builtIn: readonly string[] = [...builtInFrameworks.keys()];

/** Adds the options for the folder, its frameworks and its settings. */
export function addFolderOptions(command: Command): Command {
	return command
		.option(
			'-C, --folder <folder>',
			'the folder as you would open it in the editor: ' +
				'its star-framework.yaml, .vscode/settings.json and ignore files count',
			'.',
		)
		.option(
			'--framework <id>',
			'a built-in framework that is active, beside star-framework.yaml and instead of those in the settings: ' +
				`${builtIn.join(', ')}; can be given several times`,
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
 * A file's path as it is printed, with `/`.
 *
 * @param base absolute path of a folder: the current one, so that a terminal can open the file, or the root of the
 *   checkout, as GitHub wants it
 * @param folder absolute path of the folder of stories
 * @param path from that folder
 */
export function shownPath(base: string, folder: string, path: string): string {
	const whole = join(folder, path);
	const way = relative(base, whole);
	return (way === '' || isAbsolute(way) ? whole : way).split(sep).join('/');
}
