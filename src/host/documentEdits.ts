import * as vscode from 'vscode';
import type { TextEdit } from '../core/text/edit.ts';
import { toTextEdits } from './positions.ts';

/** Edits of a document, made for one version of its text. */
export interface DocumentEdits {
	readonly document: vscode.TextDocument;
	readonly version: number;
	readonly edits: readonly TextEdit[];
}

/** What came of edits. */
export interface AppliedEdits {
	/** Whether they were made: somebody may have typed meanwhile, or VS Code refuses. */
	readonly applied: boolean;
	/** Documents that were changed and could not be saved. */
	readonly unsaved: readonly vscode.TextDocument[];
}

/**
 * Makes edits as one that is undone as a whole. A file that no tab shows is then saved, as nobody would see that it
 * waits for it; one in a tab, or with unsaved text of its own, is left for its author to save.
 * @param label names the edit, as in a list of what can be undone
 */
export async function applyDocumentEdits(changes: readonly DocumentEdits[], label: string): Promise<AppliedEdits> {
	if (changes.some(({ document, version }) => document.version !== version)) return { applied: false, unsaved: [] };
	const edit = new vscode.WorkspaceEdit();
	const effective = changes.filter(({ edits }) => edits.length > 0);
	if (effective.length === 0) return { applied: true, unsaved: [] };
	const metadata: vscode.WorkspaceEditEntryMetadata = { label, needsConfirmation: false };
	for (const { document, edits } of effective) {
		edit.set(document.uri, toTextEdits(document, edits).map((each): [vscode.TextEdit, vscode.WorkspaceEditEntryMetadata] => [each, metadata]));
	}
	const toSave = effective.filter(({ document }) => !document.isDirty && !document.isUntitled && !isShown(document.uri));
	if (!(await vscode.workspace.applyEdit(edit))) return { applied: false, unsaved: [] };
	const unsaved: vscode.TextDocument[] = [];
	for (const { document } of toSave) if (!(await document.save())) unsaved.push(document);
	return { applied: true, unsaved };
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
