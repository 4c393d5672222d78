import * as vscode from 'vscode';
import { documentToEdit, type EditableDocuments } from '../../../core/library/documentEdits.ts';
import type { EditHistory } from '../../../core/library/editHistory.ts';
import type { StoryEdits } from '../../../core/library/storyEdits.ts';
import type { LibraryStory } from '../../../core/library/storyIndex.ts';
import { nameOf } from '../../../core/library/uris.ts';
import { messageOf } from '../../../core/text/messageOf.ts';
import type { MatrixChange } from '../../../pages/protocol/matrix.ts';
import { showErrorMessage } from '../../dialogs.ts';

/** The name of the matrix in the history of edits. */
const view = 'matrix';

/**
 * Changes made from the page. They are undone by the undo of the editor that shows the story, so that the author sees
 * what is undone, and can redo it there.
 */
export class MatrixEdits {
	readonly #edits: StoryEdits;
	readonly #history: EditHistory;
	readonly #workspace: EditableDocuments;
	/** The change that is being made. */
	#making: Promise<unknown> = Promise.resolve();

	/** @param history of the edits */
	constructor(edits: StoryEdits, history: EditHistory, workspace: EditableDocuments) {
		this.#edits = edits;
		this.#history = history;
		this.#workspace = workspace;
	}

	/** @returns whether the change was made */
	make(entry: LibraryStory, change: MatrixChange): Promise<boolean> {
		const made = this.#edits.apply([{ entry, change }], labelOf(entry, change), view);
		this.#making = Promise.allSettled([this.#making, made]);
		return made;
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
		const documents = this.#history.takeLatest(view);
		const [latest] = documents;
		if (!latest) return;
		try {
			await documentToEdit(latest.uri, this.#workspace);
		} catch (error) {
			this.#history.giveBack(documents);
			void showErrorMessage(`${nameOf(latest.uri)}: ${messageOf(error)}`);
			return;
		}
		const { document } = await vscode.window.showTextDocument(vscode.Uri.parse(latest.uri, true), {
			viewColumn: column,
			preview: true,
		});
		if (document.version !== latest.version) return;
		await vscode.commands.executeCommand('undo');
		if (latest.isSaved) await document.save();
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
