import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import { messageOf } from '../../../core/text/messageOf.ts';
import { confirmed, showDone, showErrorMessage } from '../../dialogs.ts';
import { writeWhole } from '../../files.ts';
import { commands } from '../../ids.ts';
import type { PracticeStore } from './practiceStore.ts';

/** A longer file is no history that anybody practised: a telling takes some 300 bytes. */
const maxBytes = 64 * 1024 * 1024;

/**
 * Takes the history of practice out of the editor, back in, and away. Each takes the address of a file for a keybinding
 * or a script.
 */
export function registerPracticeHistory(practice: PracticeStore): vscode.Disposable {
	const disposables = new Disposables();
	disposables.add(
		vscode.commands.registerCommand(commands.exportPractice, (target?: unknown) =>
			exportHistory(practice, addressIn(target)),
		),
	);
	disposables.add(
		vscode.commands.registerCommand(commands.importPractice, (source?: unknown) =>
			importHistory(practice, addressIn(source)),
		),
	);
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
			title: 'Export Practice History',
		}));
	if (!target) return;
	try {
		await writeWhole(target, new TextEncoder().encode(await practice.export()));
		showDone(`Saved ${vscode.workspace.asRelativePath(target)}`);
	} catch (error) {
		await showErrorMessage(`${vscode.workspace.asRelativePath(target)} could not be written: ${messageOf(error)}`);
	}
}

async function importHistory(practice: PracticeStore, given: vscode.Uri | undefined): Promise<void> {
	const source =
		given ??
		(await vscode.window.showOpenDialog({ filters: { JSON: ['json'] }, title: 'Import Practice History' }))?.[0];
	if (!source) return;
	const name = vscode.workspace.asRelativePath(source);
	let text: string;
	try {
		if ((await vscode.workspace.fs.stat(source)).size > maxBytes) throw new Error('it is too large');
		text = new TextDecoder().decode(await vscode.workspace.fs.readFile(source));
	} catch (error) {
		await showErrorMessage(`${name} could not be read: ${messageOf(error)}`);
		return;
	}
	const result = await practice.import(text);
	switch (result.kind) {
		case 'unreadable':
			await showErrorMessage(`${name} is no practice history. Nothing was taken in.`);
			return;
		case 'newer':
			await showErrorMessage(`${name} was written by a later version of STAR Stories. Nothing was taken in.`);
			return;
		case 'imported': {
			const { added, dropped } = result;
			const taken = added === 1 ? '1 answer taken in' : `${added} answers taken in`;
			const message = dropped === 0 ? taken : `${taken}, ${dropped} that could not be understood left out`;
			showDone(message);
		}
	}
}

async function resetHistory(practice: PracticeStore): Promise<void> {
	await practice.refresh();
	const { length } = practice.current.history.tellings;
	const question =
		length === 1
			? 'Delete the history of practice, with 1 answer?'
			: `Delete the history of practice, with ${length} answers?`;
	const detail = 'It cannot be undone; “Export Practice History…” makes a copy first. Your stories stay as they are.';
	if (await confirmed(question, 'Delete History', detail)) await practice.reset();
}

function addressIn(argument: unknown): vscode.Uri | undefined {
	if (argument instanceof vscode.Uri) return argument;
	return typeof argument === 'string' ? vscode.Uri.parse(argument, true) : undefined;
}
