import { applyEdits, inverseEdits, type TextEdit } from '../text/edit.ts';
import {
	type AppliedEdits,
	applyDocumentEdits,
	documentToEdit,
	type EditableDocuments,
	FileGone,
	nothingApplied,
	unsavedSentence,
} from './documentEdits.ts';
import { messageOf } from '../text/messageOf.ts';
import type { DocumentEdits, WorkspaceEdits, WorkspaceFolders } from './workspace.ts';

/** How often edits are made anew where somebody goes on typing in a file meanwhile. */
const maxAttempts = 5;

/** How many groups of edits are kept to be undone. */
const maxRemembered = 100;

/** Edits that were made together. */
interface EditGroup {
	/** When they were made, among all groups: it may take a while until they are saved. */
	readonly order: number;
	readonly label: string;
	readonly view: string | undefined;
	readonly files: readonly {
		readonly uri: string;
		readonly before: string;
		readonly after: string;
		readonly inverse: readonly TextEdit[];
	}[];
}

/**
 * Makes edits for views, and undoes them, the last ones first. VS Code's own undo belongs to the editor that has the
 * focus, and a view may change files that no editor shows; in an editor it works as ever.
 */
export class EditHistory {
	readonly #workspace: EditableDocuments & WorkspaceEdits & Pick<WorkspaceFolders, 'shownPath'>;
	/** In the order in which they were made. */
	readonly #groups: EditGroup[] = [];
	#made = 0;

	constructor(workspace: EditableDocuments & WorkspaceEdits & Pick<WorkspaceFolders, 'shownPath'>) {
		this.#workspace = workspace;
	}

	/**
	 * Makes edits as one that is undone as a whole, and remembers them. They are computed anew where somebody types
	 * meanwhile.
	 *
	 * @param edits computes them from the documents as they are then; undefined to give up
	 * @param label names them, as in a list of what can be undone
	 * @param view names the view that can undo them by themselves
	 */
	async make(
		edits: () => Promise<readonly DocumentEdits[] | undefined>,
		label: string,
		view?: string,
	): Promise<AppliedEdits> {
		for (let attempt = 0; attempt < maxAttempts; attempt++) {
			const changes = await edits();
			if (!changes) break;
			const files = filesOf(changes);
			const order = ++this.#made;
			const result = await applyDocumentEdits(changes, label, this.#workspace);
			if (!result.applied) continue;
			const changed = new Set(result.changed.map(({ uri }) => uri));
			this.#remember({ order, label, view, files: files.filter(({ uri }) => changed.has(uri)) });
			return result;
		}
		return nothingApplied;
	}

	/** Creates a file. Taken back it leaves an empty one: a view deletes none. @returns whether it was created */
	async createFile(uri: string, text: string, label: string): Promise<boolean> {
		const isCreated = await this.#workspace.createFile(uri, text, label);
		if (isCreated)
			this.#remember({
				order: ++this.#made,
				label,
				view: undefined,
				files: [
					{ uri, before: '', after: text, inverse: [{ span: { start: 0, end: text.length }, newText: '' }] },
				],
			});
		return isCreated;
	}

	/**
	 * Undoes the last edits, in the files that are still as they left them. Those that cannot be written just now are
	 * kept for another try.
	 *
	 * @param view undoes its own edits alone, as given to {@link make}; left out for whatever was edited last
	 * @returns what could not be done, in a sentence for the author
	 */
	async undo(view?: string): Promise<string | undefined> {
		const last = this.#groups.findLastIndex((each) => view === undefined || each.view === view);
		const [group] = last < 0 ? [] : this.#groups.splice(last, 1);
		if (!group) return 'There is nothing to undo here.';
		const changes: DocumentEdits[] = [];
		const changedSince: string[] = [];
		/** Why files could not be written, by their URIs. */
		const failed = new Map<string, string>();
		let isUndone = true;
		for (const { uri, before, after, inverse } of group.files) {
			try {
				const document = await documentToEdit(uri, this.#workspace);
				const text = document.getText();
				// Undo in its editor has been here before.
				if (text === before) continue;
				isUndone = false;
				if (text === after) changes.push({ document, version: document.version, edits: inverse });
				else changedSince.push(this.#workspace.shownPath(uri));
			} catch (error) {
				isUndone = false;
				if (error instanceof FileGone) changedSince.push(this.#workspace.shownPath(uri));
				else failed.set(uri, messageOf(error));
			}
		}
		if (isUndone) return this.undo(view);
		const { applied, unsaved } = await applyDocumentEdits(changes, `Undo: ${group.label}`, this.#workspace);
		if (!applied) {
			this.#remember(group);
			return 'It could not be undone: the files keep changing, or are read-only.';
		}
		for (const each of unsaved) failed.set(each.document.uri, unsavedSentence(each));
		if (failed.size > 0) this.#remember({ ...group, files: group.files.filter(({ uri }) => failed.has(uri)) });
		const sentences = [
			...[...failed].map(([uri, reason]) => `${this.#workspace.shownPath(uri)} was not undone: ${reason}`),
			...(changedSince.length > 0
				? [`Left as they are, because they have changed since: ${changedSince.join(', ')}.`]
				: []),
		];
		return sentences.length > 0 ? sentences.join(' ') : undefined;
	}

	#remember(group: EditGroup): void {
		if (group.files.length === 0) return;
		this.#groups.splice(this.#groups.findLastIndex(({ order }) => order < group.order) + 1, 0, group);
		this.#groups.splice(0, this.#groups.length - maxRemembered);
	}
}

/** The files that edits change, with what undoes them. Call it before the edits are made. */
function filesOf(changes: readonly DocumentEdits[]): EditGroup['files'] {
	const effective = changes.filter(({ edits }) => edits.length > 0);
	return effective.map(({ document, edits }) => {
		const text = document.getText();
		return { uri: document.uri, before: text, after: applyEdits(text, edits), inverse: inverseEdits(text, edits) };
	});
}
