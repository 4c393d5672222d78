import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import { type Encodings, reasonAgainstEditing } from '../../../core/library/documentBytes.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import type { WorkspaceFiles } from '../../../core/library/workspace.ts';
import { applyEdits, type TextEdit } from '../../../core/text/edit.ts';
import type { Fix, Problem } from '../../../core/text/problem.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { diagnosticSource } from '../../ids.ts';
import { toRange, toTextEdits } from '../../positions.ts';
import { asOpenDocument } from '../../workspace.ts';

/**
 * The page about a rule, which comes with the extension.
 *
 * @param extensionUri the extension's own folder
 */
export function rulePageOf(rule: string, extensionUri: vscode.Uri): vscode.Uri {
	return vscode.Uri.joinPath(extensionUri, 'docs', 'rules', `${rule}.md`);
}

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('starStories');

/** Offers the fixes of the problems under the caret, and all the safe ones at once, on save too. */
export function registerQuickFixes(
	workspace: Encodings & Pick<WorkspaceFiles, 'readBytes'>,
	language: LanguageClient,
	storyFiles: StoryFiles,
	frameworks: Frameworks,
): vscode.Disposable {
	const disposables = new Disposables();
	const provider: vscode.CodeActionProvider = {
		async provideCodeActions(document, range, context) {
			const problems = await problemsOf(document, language, storyFiles, frameworks);
			const { only } = context;
			const own = asOpenDocument(document);
			if (problems.length === 0 || (await reasonAgainstEditing(own, workspace)) !== undefined) return [];
			if (only?.intersects(fixAllKind)) return fixAll(document, problems);
			if (only && !only.contains(vscode.CodeActionKind.QuickFix)) return [];
			return fixesAt(document, problems, range, context);
		},
	};
	const metadata = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind] };
	const selector = [{ language: 'markdown' }, { language: 'yaml' }];
	disposables.add(vscode.languages.registerCodeActionsProvider(selector, provider, metadata));
	return disposables;
}

/** The problems of a document as it is now; none where the settings exclude the file. */
async function problemsOf(
	document: vscode.TextDocument,
	language: LanguageClient,
	storyFiles: StoryFiles,
	frameworks: Frameworks,
): Promise<readonly Problem[]> {
	const framework = frameworks.file(document.uri.toString());
	if (framework) {
		const text = document.getText();
		return framework.text === text
			? framework.loaded.problems
			: (await language.call('loadFramework', [text], { urgent: true })).problems;
	}
	return storyFiles.get(document.uri.toString())
		? (await storyFiles.analysisOf(asOpenDocument(document))).problems
		: [];
}

function fixesAt(
	document: vscode.TextDocument,
	problems: readonly Problem[],
	range: vscode.Range,
	context: vscode.CodeActionContext,
): vscode.CodeAction[] {
	return problems
		.filter((problem) => range.intersection(toRange(document, problem.span)))
		.flatMap((problem) => (problem.fixes ?? []).map((fix) => toCodeAction(fix, problem, document, context)));
}

/** Fixes that would touch the same text are left for the next time. */
function fixAll(document: vscode.TextDocument, problems: readonly Problem[]): vscode.CodeAction[] {
	const edits: TextEdit[] = [];
	for (const fix of problems.flatMap((problem) => (problem.fixes ?? []).filter(({ safe }) => safe))) {
		const overlaps = fix.edits.some(({ span }) =>
			edits.some((taken) => span.start <= taken.span.end && taken.span.start <= span.end),
		);
		if (!overlaps) edits.push(...fix.edits);
	}
	if (applyEdits(document.getText(), edits) === document.getText()) return [];
	const action = new vscode.CodeAction('Fix all STAR Stories problems that are safe to fix', fixAllKind);
	action.edit = new vscode.WorkspaceEdit();
	action.edit.set(document.uri, toTextEdits(document, edits));
	return [action];
}

/** A fix as VS Code takes it, with those of the given diagnostics that it mends. */
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

/** One rule reports several missing sections at the same place: only the messages differ. */
function isOf(
	problem: Problem,
	{ source, code, message, range }: vscode.Diagnostic,
	document: vscode.TextDocument,
): boolean {
	const rule = typeof code === 'object' ? code.value : code;
	const isSame = source === diagnosticSource && rule === problem.rule && message === problem.message;
	return isSame && range.isEqual(toRange(document, problem.span));
}
