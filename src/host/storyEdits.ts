import * as vscode from 'vscode';
import type { BankStory } from '../core/bank/storyIndex.ts';
import type { RequestedChange } from '../core/edit/changeStories.ts';
import type { StoryChange } from '../core/edit/storyChange.ts';
import type { TextEdit } from '../core/text/edit.ts';
import type { Frameworks } from './frameworks.ts';
import type { LanguageClient } from './language/languageClient.ts';
import { openDocument } from './markdownFiles.ts';
import { toTextEdits } from './positions.ts';
import { reasonAgainstWriting } from './readOnly.ts';

/** A story as a view shows it, and what is to become of it. */
export interface StoryEdit {
	readonly entry: Pick<BankStory, 'file' | 'index'> & { readonly story: Pick<BankStory['story'], 'title'> };
	readonly change: StoryChange;
}

/** How often a file is looked at anew where somebody goes on typing in it meanwhile. */
const mostAttempts = 5;

/**
 * Changes stories in their files: all at once, as one edit that is undone as a whole. A file that no editor shows is
 * saved, as nobody would see that it waits for it; one in an editor is left for its author to save.
 */
export class StoryEdits {
	readonly #language: LanguageClient;
	readonly #frameworks: Frameworks;

	constructor(language: LanguageClient, frameworks: Frameworks) {
		this.#language = language;
		this.#frameworks = frameworks;
	}

	/**
	 * Makes changes, and tells the author why, where one can't be made; the others are made all the same.
	 * @param label names the edit, as in a list of what can be undone
	 * @returns whether all of them were made, or had been already
	 */
	async apply(edits: readonly StoryEdit[], label: string): Promise<boolean> {
		const reasons: string[] = [];
		const requests = new Map<string, StoryEdit[]>();
		for (const edit of edits) requests.set(edit.entry.file, [...(requests.get(edit.entry.file) ?? []), edit]);
		const writable: string[] = [];
		for (const file of requests.keys()) {
			const uri = vscode.Uri.parse(file, true);
			const reason = await reasonAgainstWriting(uri);
			if (reason === undefined) writable.push(file);
			else reasons.push(`${nameOf(uri)}: ${reason}`);
		}
		const changed = await this.#attempt(writable.map((file) => [file, requests.get(file) ?? []]), label, reasons);
		for (const document of changed) {
			if (!(await document.save())) reasons.push(vscode.l10n.t('{0}: it was changed, and could not be saved.', nameOf(document.uri)));
		}
		if (reasons.length > 0) void vscode.window.showErrorMessage(reasons.join(' '));
		return reasons.length === 0;
	}

	/** @returns the documents that are to be saved */
	async #attempt(files: readonly (readonly [string, readonly StoryEdit[]])[], label: string, reasons: string[]): Promise<readonly vscode.TextDocument[]> {
		for (let attempt = 0; attempt < mostAttempts; attempt++) {
			const refused: string[] = [];
			const changes: Change[] = [];
			for (const [file, edits] of files) {
				try {
					changes.push(await this.#changeOf(vscode.Uri.parse(file, true), edits, refused));
				} catch (error) {
					refused.push(`${nameOf(vscode.Uri.parse(file, true))}: ${error instanceof Error ? error.message : String(error)}`);
				}
			}
			// Edits are made for one version of a text; whoever typed meanwhile has another.
			if (changes.some(({ document, version }) => document.version !== version)) continue;
			reasons.push(...refused);
			const edit = new vscode.WorkspaceEdit();
			const effective = changes.filter(({ edits }) => edits.length > 0);
			if (effective.length === 0) return [];
			for (const { document, edits } of effective) {
				const metadata: vscode.WorkspaceEditEntryMetadata = { label, needsConfirmation: false };
				edit.set(document.uri, toTextEdits(document, edits).map((each): [vscode.TextEdit, vscode.WorkspaceEditEntryMetadata] => [each, metadata]));
			}
			const toSave = effective.filter(({ document }) => !document.isDirty && !isShown(document.uri)).map(({ document }) => document);
			if (await vscode.workspace.applyEdit(edit)) return toSave;
		}
		reasons.push(vscode.l10n.t('VS Code could not make the edit: the files keep changing, or are read-only.'));
		return [];
	}

	async #changeOf(uri: vscode.Uri, edits: readonly StoryEdit[], refused: string[]): Promise<Change> {
		const document = openDocument(uri) ?? (await vscode.workspace.openTextDocument(uri));
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

interface Change {
	readonly document: vscode.TextDocument;
	/** The version of the document that the edits are made for. */
	readonly version: number;
	readonly edits: readonly TextEdit[];
}

/** Whether a tab shows the file, whatever else it shows beside it. */
function isShown(uri: vscode.Uri): boolean {
	const key = uri.toString();
	return vscode.window.tabGroups.all.some(({ tabs }) =>
		tabs.some(({ input }) => {
			if (input instanceof vscode.TabInputText) return input.uri.toString() === key;
			if (input instanceof vscode.TabInputTextDiff) return [input.original, input.modified].some((side) => side.toString() === key);
			return false;
		}),
	);
}

function nameOf({ path }: vscode.Uri): string {
	return path.slice(path.lastIndexOf('/') + 1);
}
