import { describedProblems } from '../../describedProblems.ts';
import { encodePath, escapeMessage, jsonText } from '../../text/escape.ts';
import type { Severity } from '../../text/problem.ts';
import type { CheckResult } from './checkResult.ts';

const levelOf: Readonly<Record<Severity | 'off', string>> = {
	off: 'none',
	error: 'error',
	warning: 'warning',
	information: 'note',
	hint: 'note',
};

/**
 * The result as a log of static analysis that code scanning reads (OASIS, "Static Analysis Results Interchange Format
 * (SARIF) Version 2.1.0").
 */
export function asSarif({ problems }: CheckResult): string {
	const ids = [...new Set(problems.map(({ rule }) => rule))].toSorted();
	const rules = ids.map((id) => {
		const described = describedProblems.find((each) => each.id === id);
		return {
			id,
			...(described && {
				shortDescription: { text: described.summary },
				help: { text: described.explanation },
				defaultConfiguration: { level: levelOf[described.severity] },
			}),
		};
	});
	const results = problems.map(({ file, rule, severity, message, start, end }) => ({
		ruleId: rule,
		ruleIndex: ids.indexOf(rule),
		level: levelOf[severity],
		message: { text: escapeMessage(message) },
		locations: [
			{
				physicalLocation: {
					artifactLocation: { uri: uriOf(file) },
					region: {
						startLine: start.line,
						startColumn: start.column,
						endLine: end.line,
						endColumn: end.column,
					},
				},
			},
		],
	}));
	return jsonText({
		$schema: 'https://json.schemastore.org/sarif-2.1.0.json',
		version: '2.1.0',
		runs: [{ tool: { driver: { name: 'STAR Stories', rules } }, columnKind: 'utf16CodeUnits', results }],
	});
}

/** @param path with `/`, from the root of the checkout, or absolute */
function uriOf(path: string): string {
	const encoded = encodePath(path);
	if (path.startsWith('/')) return `file://${encoded}`;
	return /^[a-z]:\//iu.test(path) ? `file:///${encoded.replace('%3A', ':')}` : encoded;
}
