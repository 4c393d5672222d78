import * as vscode from 'vscode';
import { messageOf } from '../../core/messageOf.ts';
import { Disposables } from '../../core/library/disposables.ts';
import { commands } from '../ids.ts';
import type { PracticeStore } from '../practice/practiceStore.ts';
import type { Services } from '../services.ts';

/** How long a message stays in the status bar, in milliseconds. */
const messageTime = 5000;

/** A longer file is no history that anybody practised: a telling takes some 300 bytes. */
const mostBytes = 64 * 1024 * 1024;

/** Takes the history of practice out of the editor, back in, and away. Each takes the address of a file for a keybinding or a script. */
export function registerPracticeHistory({ practice }: Services): vscode.Disposable {
	const disposables = new Disposables();
	disposables.add(vscode.commands.registerCommand(commands.exportPractice, (target?: unknown) => exportHistory(practice, addressIn(target))));
	disposables.add(vscode.commands.registerCommand(commands.importPractice, (source?: unknown) => importHistory(practice, addressIn(source))));
	disposables.add(vscode.commands.registerCommand(commands.resetPractice, () => resetHistory(practice)));
	return disposables;
}

async function exportHistory(practice: PracticeStore, given: vscode.Uri | undefined): Promise<void> {
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
	const target =
		given ??
		(await vscode.window.showSaveDialog({
			...(folder && { defaultUri: vscode.Uri.joinPath(folder, 'star-stories-practice.json') }),
			filters: { JSON: ['json'] },
			title: vscode.l10n.t('Export Practice History'),
		}));
	if (!target) return;
	try {
		await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(await practice.export()));
		vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Saved {0}', vscode.workspace.asRelativePath(target)), messageTime);
	} catch (error) {
		await vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be written: {1}', vscode.workspace.asRelativePath(target), messageOf(error)));
	}
}

async function importHistory(practice: PracticeStore, given: vscode.Uri | undefined): Promise<void> {
	const source = given ?? (await vscode.window.showOpenDialog({ filters: { JSON: ['json'] }, title: vscode.l10n.t('Import Practice History') }))?.[0];
	if (!source) return;
	const name = vscode.workspace.asRelativePath(source);
	let text: string;
	try {
		if ((await vscode.workspace.fs.stat(source)).size > mostBytes) throw new Error(vscode.l10n.t('it is too large'));
		text = new TextDecoder().decode(await vscode.workspace.fs.readFile(source));
	} catch (error) {
		await vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be read: {1}', name, messageOf(error)));
		return;
	}
	const result = await practice.import(text);
	switch (result.kind) {
		case 'unreadable':
			await vscode.window.showErrorMessage(vscode.l10n.t('{0} is no practice history. Nothing was taken in.', name));
			return;
		case 'newer':
			await vscode.window.showErrorMessage(vscode.l10n.t('{0} was written by a later version of STAR Stories. Nothing was taken in.', name));
			return;
		case 'imported': {
			const { added, dropped } = result;
			const taken = added === 1 ? vscode.l10n.t('1 answer taken in') : vscode.l10n.t('{0} answers taken in', added);
			const message = dropped === 0 ? taken : vscode.l10n.t('{0}, {1} that could not be understood left out', taken, dropped);
			vscode.window.setStatusBarMessage(`$(check) ${message}`, messageTime);
		}
	}
}

async function resetHistory(practice: PracticeStore): Promise<void> {
	await practice.refresh();
	const { length } = practice.current.history.tellings;
	const reset = vscode.l10n.t('Delete History');
	const question = length === 1 ? vscode.l10n.t('Delete the history of practice, with 1 answer?') : vscode.l10n.t('Delete the history of practice, with {0} answers?', length);
	const detail = vscode.l10n.t('It cannot be undone; “Export Practice History…” makes a copy first. Your stories stay as they are.');
	if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, reset)) === reset) await practice.reset();
}

function addressIn(argument: unknown): vscode.Uri | undefined {
	if (argument instanceof vscode.Uri) return argument;
	return typeof argument === 'string' ? vscode.Uri.parse(argument, true) : undefined;
}
