import { applyEdits, inverseEdits, type TextEdit } from '../text/edit.ts';
import { isSame, reasonAgainstSaving, reasonAgainstTexts, withOneEnd } from './documentBytes.ts';
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

/**
 * How long the editor may take to notice all that another program wrote, in milliseconds: its watchers gather for 75 ms
 * what they tell of, and on a busy machine they are late.
 */
const settlingTime = 1000;

/** A document can't be edited, as its file is no more. */
export class FileGone extends Error {
	constructor() {
		super('The file is gone.');
	}
}

/** What {@link documentToEdit} uses of a workspace. */
export type EditableDocuments = Pick<WorkspaceFiles, 'readBytes' | 'decode' | 'encode'> &
	Pick<WorkspaceDocuments, 'document' | 'openDocument' | 'onDidChangeDocument' | 'writtenElsewhere'> &
	Pick<WorkspaceEdits, 'isShown'> & { readonly clock: Clock };

/**
 * Opens a document to edit it. VS Code keeps documents for minutes after their editors were closed, and reads them
 * again only a while after their files have changed: an edit made before that would be one of words that are no longer
 * there, and could not be saved. So this waits until a document without unsaved text is as its file is, and makes sure
 * that the bytes of the file come back when the document is saved.
 *
 * @throws Error in words for the author, where the file is gone, cannot be opened or read, is not read again, or would
 *   not keep its bytes
 */
export async function documentToEdit(uri: string, workspace: EditableDocuments): Promise<OpenDocument> {
	const { clock } = workspace;
	let heldSince: number | undefined;
	for (let looks = 1; ; looks++) {
		// The editor may close it meanwhile; opened anew it is as the file is.
		const document = workspace.document(uri) ?? (await opened(uri, workspace));
		// Null where it is there and cannot be read, as another program may hold it for a moment.
		const saved = await workspace.readBytes(uri).catch(() => null);
		if (saved && (await isAsItsFile(document, saved, workspace))) {
			const settling = looks < maxLooks ? await timeToSettle(document, workspace) : 0;
			if (settling > 0) {
				await passed(settling, clock);
				continue;
			}
			const reason = await reasonAgainstSaving(document, saved, workspace, !workspace.isShown(uri));
			if (reason !== undefined) throw new Error(reason);
			return document;
		}
		// It may have been edited while its file was read, or has none yet.
		if (document.isUnsaved && saved !== null) return document;
		if (saved === undefined) throw new FileGone();
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

async function opened(uri: string, workspace: EditableDocuments): Promise<OpenDocument> {
	try {
		return await workspace.openDocument(uri);
	} catch (error) {
		if ((await workspace.readBytes(uri).catch(() => null)) === undefined) throw new FileGone();
		throw error;
	}
}

/** Whether a document holds what its file does, or text that is not saved yet. */
export async function isAsItsFile(
	document: OpenDocument,
	bytes: Uint8Array,
	workspace: Pick<WorkspaceFiles, 'decode'>,
): Promise<boolean> {
	if (document.isUnsaved) return true;
	const saved = await workspace.decode(bytes, document.encoding).catch(() => undefined);
	// It may have been edited meanwhile.
	return document.isUnsaved || (saved !== undefined && withOneEnd(saved) === withOneEnd(document.getText()));
}

/**
 * How long a document that would be saved has to be left alone, in milliseconds. VS Code may have read its file while
 * another program was writing it: then it holds all the words and yet takes them for older than the file, refuses to
 * save them, and reads them again only while nothing is edited.
 */
async function timeToSettle(document: OpenDocument, workspace: EditableDocuments): Promise<number> {
	if (document.isUnsaved || workspace.isShown(document.uri)) return 0;
	const written = await workspace.writtenElsewhere(document);
	if (written === undefined) return 0;
	const age = workspace.clock.now() - written;
	// Its disk may have a clock of its own.
	return age < 0 ? 0 : settlingTime - age;
}

function passed(milliseconds: number, clock: Clock): Promise<void> {
	return new Promise((resolve) => void clock.schedule(resolve, milliseconds));
}

/**
 * Opens a document and computes edits of it.
 *
 * @param compute is given the document as its file is
 * @throws Error in words for the author, where it cannot be edited without losing what stands there; see
 *   {@link documentToEdit}
 */
export async function editsOfDocument(
	uri: string,
	workspace: EditableDocuments,
	compute: (document: OpenDocument) => Promise<readonly TextEdit[]>,
): Promise<DocumentEdits> {
	const document = await documentToEdit(uri, workspace);
	const { version } = document;
	const edits = await compute(document);
	const reason = await reasonAgainstTexts(edits, document.encoding, workspace);
	if (reason !== undefined) throw new Error(reason);
	return { document, version, edits };
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

/** A document whose edits could not be saved. */
export interface UnsavedEdits {
	readonly document: OpenDocument;
	/** Whether its text and its file are as they were before. */
	readonly isUndone: boolean;
}

/** What came of edits. */
export interface AppliedEdits {
	/** Whether they were made: somebody may have typed meanwhile, or the editor refuses. */
	readonly applied: boolean;
	/** Documents that are changed; those that needed no change, or are as they were, are none of them. */
	readonly changed: readonly OpenDocument[];
	readonly unsaved: readonly UnsavedEdits[];
}

export const nothingApplied: AppliedEdits = { applied: false, changed: [], unsaved: [] };

/** What {@link applyDocumentEdits} uses of a workspace. */
export type EditingWorkspace = Pick<WorkspaceEdits, 'applyEdits' | 'isShown' | 'save'> &
	Pick<WorkspaceFiles, 'readBytes' | 'encode'>;

/**
 * Makes edits as one that is undone as a whole. A file that no tab shows is then saved, as nobody would see that it
 * waits for it; one in a tab, or with unsaved text of its own, is left for its author to save. Where the file does not
 * hold what was saved (a disk may be full, and the editor says nothing of it), the edits of that file are taken back.
 *
 * @param label names the edit, as in a list of what can be undone
 */
export async function applyDocumentEdits(
	changes: readonly DocumentEdits[],
	label: string,
	workspace: EditingWorkspace,
): Promise<AppliedEdits> {
	if (changes.some(({ document, version }) => document.version !== version)) return nothingApplied;
	const effective = changes.filter(({ edits }) => edits.length > 0);
	if (effective.length === 0) return { applied: true, changed: [], unsaved: [] };
	const toSave = effective
		.filter(({ document }) => !document.isUnsaved && !workspace.isShown(document.uri))
		.map(({ document, edits }) => ({
			document,
			after: applyEdits(document.getText(), edits),
			inverse: inverseEdits(document.getText(), edits),
		}));
	if (!(await workspace.applyEdits(effective, label))) return nothingApplied;
	const unsaved: UnsavedEdits[] = [];
	for (const { document, after, inverse } of toSave) {
		if (await isSaved(document, workspace)) continue;
		const isUndone =
			document.getText() === after &&
			(await workspace.applyEdits([{ document, version: document.version, edits: inverse }], `Undo: ${label}`)) &&
			(await isSaved(document, workspace));
		unsaved.push({ document, isUndone });
	}
	const undone = new Set(unsaved.filter(({ isUndone }) => isUndone).map(({ document }) => document));
	return {
		applied: true,
		changed: effective.map(({ document }) => document).filter((document) => !undone.has(document)),
		unsaved,
	};
}

/** Saves a document, and reads it back. */
export async function isSaved(
	document: OpenDocument,
	workspace: Pick<EditingWorkspace, 'save' | 'readBytes' | 'encode'>,
): Promise<boolean> {
	const before = document.version;
	const wasSaved = await workspace.save(document);
	for (;;) {
		const { version } = document;
		// Somebody writes on, and saves it when they are done.
		if (wasSaved && document.isUnsaved && version !== before) return true;
		const text = document.getText();
		const bytes = await workspace.readBytes(document.uri).catch(() => undefined);
		if (bytes && isSame(bytes, await workspace.encode(text, document.encoding))) return true;
		if (document.version === version) return false;
	}
}

/** What became of edits that could not be saved, as a sentence for the author. */
export function unsavedSentence({ isUndone }: UnsavedEdits): string {
	return isUndone
		? 'it could not be saved, and is as it was: is the disk full, or the file read-only?'
		: 'it could not be saved: it is open with the change, save it elsewhere if the disk is full.';
}
