import * as vscode from 'vscode';
import type { BankStory } from '../core/bank/storyIndex.ts';
import type { StoryLocation } from '../core/bank/storyLocation.ts';
import type { RequestedChange } from '../core/edit/changeStories.ts';
import type { StoryChange } from '../core/edit/storyChange.ts';
import { messageOf } from '../core/messageOf.ts';
import { applyDocumentEdits, type DocumentEdits } from './documentEdits.ts';
import { documentToEdit } from './documentToEdit.ts';
import { type EditHistory, gestureOf } from './editHistory.ts';
import type { Frameworks } from './frameworks.ts';
import type { LanguageClient } from '../worker/client.ts';
import { reasonAgainstWriting } from './readOnly.ts';
import { nameOf } from './uriPaths.ts';

/** A story as a view shows it, and what is to become of it. */
export interface StoryEdit {
	readonly entry: StoryLocation & { readonly story: Pick<BankStory['story'], 'title'> };
	readonly change: StoryChange;
}

/** What came of changes. */
export interface StoryEditsMade {
	/** Whether all of them were made, or had been already. */
	readonly done: boolean;
	/** The documents that are others than before. */
	readonly changed: readonly vscode.TextDocument[];
}

/** How often a file is looked at anew where somebody goes on typing in it meanwhile. */
const mostAttempts = 5;

/** Changes stories in their files, each as it is by then: open or closed, saved or not, alone in its file or in a bank. */
export class StoryEdits {
	readonly #language: LanguageClient;
	readonly #frameworks: Frameworks;
	readonly #history: EditHistory;

	/** @param history remembers what was changed here */
	constructor(language: LanguageClient, frameworks: Frameworks, history: EditHistory) {
		this.#language = language;
		this.#frameworks = frameworks;
		this.#history = history;
	}

	/**
	 * Makes changes as one edit that is undone as a whole, and tells the author why, where one can't be made; the others
	 * are made all the same.
	 * @param label names the edit, as in a list of what can be undone
	 * @returns whether all of them were made, or had been already
	 */
	async apply(edits: readonly StoryEdit[], label: string): Promise<boolean> {
		return (await this.make(edits, label)).done;
	}

	/** As {@link apply}, and says which documents it changed. */
	async make(edits: readonly StoryEdit[], label: string): Promise<StoryEditsMade> {
		const requests = new Map<string, StoryEdit[]>();
		for (const edit of edits) requests.set(edit.entry.file, [...(requests.get(edit.entry.file) ?? []), edit]);
		const reasons: string[] = [];
		for (const file of requests.keys()) {
			const uri = vscode.Uri.parse(file, true);
			const reason = await reasonAgainstWriting(uri);
			if (reason === undefined) continue;
			requests.delete(file);
			reasons.push(`${nameOf(uri)}: ${reason}`);
		}
		const { refused, changed } = await this.#attempt(requests, label);
		reasons.push(...refused);
		if (reasons.length > 0) void vscode.window.showErrorMessage(reasons.join(' '));
		return { done: reasons.length === 0, changed };
	}

	/** @returns what could not be done, in sentences for the author, and what was changed */
	async #attempt(requests: ReadonlyMap<string, readonly StoryEdit[]>, label: string): Promise<{ readonly refused: readonly string[]; readonly changed: readonly vscode.TextDocument[] }> {
		for (let attempt = 0; attempt < mostAttempts; attempt++) {
			const refused: string[] = [];
			const changes: DocumentEdits[] = [];
			for (const [file, edits] of requests) {
				const uri = vscode.Uri.parse(file, true);
				try {
					changes.push(await this.#changeOf(uri, edits, refused));
				} catch (error) {
					refused.push(`${nameOf(uri)}: ${messageOf(error)}`);
				}
			}
			const gesture = gestureOf(changes, label);
			const { applied, changed, unsaved } = await applyDocumentEdits(changes, label);
			if (!applied) continue;
			this.#history.add(gesture);
			refused.push(...unsaved.map(({ uri }) => vscode.l10n.t('{0}: it was changed, and could not be saved.', nameOf(uri))));
			return { refused, changed };
		}
		return { refused: [vscode.l10n.t('VS Code could not make the edit: the files keep changing, or are read-only.')], changed: [] };
	}

	async #changeOf(uri: vscode.Uri, edits: readonly StoryEdit[], refused: string[]): Promise<DocumentEdits> {
		const document = await documentToEdit(uri);
		const { version } = document;
		const requests = edits.map(({ entry, change }): RequestedChange => ({ story: { index: entry.index, title: entry.story.title }, change }));
		const context = { fileName: nameOf(uri), frameworks: this.#frameworks.for(uri) };
		const result = await this.#language.call('changeStories', [document.getText(), context, requests], { urgent: true });
		for (const { request, message } of result.refusals) {
			const title = edits[request]?.entry.story.title ?? nameOf(uri);
			refused.push(vscode.l10n.t('“{0}” was left as it is. {1}', title, message));
		}
		return { document, version, edits: result.edits };
	}
}
