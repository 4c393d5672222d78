import type { Severity } from '../rules/rule.ts';
import type { CheckResult } from './checkResult.ts';

const commandOf: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/**
 * Workflow commands that GitHub Actions shows as annotations beside the lines of a pull request (GitHub documentation,
 * "Workflow commands for GitHub Actions", 2025).
 */
export function githubFormat({ problems }: CheckResult): string {
	return problems
		.map(({ file, rule, severity, message, start, end }) => {
			// GitHub takes columns only where the range stays on one line.
			const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
			const properties = { file, line: start.line, endLine: end.line, ...columns, title: `STAR Stories: ${rule}` };
			const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
			return `::${commandOf[severity]} ${written.join(',')}::${escapeData(message)}\n`;
		})
		.join('');
}

function escapeData(text: string): string {
	return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
	return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
