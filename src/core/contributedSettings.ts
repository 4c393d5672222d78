import { describedProblems } from './describedProblems.ts';
import { severities } from './text/problem.ts';

/** What each severity means, in the order of {@link severities}, and `off`. */
const severityMeanings = [
	'A red squiggle. In the command line `star-stories check` fails.',
	'A yellow squiggle: to be mended before the story is told.',
	'A blue squiggle: worth a look.',
	'Three dots under the first letters, and not in the Problems view.',
	'Not looked for.',
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
	const severityKeys = [...severities, 'off'].map((severity) => `${key}.severity.${severity}`);
	const linked = (text: string, id: string) => `[${text}](${repository}/blob/HEAD/docs/rules/${id}.md)`;
	const list = adjustable.map(({ id, severity, summary }) => `- ${linked(id, id)} (${severity}): ${summary}`);
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
					enum: [...severities, 'off'],
					markdownEnumDescriptions: severityKeys.map((each) => `%${each}%`),
					default: severity,
					markdownDescription: `%${key}.${id}%`,
				},
			]),
		),
	};
	const strings = {
		[key]: ['Severity of each rule: `error`, `warning`, `information`, `hint` or `off`.', list.join('\n')].join(
			'\n\n',
		),
		...Object.fromEntries(
			adjustable.map(({ id, summary }) => [`${key}.${id}`, `${summary} ${linked('More', id)}`]),
		),
		...Object.fromEntries(severityKeys.map((each, index) => [each, severityMeanings[index] ?? ''])),
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
