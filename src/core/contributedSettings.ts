import { describedProblems } from './describedProblems.ts';
import { severities } from './text/problem.ts';

const values = [...severities, 'off'] as const;

/** What each of them means. */
const meanings = [
	'a red squiggle, and `star-stories check` fails',
	'a yellow squiggle: mend it before you tell the story',
	'a blue squiggle: worth a look',
	'three dots, and not in the Problems view',
	'not looked for',
];

/** The rules whose severity is a matter of taste. */
const adjustable = describedProblems.filter(({ fixedSeverity }) => !fixedSeverity);

/** What the manifest and its strings hold of the rules; everything else in them is written by hand. */
export interface RulesSetting {
	/** The declaration of `starStories.rules`. */
	readonly property: { readonly order: number };
	/** The strings that it names. */
	readonly strings: Readonly<Record<string, string>>;
}

/**
 * The setting with the severity of each rule. Its default has all of them, so that the settings page lists them.
 *
 * @param repository the web address of the repository, which holds a page for each rule
 * @param order its place among all settings
 */
export function rulesSetting(repository: string, order: number): RulesSetting {
	const key = 'configuration.rules';
	const severityKeys = values.map((value) => `${key}.severity.${value}`);
	const linked = (text: string, id: string) => `[${text}](${repository}/blob/HEAD/docs/rules/${id}.md)`;
	// VS Code shows 20 lines of a description; the rules stand one a line in the table below it, with their summaries.
	const list = values.map((value, index) => {
		const by = adjustable.filter(({ severity }) => severity === value).map(({ id }) => linked(id, id));
		return `- \`${value}\`: ${meanings[index]}.${by.length > 0 ? ` By default: ${by.join(', ')}` : ''}`;
	});
	const property = {
		type: 'object',
		default: Object.fromEntries(adjustable.map(({ id, severity }) => [id, severity])),
		scope: 'resource',
		order,
		markdownDescription: `%${key}%`,
		additionalProperties: false,
		properties: Object.fromEntries(
			adjustable.map(({ id, severity }) => [
				id,
				{
					type: 'string',
					enum: values,
					markdownEnumDescriptions: severityKeys.map((each) => `%${each}%`),
					default: severity,
					markdownDescription: `%${key}.${id}%`,
				},
			]),
		),
	};
	const strings = {
		[key]: ['How loudly each rule speaks. The name of a rule leads to its page.', list.join('\n')].join('\n\n'),
		...Object.fromEntries(
			adjustable.map(({ id, summary }) => [`${key}.${id}`, `${summary} ${linked('More', id)}`]),
		),
		...Object.fromEntries(severityKeys.map((each, index) => [each, meanings[index] ?? ''])),
	};
	return { property, strings };
}

/**
 * The manifest and its strings with the rules as the core has them.
 *
 * @param manifest text of `package.json`
 * @param strings text of `package.nls.json`
 */
export function withRulesSetting(manifest: string, strings: string): { manifest: string; strings: string } {
	const fields = JSON.parse(manifest) as Manifest;
	const kept = Object.entries(JSON.parse(strings) as Record<string, string>).filter(
		([key]) => !/^configuration\.rules(?:\.|$)/u.test(key),
	);
	const repository = fields.repository.url.replace(/\.git$/u, '');
	let generated: RulesSetting['strings'] = {};
	for (const { properties } of fields.contributes.configuration) {
		const found = properties['starStories.rules'];
		if (!found) continue;
		const setting = rulesSetting(repository, found.order);
		properties['starStories.rules'] = setting.property;
		generated = setting.strings;
	}
	return {
		manifest: `${JSON.stringify(fields, null, '\t')}\n`,
		strings: `${JSON.stringify(Object.fromEntries([...kept, ...Object.entries(generated)]), null, '\t')}\n`,
	};
}

interface Manifest {
	readonly repository: { readonly url: string };
	readonly contributes: {
		readonly configuration: readonly { readonly properties: Record<string, { readonly order: number }> }[];
	};
}
