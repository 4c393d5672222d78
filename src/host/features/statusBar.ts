import * as vscode from 'vscode';
import { spokenTime, storyWords } from '../../core/assist/spokenTime.ts';
import { touches } from '../../core/text/span.ts';
import { Disposables } from '../disposables.ts';
import type { Services } from '../services.ts';
import { readSettings } from '../settings.ts';

/** Shows how long the story around the caret takes to tell, and how many problems it has. */
export function registerStatusBar(services: Services): vscode.Disposable {
	const disposables = new Disposables();
	const item = disposables.add(vscode.window.createStatusBarItem('starStories.story', vscode.StatusBarAlignment.Right, 101));
	item.name = vscode.l10n.t('STAR Story');
	// The panel has a filter of its own: it opens on the active file's problems with `activeFile`.
	item.command = 'workbench.actions.view.problems';
	const update = () => show(item, services, vscode.window.activeTextEditor);
	disposables.add(vscode.window.onDidChangeActiveTextEditor(update));
	disposables.add(vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => textEditor === vscode.window.activeTextEditor && update()));
	disposables.add(services.storyFiles.onDidChange(update));
	update();
	return disposables;
}

function show(item: vscode.StatusBarItem, { storyFiles }: Services, editor: vscode.TextEditor | undefined): void {
	const file = editor && storyFiles.get(editor.document.uri);
	if (!editor || !file || (file.analysis.kind !== 'story' && file.analysis.kind !== 'bank')) {
		item.hide();
		return;
	}
	const { stories, problems } = file.analysis;
	const caret = editor.document.offsetAt(editor.selection.active);
	const story = stories.find(({ span }) => touches(span, caret)) ?? stories[0];
	if (!story) {
		item.hide();
		return;
	}
	const own = problems.filter(({ story: index }) => index === undefined || stories[index] === story).length;
	const time = spokenTime(storyWords(story), readSettings(editor.document.uri).wordsPerMinute);
	item.text = own > 0 ? `$(comment) ${time}  $(warning) ${own}` : `$(comment) ${time}`;
	const problemsText = own === 1 ? vscode.l10n.t('1 problem') : vscode.l10n.t('{0} problems', own);
	item.tooltip = vscode.l10n.t('“{0}” takes {1} to tell. {2}.', story.title, time, problemsText);
	item.accessibilityInformation = { label: item.tooltip };
	item.show();
}
