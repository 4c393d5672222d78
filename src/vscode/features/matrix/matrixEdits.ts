import * as vscode from 'vscode';
import { documentToEdit, type EditableDocuments } from '../../../core/library/documentEdits.ts';
import type { StoryEdits } from '../../../core/library/storyEdits.ts';
import type { LibraryStory } from '../../../core/library/storyIndex.ts';
import { nameOf } from '../../../core/library/uris.ts';
import { messageOf } from '../../../core/text/messageOf.ts';
import type { MatrixChange } from '../../../pages/protocol/matrix.ts';

interface Made {
	readonly uri: string;
	/** The document's version after the change. */
	readonly version: number;
	readonly saved: boolean;
}

/** Changes that are remembered to be undone from the page. */
const maxRemembered = 100;

/** Changes made from the page, which are undone by the undo of the editor that shows the story. */
export class MatrixEdits {
	readonly #edits: StoryEdits;
	readonly #workspace: EditableDocuments;
	readonly #made: Made[] = [];
	/** The change that is being made. */
	#making: Promise<unknown> = Promise.resolve();

	constructor(edits: StoryEdits, workspace: EditableDocuments) {
		this.#workspace = workspace;
		this.#edits = edits;
	}

	/** @returns whether the change was made */
	make(entry: LibraryStory, change: MatrixChange): Promise<boolean> {
		const made = this.#make(entry, change);
		// Whatever is asked for next, this came before it.
		this.#making = Promise.allSettled([this.#making, made]);
		return made;
	}

	async #make(entry: LibraryStory, change: MatrixChange): Promise<boolean> {
		const { done, changed } = await this.#edits.make([{ entry, change }], labelOf(entry, change));
		if (done)
			this.#made.push(
				...changed.map(({ uri, version, isUnsaved }): Made => ({ uri, version, saved: !isUnsaved })),
			);
		this.#made.splice(0, this.#made.length - maxRemembered);
		return done;
	}

	/**
	 * Undoes the latest change, in the editor of its story, which this shows. Where the story has been changed
	 * otherwise since, its editor is shown and nothing is undone: the undo would be of that other change.
	 */
	undo(column: vscode.ViewColumn): Promise<void> {
		// The page shows a change before it is made, and so can be asked to undo it before there is anything to undo.
		const undone = this.#making.then(() => this.#undo(column));
		this.#making = Promise.allSettled([undone]);
		return undone;
	}

	async #undo(column: vscode.ViewColumn): Promise<void> {
		const latest = this.#made.pop();
		if (!latest) return;
		try {
			await documentToEdit(latest.uri, this.#workspace);
		} catch (error) {
			void vscode.window.showErrorMessage(`${nameOf(latest.uri)}: ${messageOf(error)}`);
			return;
		}
		const { document } = await vscode.window.showTextDocument(vscode.Uri.parse(latest.uri, true), {
			viewColumn: column,
			preview: true,
		});
		if (document.version !== latest.version) return;
		await vscode.commands.executeCommand('undo');
		if (latest.saved) await document.save();
	}
}

function labelOf({ story: { title } }: LibraryStory, change: MatrixChange): string {
	switch (change.kind) {
		case 'tag':
			return `Tag “${title}”`;
		case 'untag':
			return `Remove a tag from “${title}”`;
		case 'set':
		case 'clear':
			return `Rate “${title}”`;
		case 'answer':
		case 'unanswer':
			return `Change the questions of “${title}”`;
	}
}
