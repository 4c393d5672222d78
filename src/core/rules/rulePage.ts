import type { ProblemDescription } from '../text/problem.ts';

/** The documentation of a kind of problem, as Markdown. */
export function rulePage({
	id,
	summary,
	explanation,
	severity,
	fixedSeverity,
	language = 'markdown',
	bad,
	good,
}: ProblemDescription): string {
	const setting = [
		`Default severity: ${severity}. Another one, or \`off\`, is set with \`starStories.rules\`:`,
		fence('json', `"starStories.rules": { "${id}": "${severity === 'warning' ? 'hint' : 'warning'}" }`),
	];
	const parts = [
		`# ${id}`,
		summary,
		explanation,
		...(fixedSeverity ? [] : setting),
		'## Found',
		...bad.map((example) => fence(language, shown(example))),
		'## Not found',
		...good.map((example) => fence(language, shown(example))),
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
