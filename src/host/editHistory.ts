import * as vscode from 'vscode';
import { applyEdits, inverseEdits, type TextEdit } from '../core/text/edit.ts';
import { applyDocumentEdits, type DocumentEdits } from './documentEdits.ts';
import { documentToEdit } from './documentToEdit.ts';

/** Gestures that can be taken back. */
const longest = 50;

/** Edits that were made together. */
export interface Gesture {
	readonly label: string;
	readonly files: readonly { readonly uri: vscode.Uri; readonly before: string; readonly after: string; readonly inverse: readonly TextEdit[] }[];
}

/** What it takes to take edits back; to be asked for before they are made. */
export function gestureOf(changes: readonly DocumentEdits[], label: string): Gesture {
	const effective = changes.filter(({ edits }) => edits.length > 0);
	const files = effective.map(({ document, edits }) => {
		const text = document.getText();
		return { uri: document.uri, before: text, after: applyEdits(text, edits), inverse: inverseEdits(text, edits) };
	});
	return { label, files };
}

/**
 * Takes back the gestures of a view, the last one first. VS Code's own undo belongs to the editor that has the focus, and
 * a view may change files that no editor shows; there it works as ever.
 */
export class EditHistory {
	readonly #gestures: Gesture[] = [];

	/** Remembers edits that have been made. */
	add(gesture: Gesture): void {
		if (gesture.files.length === 0) return;
		this.#gestures.push(gesture);
		this.#gestures.splice(0, this.#gestures.length - longest);
	}

	/**
	 * Takes the last gesture back, in the files that are still as it left them.
	 * @returns what could not be done, in a sentence for the author
	 */
	async undo(): Promise<string | undefined> {
		const gesture = this.#gestures.pop();
		if (!gesture) return vscode.l10n.t('There is nothing to undo here.');
		const changes: DocumentEdits[] = [];
		const left: string[] = [];
		let isUndone = true;
		for (const { uri, before, after, inverse } of gesture.files) {
			try {
				const document = await documentToEdit(uri);
				const text = document.getText();
				// Undo in its editor has been here before.
				if (text === before) continue;
				isUndone = false;
				if (text === after) changes.push({ document, version: document.version, edits: inverse });
				else left.push(vscode.workspace.asRelativePath(uri));
			} catch {
				isUndone = false;
				left.push(vscode.workspace.asRelativePath(uri));
			}
		}
		if (isUndone) return this.undo();
		const { applied, unsaved } = await applyDocumentEdits(changes, vscode.l10n.t('Undo: {0}', gesture.label));
		if (!applied) {
			this.#gestures.push(gesture);
			return vscode.l10n.t('It could not be undone: the files keep changing, or are read-only.');
		}
		left.push(...unsaved.map(({ uri }) => vscode.workspace.asRelativePath(uri)));
		return left.length > 0 ? vscode.l10n.t('Left as they are, because they have changed since: {0}.', left.join(', ')) : undefined;
	}
}
