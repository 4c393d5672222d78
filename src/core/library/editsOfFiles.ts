import type { TextEdit } from '../text/edit.ts';
import { messageOf } from '../text/messageOf.ts';
import { textOfUtf8 } from './documentBytes.ts';
import { type EditableDocuments, editsOfDocument, FileGone } from './documentEdits.ts';
import type { OpenDocument, WorkspaceEdits, WorkspaceFiles } from './workspace.ts';

/** What {@link EditsOfFiles} uses of a workspace. */
export type EditedWorkspace = EditableDocuments &
	Pick<WorkspaceFiles, 'opensAsUtf8'> &
	Pick<WorkspaceEdits, 'reasonAgainstWriting'>;

/**
 * The edits of several files, each made from its text as it is now. Making them takes time, in which their authors may
 * type on.
 */
export class EditsOfFiles {
	readonly #workspace: EditedWorkspace;
	readonly #versions = new Map<OpenDocument, number>();
	readonly #refusals = new Map<string, string>();

	constructor(workspace: EditedWorkspace) {
		this.#workspace = workspace;
	}

	/** Why files can't be edited, as sentences for the author, by their URIs. */
	get refusals(): ReadonlyMap<string, string> {
		return this.#refusals;
	}

	/**
	 * Computes the edits of a file, as it is in the editor, else on the disk. One that is gone needs none.
	 *
	 * @param compute what it throws is a reason against editing the file
	 * @returns undefined where there are none, or reasons against them
	 */
	async of(
		uri: string,
		compute: (text: string) => Promise<readonly TextEdit[]>,
	): Promise<{ readonly text: string; readonly edits: readonly TextEdit[] } | undefined> {
		try {
			const made = (await this.#ofClosed(uri, compute)) ?? (await this.#ofDocument(uri, compute));
			if (made.edits.length === 0) return undefined;
			const reason = await this.#workspace.reasonAgainstWriting(uri);
			if (reason !== undefined) throw new Error(reason);
			return made;
		} catch (error) {
			if (!(error instanceof FileGone)) this.#refusals.set(uri, messageOf(error));
			return undefined;
		}
	}

	/** Whether every document that was read is still as it was. */
	get hold(): boolean {
		return [...this.#versions].every(([document, version]) => document.version === version);
	}

	/** Hundreds of closed files are read many times faster than they are opened; nearly all are UTF-8. */
	async #ofClosed(uri: string, compute: (text: string) => Promise<readonly TextEdit[]>) {
		if (this.#workspace.document(uri) || !this.#workspace.opensAsUtf8(uri)) return undefined;
		const bytes = await this.#workspace.readBytes(uri).catch(() => undefined);
		const text = bytes && (await textOfUtf8(bytes, this.#workspace));
		if (text === undefined) return undefined;
		const edits = await compute(text);
		// It may have been opened, and edited, while its edits were made.
		return this.#workspace.document(uri) ? undefined : { text, edits };
	}

	async #ofDocument(uri: string, compute: (text: string) => Promise<readonly TextEdit[]>) {
		let text = '';
		const { document, version, edits } = await editsOfDocument(uri, this.#workspace, (opened) =>
			compute((text = opened.getText())),
		);
		this.#versions.set(document, version);
		return { text, edits };
	}
}
