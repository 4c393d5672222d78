import * as vscode from 'vscode';
import type { Problem, Severity } from '../../core/rules/rule.ts';
import { Disposables } from '../disposables.ts';
import { diagnosticSource } from '../ids.ts';
import { toRange } from '../positions.ts';
import type { Services } from '../services.ts';
import type { StoryFile } from '../storyFiles.ts';

const severityOf: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
	error: vscode.DiagnosticSeverity.Error,
	warning: vscode.DiagnosticSeverity.Warning,
	information: vscode.DiagnosticSeverity.Information,
	hint: vscode.DiagnosticSeverity.Hint,
};

/** Shows the problems of every story, of closed files too. */
export function registerDiagnostics({ storyFiles, extensionUri }: Services): vscode.Disposable {
	const disposables = new Disposables();
	const collection = disposables.add(vscode.languages.createDiagnosticCollection('star-stories'));
	disposables.add(
		storyFiles.onDidChange((uris) => {
			collection.set(uris.map((uri) => [uri, diagnosticsOf(storyFiles.get(uri), extensionUri)]));
		}),
	);
	return disposables;
}

function diagnosticsOf(file: StoryFile | undefined, extensionUri: vscode.Uri): vscode.Diagnostic[] | undefined {
	return file?.analysis.problems.map((problem) => toDiagnostic(problem, file, extensionUri));
}

function toDiagnostic(problem: Problem, { lines }: StoryFile, extensionUri: vscode.Uri): vscode.Diagnostic {
	const { rule, severity, message, span } = problem;
	const diagnostic = new vscode.Diagnostic(toRange(lines, span), message, severityOf[severity]);
	diagnostic.source = diagnosticSource;
	diagnostic.code = { value: rule, target: vscode.Uri.joinPath(extensionUri, 'docs', 'rules', `${rule}.md`) };
	return diagnostic;
}
