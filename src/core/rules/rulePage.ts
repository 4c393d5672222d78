import type { RuleDescription } from './rule.ts';

/** What a page tells of a kind of problem, whether a rule finds it or the reader of a file. */
export interface ProblemDescription extends RuleDescription {
	/** What its examples are written in; Markdown when left out. */
	readonly language?: 'markdown' | 'yaml';
	/** Whether no setting changes its severity. */
	readonly fixedSeverity?: true;
}

/** The documentation of a kind of problem, as Markdown. */
export function rulePage({ id, summary, explanation, severity, fixedSeverity, language = 'markdown', bad, good }: ProblemDescription): string {
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
