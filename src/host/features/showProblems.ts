import * as vscode from 'vscode';
import { nextProblem, problemsOfStory, storyAround } from '../../core/assist/storyProblems.ts';
import type { StoryLocation } from '../../core/bank/storyLocation.ts';
import { commands } from '../ids.ts';
import { toRange } from '../positions.ts';
import type { Services } from '../services.ts';

/**
 * Goes from one problem of a story to the next, and shows it in the hover there, with its fixes a click away. The
 * Problems panel would list those of all files: its filter for the active file is a toggle whose state no extension can
 * read, and the person's own to set. VS Code's own walk from problem to problem takes the gravest first wherever the
 * caret is (`problems.sortOrder`), and leaves out hints.
 */
export function registerShowProblems({ storyFiles }: Services): vscode.Disposable {
	return vscode.commands.registerCommand(commands.showProblems, async (location?: StoryLocation) => {
		const open = location ? await vscode.workspace.openTextDocument(vscode.Uri.parse(location.file, true)) : vscode.window.activeTextEditor?.document;
		if (!open) return;
		const shown = vscode.window.visibleTextEditors.find(({ document }) => document === open);
		const editor = await vscode.window.showTextDocument(open, shown?.viewColumn);
		const analysis = await storyFiles.analysisOf(open);
		const caret = open.offsetAt(editor.selection.active);
		const problem = nextProblem(problemsOfStory(analysis, location?.index ?? storyAround(analysis, caret)), caret);
		if (!problem) return;
		const { start } = toRange(open, problem.span);
		editor.selection = new vscode.Selection(start, start);
		editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
		await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
	});
}
