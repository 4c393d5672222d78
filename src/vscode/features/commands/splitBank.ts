import * as vscode from 'vscode';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import { storyFileName } from '../../../core/library/storyFileName.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { nameOf } from '../../../core/library/uris.ts';
import type { Story } from '../../../core/story/model.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { pickSeveral, showErrorMessage, showInformationMessage } from '../../dialogs.ts';
import { entriesOf } from '../../files.ts';
import { commands } from '../../ids.ts';
import { asOpenDocument } from '../../workspace.ts';

/**
 * Splits a bank into files: shows them as a list to tick, and makes them in one edit. VS Code's refactor preview would
 * begin with nothing ticked, and would cut a story out of its bank without creating its file where only the one was
 * ticked.
 */
export function registerSplitBank(
	language: LanguageClient,
	frameworks: Frameworks,
	storyFiles: StoryFiles,
): vscode.Disposable {
	return vscode.commands.registerCommand(commands.splitBank, () =>
		splitBank(vscode.window.activeTextEditor?.document, language, frameworks, storyFiles),
	);
}

async function splitBank(
	document: vscode.TextDocument | undefined,
	language: LanguageClient,
	frameworks: Frameworks,
	storyFiles: StoryFiles,
): Promise<void> {
	const analysis = document && (await storyFiles.analysisOf(asOpenDocument(document)));
	if (!document || analysis?.kind !== 'bank') {
		void showInformationMessage('This file is not a bank: it does not hold several stories.');
		return;
	}
	const directory = vscode.Uri.joinPath(document.uri, '..');
	const files = newFileNames(analysis.stories, await entriesOf(directory));
	const items = files.map((name, index) => ({
		label: analysis.stories[index]?.title ?? name,
		description: name,
		index,
		picked: true,
	}));
	const picked = await pickSeveral(items, {
		title: `Split ${nameOf(document.uri.toString())} into Files`,
		placeHolder: `A file for each story that is ticked; the others stay in ${nameOf(document.uri.toString())}`,
		matchOnDescription: true,
	});
	if (!picked || picked.length === 0) return;
	const going = picked.map(({ index }) => index).toSorted((a, b) => a - b);
	const splitAsItIsNow = async (): Promise<Split | string | undefined> => {
		const { stories } = await storyFiles.analysisOf(asOpenDocument(document));
		// Other stories: the names and ticks are of those that were shown.
		if (stories.length !== files.length) return undefined;
		return (await splitEdit(document, directory, files, going, language, frameworks)) ?? splitAsItIsNow();
	};
	for (;;) {
		const split = await splitAsItIsNow();
		if (!split) {
			void showInformationMessage(`${nameOf(document.uri.toString())} has changed meanwhile: nothing was split.`);
		} else if (typeof split === 'string') {
			void showErrorMessage(split);
		} else if (!(await vscode.workspace.applyEdit(split.edit, { isRefactoring: true }))) {
			// VS Code refuses to cut from a text that has changed, and leaves the files that it made for it.
			await withdraw(split.created);
			if (document.version !== split.version) continue;
			void showErrorMessage('The files could not be changed: are they read-only?');
		}
		return;
	}
}

interface Split {
	readonly edit: vscode.WorkspaceEdit;
	/** The version of the bank's text that it splits. */
	readonly version: number;
	readonly created: readonly CreatedFile[];
}

interface CreatedFile {
	readonly uri: vscode.Uri;
	readonly contents: Uint8Array;
}

/** @returns undefined where the document has changed meanwhile, a sentence for the author where it cannot be split */
async function splitEdit(
	document: vscode.TextDocument,
	directory: vscode.Uri,
	files: readonly string[],
	going: readonly number[],
	language: LanguageClient,
	frameworks: Frameworks,
): Promise<Split | string | undefined> {
	const { version } = document;
	const text = document.getText();
	const kept = [...files.keys()].filter((index) => !going.includes(index));
	const context = {
		fileName: nameOf(document.uri.toString()),
		lookups: frameworks.lookupsFor(document.uri.toString()),
	};
	const bank = await language.call('splitBank', [text, context, kept], { urgent: true });
	if (document.version !== version) return undefined;
	if ('refusal' in bank) return bank.refusal.message;
	const edit = new vscode.WorkspaceEdit();
	const contents = bank.parts.flatMap((part) => (part.form === 'story' ? [new TextEncoder().encode(part.text)] : []));
	const created = going.map((index, order) => ({
		uri: vscode.Uri.joinPath(directory, files[index] ?? ''),
		contents: contents[order] ?? new Uint8Array(),
	}));
	for (const file of created) edit.createFile(file.uri, { contents: file.contents });
	if (bank.isRemainderBlank && !document.isUntitled) edit.deleteFile(document.uri);
	else edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), bank.remainder);
	return { edit, version, created };
}

/** Removes files that were made just now, where they still hold what was put into them. */
async function withdraw(files: readonly CreatedFile[]): Promise<void> {
	for (const { uri, contents } of files) {
		const bytes = await vscode.workspace.fs.readFile(uri).then(undefined, () => undefined);
		if (bytes && isEqual(bytes, contents)) await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
	}
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
	return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** A name for the file of each story that no file of the folder has. */
function newFileNames(stories: readonly Story[], existing: readonly string[]): readonly string[] {
	const taken = new Set(existing.map((name) => name.toLowerCase()));
	return stories.map(({ title }) => {
		const name = storyFileName(title, (wanted) => taken.has(wanted));
		taken.add(name);
		return name;
	});
}
