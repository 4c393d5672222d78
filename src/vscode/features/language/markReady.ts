import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import { isFinishedDraft } from '../../../core/library/finishedDraft.ts';
import type { StoryEdits } from '../../../core/library/storyEdits.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { storyLocationIn } from '../../../core/library/storyIndex.ts';
import { storyAround } from '../../../core/library/storyProblems.ts';
import { commands } from '../../ids.ts';
import { asOpenDocument } from '../../workspace.ts';
import { type RowArguments, storiesOfRows, storiesText } from '../commands/chooseStories.ts';

/** Marks stories as ready: those of rows, or the one over which it is offered as nothing in it is open any more. */
export function registerMarkReady(storyFiles: StoryFiles, storyEdits: StoryEdits): vscode.Disposable {
	const disposables = new Disposables();
	disposables.add(
		vscode.commands.registerCommand(commands.markReady, async (...args: readonly unknown[]) => {
			const location = storyLocationIn(args[0]);
			const story = location && storyFiles.index.allOf(location.file)[location.index];
			const stories = location ? (story ? [story] : []) : storiesOfRows(args as RowArguments);
			await storyEdits.apply(
				stories.map((entry) => ({ entry, change: { kind: 'set', field: 'status', value: 'ready' } })),
				`Mark ${storiesText(stories)} as ready`,
			);
		}),
	);
	const provider: vscode.CodeActionProvider = {
		async provideCodeActions(document, { start }, { only }) {
			if (only && !only.contains(vscode.CodeActionKind.QuickFix)) return [];
			const file = document.uri.toString();
			if (!storyFiles.get(file)) return [];
			const analysis = await storyFiles.analysisOf(asOpenDocument(document));
			const offset = document.offsetAt(start);
			const index = storyAround(analysis, offset);
			const story = analysis.stories[index];
			// Within the sections it would stand between a writer and the fixes there.
			const firstSection = story?.sections[0]?.span.start;
			if (firstSection === undefined || offset >= firstSection || !isFinishedDraft(analysis, index)) return [];
			const action = new vscode.CodeAction('Mark as Ready', vscode.CodeActionKind.QuickFix);
			action.command = { title: action.title, command: commands.markReady, arguments: [{ file, index }] };
			return [action];
		},
	};
	const metadata = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };
	disposables.add(vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, provider, metadata));
	return disposables;
}
