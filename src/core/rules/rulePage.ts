import type { ProblemDescription } from '../text/problem.ts';

export const rulesPagePath = 'docs/rules.md';

/**
 * The list of all kinds of problems, as Markdown.
 *
 * @param problems in the order in which people are to read of them
 */
export function rulesPage(problems: readonly ProblemDescription[]): string {
	const rows = problems.map(({ id, severity, summary }) => `| [${id}](rules/${id}.md) | ${severity} | ${summary} |`);
	const parts = [
		'# Rules',
		'What is looked for in every story and framework file of the workspace, open or closed.',
		'The setting `starStories.rules` sets how loudly each speaks, or switches it off. In a file, `ignore: [length]` in ' +
			'front matter switches rules off for all of it, `<!-- star-stories-disable length -->` up to ' +
			'`<!-- star-stories-enable -->` for a part, and `<!-- star-stories-disable-next-line length -->` for a line. ' +
			'Ctrl+. on a problem offers what mends it, or to switch it off.',
		'Rules about wording read English, and stay silent where they cannot tell.',
		['| rule | default | finds |', '| --- | --- | --- |', ...rows].join('\n'),
	];
	return `${parts.join('\n\n')}\n`;
}

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
		fence(
			'json',
			`"starStories.rules": { "${id}": "${severity === 'warning' || severity === 'off' ? 'hint' : 'warning'}" }`,
		),
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
