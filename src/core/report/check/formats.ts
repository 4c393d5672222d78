import { escapeTerminal, escapeWorkflowMessage, escapeWorkflowProperty, jsonText } from '../../text/escape.ts';
import { plural } from '../../text/words.ts';
import type { Severity } from '../../text/problem.ts';
import { type CheckResult, countsOf } from './checkResult.ts';
import type { CheckFormat } from './formatNames.ts';
import { asSarif } from './sarif.ts';

const commandOf: Readonly<Record<Severity, string>> = {
	error: 'error',
	warning: 'warning',
	information: 'notice',
	hint: 'notice',
};

/**
 * Workflow commands that GitHub Actions shows as annotations beside the lines of a pull request (GitHub documentation,
 * "Workflow commands for GitHub Actions", 2025).
 */
function asGithubCommands({ problems }: CheckResult): string {
	return problems
		.map(({ file, rule, severity, message, start, end }) => {
			// GitHub takes columns only where the range stays on one line.
			const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
			const properties = {
				file,
				line: start.line,
				endLine: end.line,
				...columns,
				title: `STAR Stories: ${rule}`,
			};
			const written = Object.entries(properties).map(
				([name, value]) => `${name}=${escapeWorkflowProperty(String(value))}`,
			);
			return `::${commandOf[severity]} ${written.join(',')}::${escapeWorkflowMessage(message)}\n`;
		})
		.join('');
}

/** The result as it is, for other programs; its schema is published beside the code. */
function asJson(result: CheckResult): string {
	return jsonText(result);
}

/** Marks up a piece of text for a terminal, or leaves it as it is. */
export type Paint = (text: string, as: Severity | 'faint') => string;

/**
 * A line for each problem, in the form of compilers, which terminals and editors make links of; and a last one that
 * sums up.
 */
function asText(result: CheckResult, paint: Paint): string {
	const lines = result.problems.map(({ file, start, severity, message, rule }) => {
		const place = `${escapeTerminal(file)}:${start.line}:${start.column}:`;
		return `${place} ${paint(`${severity}:`, severity)} ${escapeTerminal(message)} ${paint(`(${rule})`, 'faint')}`;
	});
	return `${[...lines, ...(lines.length > 0 ? [''] : []), summary(result, paint)].join('\n')}\n`;
}

function summary(result: CheckResult, paint: Paint): string {
	const files = plural(result.files, 'Markdown file');
	const read =
		result.stories === 0 ? `No stories in ${files}` : `${plural(result.stories, 'story', 'stories')} in ${files}`;
	const counts = countsOf(result);
	const found = [
		paintIfAny('error', plural(counts.error, 'error')),
		paintIfAny('warning', plural(counts.warning, 'warning')),
		paintIfAny('information', `${counts.information} information`),
		paintIfAny('hint', plural(counts.hint, 'hint')),
	].filter((text) => text !== '');
	return `${read}: ${found.length === 0 ? 'no problems' : found.join(', ')}.${fixedSentence(result)}`;

	function paintIfAny(severity: Severity, text: string): string {
		return counts[severity] === 0 ? '' : paint(text, severity);
	}
}

function fixedSentence({ fixed = [] }: CheckResult): string {
	if (fixed.length === 0) return '';
	const files = new Set(fixed.map(({ file }) => file)).size;
	return ` Mended ${plural(fixed.length, 'problem')} in ${plural(files, 'file')}.`;
}

/** Writes the result of a check, by the name of the format. */
export const checkFormats: Readonly<Record<CheckFormat, (result: CheckResult, paint: Paint) => string>> = {
	text: asText,
	json: asJson,
	github: asGithubCommands,
	sarif: asSarif,
};
