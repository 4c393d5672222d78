import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import type { LineMap } from '../../../core/text/lines.ts';
import type { Problem, Severity } from '../../../core/text/problem.ts';
import { diagnosticSource } from '../../ids.ts';
import { toRange } from '../../positions.ts';
import { rulePageOf } from './rulePages.ts';

const severityOf: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
	error: vscode.DiagnosticSeverity.Error,
	warning: vscode.DiagnosticSeverity.Warning,
	information: vscode.DiagnosticSeverity.Information,
	hint: vscode.DiagnosticSeverity.Hint,
};

/**
 * A problem as VS Code shows it.
 *
 * @param lines of the file it was found in
 */
function toDiagnostic({ rule, severity, message, span }: Problem, lines: LineMap): vscode.Diagnostic {
	const diagnostic = new vscode.Diagnostic(toRange(lines, span), message, severityOf[severity]);
	diagnostic.source = diagnosticSource;
	diagnostic.code = { value: rule, target: rulePageOf(rule) };
	return diagnostic;
}

/** Shows the problems of every story, of closed files too, and those of the framework files. */
export function registerDiagnostics(storyFiles: StoryFiles, frameworks: Frameworks): vscode.Disposable {
	const disposables = new Disposables();
	const ofStories = disposables.add(vscode.languages.createDiagnosticCollection('star-stories'));
	disposables.add(
		storyFiles.onDidChange((uris) => {
			ofStories.set(
				uris.map((uri) => {
					// Under its other names it has the same problems.
					const file = storyFiles.isOtherName(uri) ? undefined : storyFiles.get(uri);
					return [
						vscode.Uri.parse(uri, true),
						file?.analysis.problems.map((problem) => toDiagnostic(problem, file.lines)),
					];
				}),
			);
		}),
	);
	const ofFrameworks = disposables.add(vscode.languages.createDiagnosticCollection('star-stories-framework'));
	disposables.add(
		frameworks.onDidRead((uri) => {
			const file = frameworks.file(uri);
			ofFrameworks.set(
				vscode.Uri.parse(uri, true),
				file?.loaded.problems.map((problem) => toDiagnostic(problem, file.lines)),
			);
		}),
	);
	return disposables;
}
