import * as vscode from 'vscode';
import type { Fix, Problem } from '../../core/rules/rule.ts';
import { diagnosticSource } from '../ids.ts';
import { toRange, toTextEdits } from '../positions.ts';
import type { Services } from '../services.ts';
import type { StoryFiles } from '../storyFiles.ts';

/** Offers the fixes of the problems under the caret. */
export function registerQuickFixes({ storyFiles }: Services): vscode.Disposable {
	const provider = { provideCodeActions: (...[document, range, context]: Request) => fixesAt(storyFiles, document, range, context) };
	const metadata = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };
	return vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, provider, metadata);
}

type Request = Parameters<vscode.CodeActionProvider['provideCodeActions']>;

function fixesAt(
	storyFiles: StoryFiles,
	document: vscode.TextDocument,
	range: vscode.Range,
	context: vscode.CodeActionContext,
): vscode.CodeAction[] {
	// A file that shows no problems, because the settings exclude it, gets no fixes either.
	if (context.only?.contains(vscode.CodeActionKind.QuickFix) === false || !storyFiles.get(document.uri)) return [];
	return storyFiles
		.analysisOf(document)
		.problems.filter((problem) => range.intersection(toRange(document, problem.span)))
		.flatMap((problem) => (problem.fixes ?? []).map((fix) => toCodeAction(fix, problem, document, context)));
}

/** A fix as VS Code takes it, with those of the diagnostics in question that it mends. */
export function toCodeAction(
	{ title, edits, preferred }: Fix,
	problem: Problem,
	document: vscode.TextDocument,
	{ diagnostics }: vscode.CodeActionContext,
): vscode.CodeAction {
	const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
	action.edit = new vscode.WorkspaceEdit();
	action.edit.set(document.uri, toTextEdits(document, edits));
	action.isPreferred = preferred ?? false;
	action.diagnostics = diagnostics.filter((diagnostic) => isOf(problem, diagnostic, document));
	return action;
}

function isOf(problem: Problem, { source, code, range }: vscode.Diagnostic, document: vscode.TextDocument): boolean {
	const rule = typeof code === 'object' ? code.value : code;
	return source === diagnosticSource && rule === problem.rule && range.isEqual(toRange(document, problem.span));
}
