import * as vscode from 'vscode';
import { storyFileName } from '../../core/bank/storyFileName.ts';
import { LineMap } from '../../core/text/lines.ts';
import { Disposables } from '../disposables.ts';
import { commands } from '../ids.ts';
import { currentText } from '../markdownFiles.ts';
import { toTextEdits } from '../positions.ts';
import { entriesOf } from '../readText.ts';
import type { Services } from '../services.ts';

/** Splits a bank into files, and makes stories of candidates; both show what they would do before they do it. */
export function registerOrganise(services: Services): vscode.Disposable {
	const disposables = new Disposables();
	disposables.add(vscode.commands.registerTextEditorCommand(commands.splitBank, (editor) => void split(editor.document, services)));
	disposables.add(vscode.commands.registerCommand(commands.tagCandidates, () => tagCandidates(services)));
	return disposables;
}

async function split(document: vscode.TextDocument, { language, frameworks, storyFiles }: Services): Promise<void> {
	const text = document.getText();
	if ((await storyFiles.analysisOf(document)).kind !== 'bank') {
		await vscode.window.showInformationMessage(vscode.l10n.t('This file is not a bank: it does not hold several stories.'));
		return;
	}
	const bank = await language.call('splitBank', [text, { fileName: nameOf(document.uri), frameworks: frameworks.for(document.uri) }], { urgent: true });
	if ('refusal' in bank) {
		await vscode.window.showErrorMessage(bank.refusal.message);
		return;
	}
	const directory = vscode.Uri.joinPath(document.uri, '..');
	const taken = new Set((await entriesOf(directory)).map((name) => name.toLowerCase()));
	const edit = new vscode.WorkspaceEdit();
	const metadata = { label: vscode.l10n.t('Split {0} into one file per story', nameOf(document.uri)), needsConfirmation: true };
	for (const part of bank.parts) {
		if (part.form !== 'story') continue;
		const name = storyFileName(part.title, (wanted) => taken.has(wanted));
		taken.add(name);
		edit.createFile(vscode.Uri.joinPath(directory, name), { contents: new TextEncoder().encode(part.text) }, metadata);
	}
	if (bank.isRemainderBlank && !document.isUntitled) edit.deleteFile(document.uri, {}, metadata);
	else edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), bank.remainder, metadata);
	await vscode.workspace.applyEdit(edit, { isRefactoring: true });
}

async function tagCandidates({ language, storyFiles, frameworks }: Services): Promise<void> {
	const edit = new vscode.WorkspaceEdit();
	for (const key of storyFiles.index.files()) {
		const uri = vscode.Uri.parse(key, true);
		const current = storyFiles.index.get(key).kind === 'candidate' ? await currentText(uri) : undefined;
		if (current === undefined) continue;
		const text = typeof current === 'string' ? current : current.getText();
		const { edits } = await language.call('frontMatterForCandidate', [text, { fileName: nameOf(uri), frameworks: frameworks.for(uri) }], { urgent: true });
		const metadata = { label: vscode.l10n.t('Add front matter to candidates'), needsConfirmation: true };
		const changes = toTextEdits(new LineMap(text), edits);
		edit.set(uri, changes.map((change): [vscode.TextEdit, vscode.WorkspaceEditEntryMetadata] => [change, metadata]));
	}
	if (edit.size === 0) await vscode.window.showInformationMessage(vscode.l10n.t('No file here looks like a story without tags.'));
	else await vscode.workspace.applyEdit(edit, { isRefactoring: true });
}

function nameOf(uri: vscode.Uri): string {
	return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
