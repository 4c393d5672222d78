import * as vscode from 'vscode';
import { isUnsaved, openDocument } from './markdownFiles.ts';
import { readTextOrFail } from './readText.ts';

/** How long VS Code may take to read a file again that has changed, in milliseconds. It does so a moment after its watcher tells of it. */
const patience = 5_000;

/** Pause between two looks at the file, in milliseconds, where nothing is heard of the document. */
const pause = 250;

/**
 * Opens a document to edit it. VS Code keeps documents for minutes after their editors were closed, and reads them again
 * only a while after their files have changed: an edit made before that would be one of words that are no longer there,
 * and could not be saved. So this waits until a document without unsaved text is as its file is.
 * @throws Error in words for the author, where the file is gone, cannot be opened or read, or is not read again
 */
export async function documentToEdit(uri: vscode.Uri): Promise<vscode.TextDocument> {
	for (const deadline = Date.now() + patience; ; ) {
		// VS Code may close it meanwhile; opened anew it is as the file is.
		const document = openDocument(uri) ?? (await vscode.workspace.openTextDocument(uri));
		if (isUnsaved(document)) return document;
		// Null where it is there and cannot be read, as another program may hold it for a moment.
		const saved = await readTextOrFail(uri, document.encoding).catch(() => null);
		// It may have been edited while its file was read.
		if (isUnsaved(document)) return document;
		if (saved === undefined) throw new Error(vscode.l10n.t('The file is gone.'));
		if (saved !== null && withOneEnd(saved) === withOneEnd(document.getText())) return document;
		if (Date.now() > deadline) {
			throw new Error(
				saved === null
					? vscode.l10n.t('It cannot be read just now: does another program hold it?')
					: vscode.l10n.t('It has changed on the disk, and VS Code has not read it again yet. Open it, and try once more.'),
			);
		}
		await changeOf(document);
	}
}

/** VS Code makes the ends of lines alike. */
function withOneEnd(text: string): string {
	return text.replace(/\r\n?/gu, '\n');
}

/** Resolves with the next change of a document, or after a pause. */
function changeOf(document: vscode.TextDocument): Promise<void> {
	return new Promise((resolve) => {
		const done = () => {
			clearTimeout(timer);
			listener.dispose();
			resolve();
		};
		const timer = setTimeout(done, pause);
		const listener = vscode.workspace.onDidChangeTextDocument((event) => event.document === document && done());
	});
}
