import { rules } from '../core/rules/index.ts';
import { documentProblems } from '../core/rules/unreadDocument.ts';
import { severities, type SeveritySettings } from '../core/text/problem.ts';
import { Refusal } from './terminal.ts';

const levels = [...severities, 'off'] as const;

/**
 * Reads what `--rule` was given.
 *
 * @param options such as `stale=off`
 * @throws Refusal where there is no such rule or severity
 */
export function severitiesOf(options: readonly string[] = []): SeveritySettings {
	return Object.fromEntries(
		options.map((option) => {
			const [rule = '', word = ''] = option.split('=', 2);
			const level = levels.find((each) => each === word);
			const adjustable: readonly string[] = [...rules, ...documentProblems].map(({ id }) => id);
			if (!adjustable.includes(rule))
				throw new Refusal(`There is no rule ${rule}. The rules are ${adjustable.join(', ')}.`);
			if (!level) throw new Refusal(`Write ${rule}= and one of ${levels.join(', ')}.`);
			return [rule, level];
		}),
	);
}
