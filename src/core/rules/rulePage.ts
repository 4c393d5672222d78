import type { Rule } from './rule.ts';

/** The documentation of a rule, as Markdown. */
export function rulePage(rule: Rule): string {
	const parts = [
		`# ${rule.id}`,
		rule.summary,
		rule.explanation,
		`Default severity: ${rule.severity}. Another one, or \`off\`, is set with \`starStories.rules\`:`,
		fence('json', `"starStories.rules": { "${rule.id}": "${rule.severity === 'warning' ? 'hint' : 'warning'}" }`),
		'## Found',
		...rule.bad.map((example) => fence('markdown', shown(example))),
		'## Not found',
		...rule.good.map((example) => fence('markdown', shown(example))),
	];
	return `${parts.join('\n\n')}\n`;
}

/** An example without the marks of its ranges, and with tabs made visible. */
function shown(example: string): string {
	return example.replace(/[«»]/gu, '').replaceAll('\t', '⇥').trimEnd();
}

function fence(language: string, text: string): string {
	return `\`\`\`${language}\n${text}\n\`\`\``;
}
