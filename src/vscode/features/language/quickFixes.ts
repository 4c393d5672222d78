import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import { type Encodings, reasonAgainstEditing } from '../../../core/library/documentBytes.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { nameOf } from '../../../core/library/uris.ts';
import type { WorkspaceFiles } from '../../../core/library/workspace.ts';
import { applyEdits } from '../../../core/text/edit.ts';
import { fixesTogether } from '../../../core/text/fixesTogether.ts';
import type { Fix, Problem } from '../../../core/text/problem.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { diagnosticSource } from '../../ids.ts';
import { toRange, toTextEdits } from '../../positions.ts';
import { asOpenDocument } from '../../workspace.ts';
import { candidateActions } from './candidateActions.ts';
import { unknownTagActions } from './unknownTagActions.ts';

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('starStories');

/** Under a caret stand few problems; each takes a call of its own. */
const maxSwitchedOff = 5;

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
			const found = problems.filter((problem) => range.intersection(toRange(document, problem.span)));
			const unmended = found.filter(({ rule, fixes = [] }) => rule !== 'candidate' && fixes.length === 0);
			const ways = frameworks.file(document.uri.toString())
				? []
				: await Promise.all(
						unmended.slice(0, maxSwitchedOff).map((problem) => switchingOff(problem, document, context)),
					);
			const ofCandidates = await candidateActions(document, problems, range, storyFiles);
			for (const { problem, action } of ofCandidates)
				action.diagnostics = diagnosticsOf(problem, document, context);
			const ofTags = await Promise.all(
				found.map(async (problem) => {
					const actions = await unknownTagActions(problem, document, frameworks);
					for (const action of actions) action.diagnostics = diagnosticsOf(problem, document, context);
					return actions;
				}),
			);
			return [
				...ofCandidates.map(({ action }) => action),
				...ofTags.flat(),
				...fixesAt(document, found, context),
				...ways.flat(),
			];
		},
	};
	/** The ways to switch a rule off where no edit mends what it found. */
	async function switchingOff(
		problem: Problem,
		document: vscode.TextDocument,
		context: vscode.CodeActionContext,
	): Promise<vscode.CodeAction[]> {
		const uri = document.uri.toString();
		const analysisContext = { fileName: nameOf(uri), ...storyFiles.contextFor(uri) };
		const { rule, span, story } = problem;
		const unwanted = { rule, span, ...(story !== undefined && { story }) };
		const { version } = document;
		const text = document.getText();
		// Whatever fails here, the other fixes are of use.
		const fixes = await language
			.call('switchOffFixes', [text, analysisContext, unwanted], { urgent: true })
			.catch((): readonly Fix[] => []);
		if (document.version !== version) return [];
		const everywhere = new vscode.CodeAction(
			`Switch off ${rule} everywhere: open the setting`,
			vscode.CodeActionKind.QuickFix,
		);
		everywhere.command = {
			title: everywhere.title,
			command: 'workbench.action.openSettings',
			arguments: ['starStories.rules'],
		};
		everywhere.diagnostics = diagnosticsOf(problem, document, context);
		return [...fixes.map((fix) => toCodeAction(fix, problem, document, context)), everywhere];
	}
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
	context: vscode.CodeActionContext,
): vscode.CodeAction[] {
	return problems.flatMap((problem) =>
		(problem.fixes ?? []).map((fix) => toCodeAction(fix, problem, document, context)),
	);
}

function fixAll(document: vscode.TextDocument, problems: readonly Problem[]): vscode.CodeAction[] {
	const { edits } = fixesTogether(problems);
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
	context: vscode.CodeActionContext,
): vscode.CodeAction {
	const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
	action.edit = new vscode.WorkspaceEdit();
	action.edit.set(document.uri, toTextEdits(document, edits));
	action.isPreferred = preferred ?? false;
	action.diagnostics = diagnosticsOf(problem, document, context);
	return action;
}

function diagnosticsOf(
	problem: Problem,
	document: vscode.TextDocument,
	{ diagnostics }: vscode.CodeActionContext,
): vscode.Diagnostic[] {
	return diagnostics.filter((diagnostic) => isOf(problem, diagnostic, document));
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
