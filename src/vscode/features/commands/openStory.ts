import * as vscode from 'vscode';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import type { LibraryStory, StoryLocation } from '../../../core/library/storyIndex.ts';
import { findingsOfStory, nextProblem, storyAround } from '../../../core/library/storyProblems.ts';
import type { StoryNode } from '../../../core/library/tree/branch.ts';
import { escapeParentheses, escapePath } from '../../../core/text/escape.ts';
import { slugOf } from '../../../core/text/slug.ts';
import { commands } from '../../ids.ts';
import { toRange } from '../../positions.ts';
import { asOpenDocument } from '../../workspace.ts';

/**
 * The target of a Markdown link to a story from a saved document: a path from the root of its folder, with the heading
 * where the file is a bank. A line number would be wrong after the next edit.
 *
 * @param from the document that the link stands in
 */
export function storyLink({ file, story }: LibraryStory, isAlone: boolean, from: vscode.Uri): string {
	const uri = vscode.Uri.parse(file, true);
	const folder = vscode.workspace.getWorkspaceFolder(uri);
	const isNear = folder !== undefined && folder === vscode.workspace.getWorkspaceFolder(from);
	const path = isNear
		? escapePath(uri.path.slice(folder.uri.path.replace(/\/$/u, '').length))
		: escapeParentheses(uri.toString());
	const heading = isAlone ? '' : `#${encodeURIComponent(slugOf(story.title))}`;
	return `${path}${heading}`;
}

/** Opens a story at its heading, in the active column unless the options name another. */
export function registerOpenStory(storyFiles: StoryFiles): vscode.Disposable {
	return vscode.commands.registerCommand(
		commands.openStory,
		async ({ file, index }: StoryLocation, options: vscode.TextDocumentShowOptions = {}) => {
			const uri = vscode.Uri.parse(file, true);
			const document = await vscode.workspace.openTextDocument(uri);
			const story = (await storyFiles.analysisOf(asOpenDocument(document))).stories[index];
			const start = story && toRange(document, story.anchor).start;
			await vscode.window.showTextDocument(document, {
				preview: true,
				...options,
				...(start && { selection: new vscode.Range(start, start) }),
			});
		},
	);
}

/**
 * Goes from one problem or hint of a story to the next, and shows it in the hover there, with its fixes a click away.
 * The Problems panel would list those of all files: its filter for the active file is a toggle whose state no extension
 * can read, and the person's own to set. VS Code's own walk from problem to problem takes the gravest first wherever
 * the caret is (`problems.sortOrder`), and leaves out hints.
 */
export function registerShowProblems(storyFiles: StoryFiles): vscode.Disposable {
	return vscode.commands.registerCommand(commands.showProblems, async (wanted?: StoryLocation | StoryNode) => {
		const location = wanted && 'entry' in wanted ? wanted.entry : wanted;
		const open = location
			? await vscode.workspace.openTextDocument(vscode.Uri.parse(location.file, true))
			: vscode.window.activeTextEditor?.document;
		if (!open) return;
		const shown = vscode.window.visibleTextEditors.find(({ document }) => document === open);
		const editor = await vscode.window.showTextDocument(open, shown?.viewColumn);
		const analysis = await storyFiles.analysisOf(asOpenDocument(open));
		const caret = open.offsetAt(editor.selection.active);
		const problem = nextProblem(findingsOfStory(analysis, location?.index ?? storyAround(analysis, caret)), caret);
		if (!problem) return;
		const { start } = toRange(open, problem.span);
		editor.selection = new vscode.Selection(start, start);
		editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
		await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
	});
}
