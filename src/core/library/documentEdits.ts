import type { DocumentEdits, OpenDocument, WorkspaceEdits } from './workspace.ts';

/** What came of edits. */
export interface AppliedEdits {
	/** Whether they were made: somebody may have typed meanwhile, or the editor refuses. */
	readonly applied: boolean;
	/** Documents that were changed; those that needed no change are none of them. */
	readonly changed: readonly OpenDocument[];
	/** Documents that were changed and could not be saved. */
	readonly unsaved: readonly OpenDocument[];
}

export const nothingApplied: AppliedEdits = { applied: false, changed: [], unsaved: [] };

/**
 * Makes edits as one that is undone as a whole. A file that no tab shows is then saved, as nobody would see that it
 * waits for it; one in a tab, or with unsaved text of its own, is left for its author to save.
 * @param label names the edit, as in a list of what can be undone
 */
export async function applyDocumentEdits(changes: readonly DocumentEdits[], label: string, workspace: Pick<WorkspaceEdits, 'applyEdits' | 'isShown' | 'save'>): Promise<AppliedEdits> {
	if (changes.some(({ document, version }) => document.version !== version)) return nothingApplied;
	const effective = changes.filter(({ edits }) => edits.length > 0);
	if (effective.length === 0) return { applied: true, changed: [], unsaved: [] };
	const toSave = effective.filter(({ document }) => !document.isUnsaved && !workspace.isShown(document.uri));
	if (!(await workspace.applyEdits(effective, label))) return nothingApplied;
	const unsaved: OpenDocument[] = [];
	for (const { document } of toSave) if (!(await workspace.save(document))) unsaved.push(document);
	return { applied: true, changed: effective.map(({ document }) => document), unsaved };
}
