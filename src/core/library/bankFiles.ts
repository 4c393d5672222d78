import { differenceBetween } from '../edit/verifiedEdit.ts';
import { inverseEdits } from '../text/edit.ts';
import { type Encodings, reasonAgainstEditing } from './documentBytes.ts';
import { isAsItsFile, isSaved } from './documentEdits.ts';
import { nameOf } from './uris.ts';
import type { OpenDocument, WorkspaceEdits, WorkspaceFiles } from './workspace.ts';

/** What {@link moveIntoFiles} uses of a workspace. */
export type SplitWorkspace = Encodings &
	Pick<WorkspaceFiles, 'read' | 'readBytes'> &
	Pick<WorkspaceEdits, 'applyEdits' | 'createFile' | 'deleteFile' | 'save'>;

/** The files that take in the stories of a bank. */
export interface BankFiles {
	readonly files: readonly { readonly uri: string; readonly text: string }[];
	/** What is left of the bank's text; undefined where its file goes. */
	readonly remainder: string | undefined;
}

/** What came of it; `changed` where somebody has typed in the bank meanwhile. */
export type SplitOutcome =
	| { readonly form: 'done' | 'changed' }
	| { readonly form: 'failed'; readonly message: string };

/**
 * Moves the stories of a bank into files of their own. The bank is touched only once each of the files has been read
 * back: a disk that is full keeps what fits and says nothing. Where anything fails, the new files go again.
 *
 * @param version of the bank's text that the files were made from
 * @param label names the edits, as in a list of what can be undone
 */
export async function moveIntoFiles(
	bank: OpenDocument,
	version: number,
	{ files, remainder }: BankFiles,
	label: string,
	workspace: SplitWorkspace,
): Promise<SplitOutcome> {
	const reason = await reasonAgainstEditing(bank, workspace);
	if (reason !== undefined) return { form: 'failed', message: `${nameOf(bank.uri)}: ${reason}` };
	const text = bank.getText();
	if (bank.version !== version) return { form: 'changed' };
	const bytes = await workspace.readBytes(bank.uri).catch(() => undefined);
	if (bytes && !(await isAsItsFile(bank, bytes, workspace))) {
		const message = `${nameOf(bank.uri)} has changed on the disk, and VS Code has not read it again yet: try once more.`;
		return { form: 'failed', message };
	}
	const created: BankFiles['files'][number][] = [];
	for (const file of files) {
		const isCreated = await workspace.createFile(file.uri, file.text, label).catch(() => false);
		if (isCreated) created.push(file);
		if (isCreated && (await textOf(file.uri, workspace)) === withoutMark(file.text)) continue;
		await withdraw(created, label, workspace);
		const message = `${nameOf(file.uri)} could not be written: is the disk full, or the folder read-only? ${nameOf(bank.uri)} is as it was.`;
		return { form: 'failed', message };
	}
	const taken = bank.version === version ? await takeOut(bank, version, text, remainder, label, workspace) : 'not';
	if (taken === 'taken') return { form: 'done' };
	await withdraw(created, label, workspace);
	if (taken === 'not saved') {
		// There is room for it again.
		const message = (await isSaved(bank, workspace))
			? `${nameOf(bank.uri)} could not be saved, and is as it was: is the disk full, or the file read-only?`
			: `${nameOf(bank.uri)} could not be saved, and is open as it was: save it elsewhere if the disk is full.`;
		return { form: 'failed', message };
	}
	if (bank.version !== version) return { form: 'changed' };
	return { form: 'failed', message: `${nameOf(bank.uri)} could not be changed: is it read-only? Nothing was split.` };
}

/** @returns `not saved` where the bank holds all its text again, and its file may not */
async function takeOut(
	bank: OpenDocument,
	version: number,
	text: string,
	remainder: string | undefined,
	label: string,
	workspace: SplitWorkspace,
): Promise<'taken' | 'not' | 'not saved'> {
	if (remainder === undefined) return (await workspace.deleteFile(bank.uri, label)) ? 'taken' : 'not';
	const wasSaved = !bank.isUnsaved;
	const edits = [differenceBetween(text, remainder)];
	if (!(await workspace.applyEdits([{ document: bank, version, edits }], label))) return 'not';
	// On the disk the stories would be there twice.
	if (!wasSaved || (await isSaved(bank, workspace)) || bank.getText() !== remainder) return 'taken';
	const inverse = inverseEdits(text, edits);
	const isBack = await workspace.applyEdits(
		[{ document: bank, version: bank.version, edits: inverse }],
		`Undo: ${label}`,
	);
	return isBack ? 'not saved' : 'taken';
}

/** What a file holds; undefined where it cannot be read. */
function textOf(uri: string, workspace: SplitWorkspace): Promise<string | undefined> {
	return workspace.read(uri).catch(() => undefined);
}

/** Removes files that were made just now, where they hold nothing but what was put into them. */
async function withdraw(files: BankFiles['files'], label: string, workspace: SplitWorkspace): Promise<void> {
	for (const { uri, text } of files) {
		const held = await textOf(uri, workspace);
		if (held !== undefined && withoutMark(text).startsWith(held))
			await workspace.deleteFile(uri, label).catch(() => false);
	}
}

/** A byte order mark is no part of a text that is read. */
function withoutMark(text: string): string {
	return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
