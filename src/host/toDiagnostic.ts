import * as vscode from 'vscode';
import type { Problem, Severity } from '../core/rules/rule.ts';
import type { LineMap } from '../core/text/lines.ts';
import { diagnosticSource } from './ids.ts';
import { toRange } from './positions.ts';
import { rulePageOf } from './rulePageOf.ts';

const severityOf: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
	error: vscode.DiagnosticSeverity.Error,
	warning: vscode.DiagnosticSeverity.Warning,
	information: vscode.DiagnosticSeverity.Information,
	hint: vscode.DiagnosticSeverity.Hint,
};

/**
 * A problem as VS Code shows it.
 * @param lines of the file it was found in
 * @param extensionUri below which the page of its rule lies
 */
export function toDiagnostic({ rule, severity, message, span }: Problem, lines: LineMap, extensionUri: vscode.Uri): vscode.Diagnostic {
	const diagnostic = new vscode.Diagnostic(toRange(lines, span), message, severityOf[severity]);
	diagnostic.source = diagnosticSource;
	diagnostic.code = { value: rule, target: rulePageOf(rule, extensionUri) };
	return diagnostic;
}
