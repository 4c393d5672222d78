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
	/** Documents that were changed; those that needed no change are none of them. */
	readonly changed: readonly vscode.TextDocument[];
	/** Documents that were changed and could not be saved. */
	readonly unsaved: readonly vscode.TextDocument[];
}

const nothingApplied: AppliedEdits = { applied: false, changed: [], unsaved: [] };

/**
 * Makes edits as one that is undone as a whole. A file that no tab shows is then saved, as nobody would see that it
 * waits for it; one in a tab, or with unsaved text of its own, is left for its author to save.
 * @param label names the edit, as in a list of what can be undone
 */
export async function applyDocumentEdits(changes: readonly DocumentEdits[], label: string): Promise<AppliedEdits> {
	if (changes.some(({ document, version }) => document.version !== version)) return nothingApplied;
	const edit = new vscode.WorkspaceEdit();
	const effective = changes.filter(({ edits }) => edits.length > 0);
	if (effective.length === 0) return { applied: true, changed: [], unsaved: [] };
	const metadata: vscode.WorkspaceEditEntryMetadata = { label, needsConfirmation: false };
	for (const { document, edits } of effective) {
		edit.set(document.uri, toTextEdits(document, edits).map((each): [vscode.TextEdit, vscode.WorkspaceEditEntryMetadata] => [each, metadata]));
	}
	const toSave = effective.filter(({ document }) => !document.isDirty && !document.isUntitled && tabsOf(document.uri).length === 0);
	if (!(await vscode.workspace.applyEdit(edit))) return nothingApplied;
	const unsaved: vscode.TextDocument[] = [];
	for (const { document } of toSave) {
		if (!(await document.save())) unsaved.push(document);
		else await closeUnasked(document.uri);
	}
	return { applied: true, changed: effective.map(({ document }) => document), unsaved };
}

/**
 * VS Code opens a file that waits for about a second to be saved, behind the tab that is shown. Once it is saved, nobody
 * asked for it. One that is shown may be its author's own, who opened it meanwhile.
 */
async function closeUnasked(uri: vscode.Uri): Promise<void> {
	const unasked = tabsOf(uri).filter(({ input, isActive, isDirty }) => input instanceof vscode.TabInputText && !isActive && !isDirty);
	// The author may have closed it as well.
	if (unasked.length > 0) await vscode.window.tabGroups.close(unasked, true).then(undefined, () => undefined);
}

/** The tabs that show a file, whatever else they show beside it. */
function tabsOf(uri: vscode.Uri): readonly vscode.Tab[] {
	const key = uri.toString();
	return vscode.window.tabGroups.all.flatMap(({ tabs }) =>
		tabs.filter(({ input }) => {
			if (input instanceof vscode.TabInputText) return input.uri.toString() === key;
			if (input instanceof vscode.TabInputTextDiff) return [input.original, input.modified].some((side) => side.toString() === key);
			return false;
		}),
	);
}
