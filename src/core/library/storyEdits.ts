import type { ChangedStories, RequestedChange, StoryChange } from '../edit/changeStories.ts';
import { Lookups } from '../framework/lookups.ts';
import type { Framework } from '../framework/model.ts';
import { messageOf } from '../text/messageOf.ts';
import { type EditableDocuments, editsOfDocument, unsavedSentence } from './documentEdits.ts';
import type { EditHistory } from './editHistory.ts';
import type { LibraryStory, StoryLocation } from './storyIndex.ts';
import { nameOf } from './uris.ts';
import type { DocumentEdits, WorkspaceEdits } from './workspace.ts';

/** A story as a view shows it, and what is to become of it. */
export interface StoryEdit {
	readonly entry: StoryLocation & { readonly story: Pick<LibraryStory['story'], 'title'> };
	readonly change: StoryChange;
}

/** What {@link StoryEdits} takes. */
export interface StoryEditsParts {
	readonly workspace: EditableDocuments & Pick<WorkspaceEdits, 'reasonAgainstWriting'>;
	/** Makes the edits and remembers them. */
	readonly history: EditHistory;
	readonly frameworks: { lookupsFor(uri: string): Lookups };
	/** Computes the edits of one document. */
	readonly changeStories: (
		text: string,
		context: { readonly fileName: string; readonly lookups: Lookups },
		requests: readonly RequestedChange[],
	) => Promise<ChangedStories>;
	readonly showError: (message: string) => void;
	/** What else changes with the stories, in other files. */
	readonly follow?: (edits: readonly StoryEdit[]) => Promise<readonly DocumentEdits[]>;
}

/** Changes stories in their files, each as it is by then: open or closed, saved or not, alone in its file or in a bank. */
export class StoryEdits {
	readonly #parts: StoryEditsParts;

	constructor(parts: StoryEditsParts) {
		this.#parts = parts;
	}

	/**
	 * Makes changes as one edit that is undone as a whole, and tells the author why, where one can't be made; the
	 * others are made all the same.
	 *
	 * @param label names the edit, as in a list of what can be undone
	 * @param view undoes it by itself; left out where only the history does
	 * @param framework whose competencies are named beside those of the active ones
	 * @returns whether all of them were made, or had been already
	 */
	async apply(edits: readonly StoryEdit[], label: string, view?: string, framework?: Framework): Promise<boolean> {
		const requests = new Map<string, StoryEdit[]>();
		for (const edit of edits) requests.set(edit.entry.file, [...(requests.get(edit.entry.file) ?? []), edit]);
		const reasons: string[] = [];
		for (const file of requests.keys()) {
			const reason = await this.#parts.workspace.reasonAgainstWriting(file);
			if (reason === undefined) continue;
			requests.delete(file);
			reasons.push(`${nameOf(file)}: ${reason}`);
		}
		let refused: string[] = [];
		const attempt = async (): Promise<readonly DocumentEdits[]> => {
			refused = [];
			const changes: DocumentEdits[] = [];
			for (const [file, ofFile] of requests) {
				try {
					changes.push(await this.#changeOf(file, ofFile, refused, framework));
				} catch (error) {
					refused.push(`${nameOf(file)}: ${messageOf(error)}`);
				}
			}
			changes.push(...((await this.#parts.follow?.([...requests.values()].flat())) ?? []));
			return changes;
		};
		const { applied, unsaved } = await this.#parts.history.make(attempt, label, view);
		if (!applied) refused = ['VS Code could not make the edit: the files keep changing, or are read-only.'];
		reasons.push(...refused, ...unsaved.map((each) => `${nameOf(each.document.uri)}: ${unsavedSentence(each)}`));
		if (reasons.length > 0) this.#parts.showError(reasons.join(' '));
		return reasons.length === 0;
	}

	/** @param refused receives what could not be done, in sentences for the author */
	async #changeOf(
		file: string,
		edits: readonly StoryEdit[],
		refused: string[],
		framework: Framework | undefined,
	): Promise<DocumentEdits> {
		const { workspace, frameworks, changeStories } = this.#parts;
		const active = frameworks.lookupsFor(file);
		const isActive = framework === undefined || active.frameworks.some(({ id }) => id === framework.id);
		const lookups = isActive ? active : new Lookups([...active.frameworks, framework], active.level);
		return editsOfDocument(file, workspace, async (document) => {
			const requests = edits.map(({ entry, change }): RequestedChange => ({
				story: { index: entry.index, title: entry.story.title },
				change,
			}));
			const result = await changeStories(document.getText(), { fileName: nameOf(file), lookups }, requests);
			for (const { request, message } of result.refusals) {
				const title = edits[request]?.entry.story.title ?? nameOf(file);
				refused.push(`“${title}” was left as it is. ${message}`);
			}
			return result.edits;
		});
	}
}
