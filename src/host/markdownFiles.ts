import * as vscode from 'vscode';
import { markdownName } from '../core/files/markdownName.ts';
import { readText } from './readText.ts';

/** A file that the workspace is searched for stays one in whatever language its editor shows it. */
export function isMarkdown({ languageId, uri, isClosed }: vscode.TextDocument): boolean {
	return !isClosed && (languageId === 'markdown' || markdownName.test(uri.path));
}

/** The Markdown document that is open under this URI, with what has not been saved. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
	const key = uri.toString();
	return vscode.workspace.textDocuments.find((document) => isMarkdown(document) && document.uri.toString() === key);
}

/** Whether a document holds text that no file does. */
export function isUnsaved(document: vscode.TextDocument | undefined): boolean {
	return document !== undefined && (document.isDirty || document.isUntitled);
}

/**
 * What a file holds, as it is in the editor, else on the disk. VS Code keeps documents for minutes after their editors
 * were closed, so a document that holds nothing unsaved is gone with its file.
 * @param read reads what is on the disk; what it throws is thrown on
 */
export async function currentText(uri: vscode.Uri, read = readText): Promise<vscode.TextDocument | string | undefined> {
	const saved = isUnsaved(openDocument(uri)) ? undefined : await read(uri);
	// It may have been opened, or edited, while it was read.
	const document = openDocument(uri);
	return saved !== undefined || isUnsaved(document) ? (document ?? saved) : undefined;
}

/** Whether the scheme is that of files: `file`, and in a browser that of the workspace. */
export function isOnDisk({ scheme, authority }: vscode.Uri): boolean {
	const folders = vscode.workspace.workspaceFolders ?? [];
	return scheme === 'file' || folders.some(({ uri }) => uri.scheme === scheme && uri.authority === authority);
}
