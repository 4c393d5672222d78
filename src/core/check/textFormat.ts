import { plural } from '../plural.ts';
import type { Severity } from '../rules/rule.ts';
import { type CheckResult, countsOf } from './checkResult.ts';
import { visible } from './visible.ts';

/** Marks up a piece of text for a terminal, or leaves it as it is. */
export type Paint = (text: string, as: Severity | 'faint') => string;

/** A line for each problem, in the form of compilers, which terminals and editors make links of; and a last one that sums up. */
export function textFormat(result: CheckResult, paint: Paint): string {
	const lines = result.problems.map(({ file, start, severity, message, rule }) => {
		const place = `${visible(file)}:${start.line}:${start.column}:`;
		return `${place} ${paint(`${severity}:`, severity)} ${visible(message)} ${paint(`(${rule})`, 'faint')}`;
	});
	return `${[...lines, ...(lines.length > 0 ? [''] : []), summary(result, paint)].join('\n')}\n`;
}

function summary(result: CheckResult, paint: Paint): string {
	const files = plural(result.files, 'Markdown file');
	const read = result.stories === 0 ? `No stories in ${files}` : `${plural(result.stories, 'story', 'stories')} in ${files}`;
	const counts = countsOf(result);
	const found = [
		paintIfAny('error', plural(counts.error, 'error')),
		paintIfAny('warning', plural(counts.warning, 'warning')),
		paintIfAny('information', `${counts.information} information`),
		paintIfAny('hint', plural(counts.hint, 'hint')),
	].filter((text) => text !== '');
	return `${read}: ${found.length === 0 ? 'no problems' : found.join(', ')}.`;

	function paintIfAny(severity: Severity, text: string): string {
		return counts[severity] === 0 ? '' : paint(text, severity);
	}
}
