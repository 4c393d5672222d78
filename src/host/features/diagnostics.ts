import * as vscode from 'vscode';
import { Disposables } from '../../core/library/disposables.ts';
import type { Services } from '../services.ts';
import { toDiagnostic } from '../toDiagnostic.ts';

/** Shows the problems of every story, of closed files too, and those of the framework files. */
export function registerDiagnostics({ storyFiles, frameworks, extensionUri }: Services): vscode.Disposable {
	const disposables = new Disposables();
	const ofStories = disposables.add(vscode.languages.createDiagnosticCollection('star-stories'));
	disposables.add(
		storyFiles.onDidChange((uris) => {
			ofStories.set(
				uris.map((uri) => {
					const file = storyFiles.get(uri);
					return [uri, file?.analysis.problems.map((problem) => toDiagnostic(problem, file.lines, extensionUri))];
				}),
			);
		}),
	);
	const ofFrameworks = disposables.add(vscode.languages.createDiagnosticCollection('star-stories-framework'));
	disposables.add(
		frameworks.onDidRead((uri) => {
			const file = frameworks.file(uri);
			ofFrameworks.set(vscode.Uri.parse(uri, true), file?.loaded.problems.map((problem) => toDiagnostic(problem, file.lines, extensionUri)));
		}),
	);
	return disposables;
}
