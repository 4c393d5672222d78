import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import { KeyedDebounce } from '../../../core/library/keyedDebounce.ts';
import { answeredPromptsAt, type ShownPrompts } from '../../../core/library/languageFeatures/answeredPrompts.ts';
import { type Log, logError } from '../../../core/library/log.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { settingsSection } from '../../ids.ts';
import { readSettings } from '../../settings.ts';
import { asOpenDocument, systemClock } from '../../workspace.ts';

/** Pause after the caret moved or something was typed, in milliseconds. */
const pause = 150;

/**
 * Keeps the questions of a section in sight while the author of a draft types their answers over them. Inlay hints
 * would be cut after 43 characters by default (`editor.inlayHints.maximumLength`), and move the text behind them.
 */
export function registerAnsweredPrompts(storyFiles: StoryFiles, frameworks: Frameworks, log: Log): vscode.Disposable {
	const disposables = new Disposables();
	const decoration = disposables.add(
		vscode.window.createTextEditorDecorationType({
			rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
			after: {
				margin: '0 0 0 2ch',
				color: new vscode.ThemeColor('descriptionForeground'),
				fontStyle: 'italic',
				fontWeight: 'normal',
			},
		}),
	);
	const soon = disposables.add(new KeyedDebounce(systemClock, pause));
	let decorated: vscode.TextEditor | undefined;

	const update = async () => {
		const editor = vscode.window.activeTextEditor;
		if (decorated && decorated !== editor) decorated.setDecorations(decoration, []);
		decorated = undefined;
		if (!editor) return;
		const { version } = editor.document;
		const shown = await promptsIn(editor, storyFiles, frameworks);
		// The next event brings the questions of the text as it is by then.
		if (editor !== vscode.window.activeTextEditor || editor.document.version !== version) return;
		decorated = editor;
		editor.setDecorations(decoration, shown ? [optionsOf(shown, editor.document)] : []);
	};
	const updateSoon = () => soon.schedule('prompts', () => void update().catch(logError(log)));
	disposables.add(vscode.window.onDidChangeActiveTextEditor(updateSoon));
	disposables.add(
		vscode.window.onDidChangeTextEditorSelection(
			({ textEditor }) => textEditor === vscode.window.activeTextEditor && updateSoon(),
		),
	);
	disposables.add(storyFiles.onDidChange(updateSoon));
	disposables.add(
		vscode.workspace.onDidChangeConfiguration(
			(event) => event.affectsConfiguration(settingsSection) && updateSoon(),
		),
	);
	updateSoon();
	return disposables;
}

async function promptsIn(
	{ document, selection }: vscode.TextEditor,
	storyFiles: StoryFiles,
	frameworks: Frameworks,
): Promise<ShownPrompts | undefined> {
	const uri = document.uri.toString();
	const kind = storyFiles.get(uri)?.analysis.kind;
	if ((kind !== 'story' && kind !== 'bank') || !readSettings(document.uri).answeredPrompts) return undefined;
	const text = document.getText();
	const offset = document.offsetAt(selection.active);
	const { stories } = await storyFiles.analysisOf(asOpenDocument(document));
	return answeredPromptsAt(text, stories, offset, frameworks.lookupsFor(uri).competencies);
}

function optionsOf({ offset, text }: ShownPrompts, document: vscode.TextDocument): vscode.DecorationOptions {
	const at = document.positionAt(offset);
	return { range: new vscode.Range(at, at), renderOptions: { after: { contentText: text } } };
}
