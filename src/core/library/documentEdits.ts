import type {
	Clock,
	DocumentEdits,
	OpenDocument,
	WorkspaceDocuments,
	WorkspaceEdits,
	WorkspaceFiles,
} from './workspace.ts';

/** How long another program may hold a file, in milliseconds. */
const patience = 5_000;

/**
 * How many looks the editor may take to read a file again that has changed. VS Code does so a moment after its watcher
 * tells of it; on a slow machine that takes longer, and so does each look.
 */
const maxLooks = 40;

/** Pause between two looks at the file, in milliseconds, where nothing is heard of the document. */
const pause = 250;

/** What {@link documentToEdit} uses of a workspace. */
export type EditableDocuments = Pick<WorkspaceFiles, 'read'> &
	Pick<WorkspaceDocuments, 'document' | 'openDocument' | 'onDidChangeDocument'> & { readonly clock: Clock };

/**
 * Opens a document to edit it. VS Code keeps documents for minutes after their editors were closed, and reads them
 * again only a while after their files have changed: an edit made before that would be one of words that are no longer
 * there, and could not be saved. So this waits until a document without unsaved text is as its file is.
 *
 * @throws Error in words for the author, where the file is gone, cannot be opened or read, or is not read again
 */
export async function documentToEdit(uri: string, workspace: EditableDocuments): Promise<OpenDocument> {
	const { clock } = workspace;
	let heldSince: number | undefined;
	for (let looks = 1; ; looks++) {
		// The editor may close it meanwhile; opened anew it is as the file is.
		const document = workspace.document(uri) ?? (await workspace.openDocument(uri));
		if (document.isUnsaved) return document;
		// Null where it is there and cannot be read, as another program may hold it for a moment.
		const saved = await workspace.read(uri, document.encoding).catch(() => null);
		// It may have been edited while its file was read.
		if (document.isUnsaved) return document;
		if (saved === undefined) throw new Error('The file is gone.');
		if (saved !== null && withOneEnd(saved) === withOneEnd(document.getText())) return document;
		heldSince = saved === null ? (heldSince ?? clock.now()) : undefined;
		if (heldSince !== undefined) {
			if (clock.now() - heldSince > patience)
				throw new Error('It cannot be read just now: does another program hold it?');
		} else if (looks >= maxLooks) {
			throw new Error(
				'It has changed on the disk, and VS Code has not read it again yet. Open it, and try once more.',
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

/** What came of edits. */
export interface AppliedEdits {
	/** Whether they were made: somebody may have typed meanwhile, or the editor refuses. */
	readonly applied: boolean;
	/** Documents that were changed; those that needed no change are none of them. */
	readonly changed: readonly OpenDocument[];
	/** Documents that were changed and could not be saved. */
	readonly unsaved: readonly OpenDocument[];
}

export const nothingApplied: AppliedEdits = { applied: false, changed: [], unsaved: [] };

/**
 * Makes edits as one that is undone as a whole. A file that no tab shows is then saved, as nobody would see that it
 * waits for it; one in a tab, or with unsaved text of its own, is left for its author to save.
 *
 * @param label names the edit, as in a list of what can be undone
 */
export async function applyDocumentEdits(
	changes: readonly DocumentEdits[],
	label: string,
	workspace: Pick<WorkspaceEdits, 'applyEdits' | 'isShown' | 'save'>,
): Promise<AppliedEdits> {
	if (changes.some(({ document, version }) => document.version !== version)) return nothingApplied;
	const effective = changes.filter(({ edits }) => edits.length > 0);
	if (effective.length === 0) return { applied: true, changed: [], unsaved: [] };
	const toSave = effective.filter(({ document }) => !document.isUnsaved && !workspace.isShown(document.uri));
	if (!(await workspace.applyEdits(effective, label))) return nothingApplied;
	const unsaved: OpenDocument[] = [];
	for (const { document } of toSave) if (!(await workspace.save(document))) unsaved.push(document);
	return { applied: true, changed: effective.map(({ document }) => document), unsaved };
}
