import * as vscode from 'vscode';
import { writtenIdOf } from '../../../core/framework/lookups.ts';
import type { ReadableWorkspace } from '../../../core/library/currentText.ts';
import type { EditedWorkspace } from '../../../core/library/editsOfFiles.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { showInformationMessage } from '../../dialogs.ts';
import { commands } from '../../ids.ts';
import { chooseLines } from './chooseLines.ts';
import { changeFrameworkFile } from './changeFrameworkFile.ts';
import { pickFolder } from './newFile.ts';

/**
 * Takes a company's questions from the selection or the clipboard into the framework file, with what they seem to
 * probe.
 */
export function registerAddQuestions(
	workspace: EditedWorkspace & ReadableWorkspace,
	language: LanguageClient,
	frameworks: Frameworks,
): vscode.Disposable {
	return vscode.commands.registerCommand(commands.addQuestions, () => addQuestions(workspace, language, frameworks));
}

async function addQuestions(
	workspace: EditedWorkspace & ReadableWorkspace,
	language: LanguageClient,
	frameworks: Frameworks,
): Promise<void> {
	const editor = vscode.window.activeTextEditor;
	const selected = editor && !editor.selection.isEmpty ? editor.document.getText(editor.selection) : '';
	const pasted = selected.trim() === '' ? await vscode.env.clipboard.readText() : selected;
	const folder = await pickFolder('Whose framework file gets the questions?');
	if (!folder) return;
	const lookups = frameworks.lookupsFor(folder.uri.toString());
	const known = lookups.competencies.all;
	const proposed = await language.call('pastedQuestions', [pasted, { lookups }], { urgent: true });
	if (proposed.length === 0) {
		await showInformationMessage('Select the questions, or copy them, one a line; then run this again.');
		return;
	}
	const lines = proposed.map((line) => ({ ...line, isTicked: line.competencies.length > 0 }));
	const chosen = await chooseLines(lines, {
		title: 'Add Questions',
		placeHolder: 'Which of these belong into your framework file?',
		none: 'No competency yet: choose one to add it',
		which: 'What does it probe?',
		competencies: known,
	});
	if (!chosen || chosen.length === 0) return;
	const questions = chosen.map(({ text, competencies }) => ({
		text,
		competencies: known.filter(({ id }) => competencies.includes(id)).map(writtenIdOf),
	}));
	await changeFrameworkFile(
		folder,
		{
			title: 'Add Questions',
			create: 'Create it with them',
			added: (text) => language.call('addQuestions', [text, questions], { urgent: true }),
			created: (presets) => language.call('frameworkWithQuestions', [presets, questions], { urgent: true }),
		},
		workspace,
		frameworks,
	);
}
