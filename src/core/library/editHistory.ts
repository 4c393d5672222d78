import { applyEdits, inverseEdits, type TextEdit } from '../text/edit.ts';
import {
	type AppliedEdits,
	applyDocumentEdits,
	documentToEdit,
	type EditableDocuments,
	nothingApplied,
} from './documentEdits.ts';
import type { DocumentEdits, WorkspaceEdits, WorkspaceFolders } from './workspace.ts';

/** How often edits are made anew where somebody goes on typing in a file meanwhile. */
const maxAttempts = 5;

/** Edits that can be taken back. */
const maxRemembered = 50;

/** Edits that were made together. */
interface Gesture {
	readonly label: string;
	readonly files: readonly {
		readonly uri: string;
		readonly before: string;
		readonly after: string;
		readonly inverse: readonly TextEdit[];
	}[];
}

/**
 * Makes edits for views, and takes them back, the last ones first. VS Code's own undo belongs to the editor that has
 * the focus, and a view may change files that no editor shows; there it works as ever.
 */
export class EditHistory {
	readonly #workspace: EditableDocuments & WorkspaceEdits & Pick<WorkspaceFolders, 'shownPath'>;
	readonly #gestures: Gesture[] = [];

	constructor(workspace: EditableDocuments & WorkspaceEdits & Pick<WorkspaceFolders, 'shownPath'>) {
		this.#workspace = workspace;
	}

	/**
	 * Makes edits as one that is undone as a whole, and remembers them. They are computed anew where somebody types
	 * meanwhile.
	 *
	 * @param edits computes them from the documents as they are then; undefined to give up
	 * @param label names them, as in a list of what can be undone
	 */
	async make(edits: () => Promise<readonly DocumentEdits[] | undefined>, label: string): Promise<AppliedEdits> {
		for (let attempt = 0; attempt < maxAttempts; attempt++) {
			const changes = await edits();
			if (!changes) break;
			const gesture = gestureOf(changes, label);
			const result = await applyDocumentEdits(changes, label, this.#workspace);
			if (!result.applied) continue;
			this.#remember(gesture);
			return result;
		}
		return nothingApplied;
	}

	/** Creates a file. Taken back it leaves an empty one: a view deletes none. @returns whether it was created */
	async createFile(uri: string, text: string, label: string): Promise<boolean> {
		const isCreated = await this.#workspace.createFile(uri, text, label);
		if (isCreated)
			this.#remember({
				label,
				files: [
					{ uri, before: '', after: text, inverse: [{ span: { start: 0, end: text.length }, newText: '' }] },
				],
			});
		return isCreated;
	}

	/**
	 * Takes the last edits back, in the files that are still as they left them.
	 *
	 * @returns what could not be done, in a sentence for the author
	 */
	async undo(): Promise<string | undefined> {
		const gesture = this.#gestures.pop();
		if (!gesture) return 'There is nothing to undo here.';
		const shownPath = (uri: string): string => this.#workspace.shownPath(uri);
		const changes: DocumentEdits[] = [];
		const left: string[] = [];
		let isUndone = true;
		for (const { uri, before, after, inverse } of gesture.files) {
			try {
				const document = await documentToEdit(uri, this.#workspace);
				const text = document.getText();
				// Undo in its editor has been here before.
				if (text === before) continue;
				isUndone = false;
				if (text === after) changes.push({ document, version: document.version, edits: inverse });
				else left.push(shownPath(uri));
			} catch {
				isUndone = false;
				left.push(shownPath(uri));
			}
		}
		if (isUndone) return this.undo();
		const { applied, unsaved } = await applyDocumentEdits(changes, `Undo: ${gesture.label}`, this.#workspace);
		if (!applied) {
			this.#gestures.push(gesture);
			return 'It could not be undone: the files keep changing, or are read-only.';
		}
		left.push(...unsaved.map(({ uri }) => shownPath(uri)));
		return left.length > 0 ? `Left as they are, because they have changed since: ${left.join(', ')}.` : undefined;
	}

	#remember(gesture: Gesture): void {
		if (gesture.files.length === 0) return;
		this.#gestures.push(gesture);
		this.#gestures.splice(0, this.#gestures.length - maxRemembered);
	}
}

/** What it takes to take edits back; to be asked for before they are made. */
function gestureOf(changes: readonly DocumentEdits[], label: string): Gesture {
	const effective = changes.filter(({ edits }) => edits.length > 0);
	const files = effective.map(({ document, edits }) => {
		const text = document.getText();
		return { uri: document.uri, before: text, after: applyEdits(text, edits), inverse: inverseEdits(text, edits) };
	});
	return { label, files };
}
