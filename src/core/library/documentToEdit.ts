import type { Clock, OpenDocument, WorkspaceDocuments, WorkspaceFiles } from './workspace.ts';

/** How long the editor may take to read a file again that has changed, in milliseconds. VS Code does so a moment after its watcher tells of it. */
const patience = 5_000;

/** Pause between two looks at the file, in milliseconds, where nothing is heard of the document. */
const pause = 250;

/** What {@link documentToEdit} uses of a workspace. */
export type EditableDocuments = Pick<WorkspaceFiles, 'read'> & Pick<WorkspaceDocuments, 'document' | 'openDocument' | 'onDidChangeDocument'> & { readonly clock: Clock };

/**
 * Opens a document to edit it. VS Code keeps documents for minutes after their editors were closed, and reads them again
 * only a while after their files have changed: an edit made before that would be one of words that are no longer there,
 * and could not be saved. So this waits until a document without unsaved text is as its file is.
 * @throws Error in words for the author, where the file is gone, cannot be opened or read, or is not read again
 */
export async function documentToEdit(uri: string, workspace: EditableDocuments): Promise<OpenDocument> {
	const { clock } = workspace;
	for (const deadline = clock.now() + patience; ; ) {
		// The editor may close it meanwhile; opened anew it is as the file is.
		const document = workspace.document(uri) ?? (await workspace.openDocument(uri));
		if (document.isUnsaved) return document;
		// Null where it is there and cannot be read, as another program may hold it for a moment.
		const saved = await workspace.read(uri, document.encoding).catch(() => null);
		// It may have been edited while its file was read.
		if (document.isUnsaved) return document;
		if (saved === undefined) throw new Error('The file is gone.');
		if (saved !== null && withOneEnd(saved) === withOneEnd(document.getText())) return document;
		if (clock.now() > deadline) {
			throw new Error(
				saved === null
					? 'It cannot be read just now: does another program hold it?'
					: 'It has changed on the disk, and VS Code has not read it again yet. Open it, and try once more.',
			);
		}
		await nextChange(document, workspace);
	}
}

/** The editor makes the ends of lines alike. */
function withOneEnd(text: string): string {
	return text.replace(/\r\n?/gu, '\n');
}

/** Resolves with the next change of a document, or after a pause. */
function nextChange(document: OpenDocument, { clock, onDidChangeDocument }: EditableDocuments): Promise<void> {
	return new Promise((resolve) => {
		const done = (): void => {
			timer.dispose();
			listener.dispose();
			resolve();
		};
		const timer = clock.schedule(done, pause);
		const listener = onDidChangeDocument((changed) => changed === document && done());
	});
}
