import type { OpenDocument, WorkspaceDocuments, WorkspaceFiles } from './workspace.ts';

/** What {@link currentText} uses of a workspace. */
export type ReadableWorkspace = Pick<WorkspaceFiles, 'read'> & Pick<WorkspaceDocuments, 'document'>;

/**
 * What a file holds, as it is in the editor, else on the disk. VS Code keeps documents for minutes after their editors
 * were closed, so a document that holds nothing unsaved is gone with its file.
 *
 * @param workspace its `read` may fail; what it throws is thrown on
 */
export async function currentText(
	uri: string,
	workspace: ReadableWorkspace,
): Promise<OpenDocument | string | undefined> {
	const saved = workspace.document(uri)?.isUnsaved ? undefined : await workspace.read(uri);
	// It may have been opened, or edited, while it was read.
	const document = workspace.document(uri);
	return saved !== undefined || document?.isUnsaved ? (document ?? saved) : undefined;
}
