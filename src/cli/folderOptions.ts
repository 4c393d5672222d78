import { type Command, InvalidArgumentError } from 'commander';
import { documentProblems } from '../core/documentProblems.ts';
import { builtInFrameworks } from '../core/framework/builtIn.ts';
import { rules } from '../core/rules/index.ts';
import { severities } from '../core/rules/rule.ts';
import type { SeveritySettings } from '../core/rules/severity.ts';

const builtIn: readonly string[] = [...builtInFrameworks.keys()];

/** Adds the options that say which folder is meant, and what it is taken for. */
export function addFolderOptions(command: Command): Command {
	return command
		.option('-C, --folder <folder>', 'the folder as you would open it in the editor: its star-framework.yaml, .vscode/settings.json and ignore files count', '.')
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
	if (!adjustable.includes(rule)) throw new InvalidArgumentError(`There is no rule ${rule}. The rules are ${adjustable.join(', ')}.`);
	if (!level) throw new InvalidArgumentError(`Write ${rule}= and one of ${levels.join(', ')}.`);
	return { ...before, [rule]: level };
}
