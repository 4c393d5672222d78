import { differenceBetween } from '../edit/verifiedEdit.ts';
import { type Encodings, reasonAgainstEditing } from './documentBytes.ts';
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
	const created: BankFiles['files'][number][] = [];
	for (const file of files) {
		const isCreated = await workspace.createFile(file.uri, file.text, label).catch(() => false);
		if (isCreated) created.push(file);
		if (isCreated && (await textOf(file.uri, workspace)) === withoutMark(file.text)) continue;
		await withdraw(created, label, workspace);
		const message = `${nameOf(file.uri)} could not be written: is the disk full, or the folder read-only? ${nameOf(bank.uri)} is as it was.`;
		return { form: 'failed', message };
	}
	if (bank.version === version && (await takeOut(bank, version, text, remainder, label, workspace)))
		return { form: 'done' };
	await withdraw(created, label, workspace);
	if (bank.version !== version) return { form: 'changed' };
	return { form: 'failed', message: `${nameOf(bank.uri)} could not be changed: is it read-only? Nothing was split.` };
}

async function takeOut(
	bank: OpenDocument,
	version: number,
	text: string,
	remainder: string | undefined,
	label: string,
	workspace: SplitWorkspace,
): Promise<boolean> {
	if (remainder === undefined) return workspace.deleteFile(bank.uri, label);
	const isSaved = !bank.isUnsaved;
	const edits = [differenceBetween(text, remainder)];
	if (!(await workspace.applyEdits([{ document: bank, version, edits }], label))) return false;
	// On the disk the stories would be there twice.
	if (isSaved) await workspace.save(bank);
	return true;
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
