import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { setContext } from '../../contextKey.ts';
import { contextKeys } from '../../ids.ts';
import { asOpenDocument } from '../../workspace.ts';
import { mayBePlan } from '../commands/planLenses.ts';

/** Keeps track of whether the document in the active editor holds stories, a table of them, or the plan of an interview. */
export function registerEditorContext(storyFiles: StoryFiles): vscode.Disposable {
	const disposables = new Disposables();
	const update = async () => {
		const document = vscode.window.activeTextEditor?.document;
		setContext(contextKeys.planInEditor, document?.languageId === 'markdown' && mayBePlan(document));
		const kind = document && storyFiles.get(document.uri.toString())?.analysis.kind;
		const holdsStories = kind !== undefined && kind !== 'other';
		setContext(contextKeys.storyInEditor, holdsStories);
		if (!document || !holdsStories) {
			setContext(contextKeys.storyTable, false);
			return;
		}
		const { stories } = await storyFiles.analysisOf(asOpenDocument(document));
		if (vscode.window.activeTextEditor?.document !== document) return;
		setContext(
			contextKeys.storyTable,
			stories.some(({ sections }) => sections.some(({ form }) => form === 'cell')),
		);
	};
	disposables.add(vscode.window.onDidChangeActiveTextEditor(() => void update()));
	disposables.add(storyFiles.onDidChange(() => void update()));
	void update();
	return disposables;
}
