import * as vscode from 'vscode';
import { markdownName } from '../core/library/files/markdownName.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a file as VS Code would show it: a byte order mark is dropped, broken bytes become U+FFFD, and other encodings
 * are those of the settings or of the mark.
 *
 * @param encoding that of the document, where the file is open and its author chose one; VS Code's own name for it
 * @returns undefined where the file is gone, cannot be read, or is no text
 */
export async function readText(uri: vscode.Uri, encoding = ''): Promise<string | undefined> {
	return readTextOrFail(uri, encoding).catch(() => undefined);
}

/**
 * The same, for whoever has to know whether it may be read later.
 *
 * @returns undefined where the file is gone, or is no text
 * @throws vscode.FileSystemError where it is there and could not be read
 */
export async function readTextOrFail(uri: vscode.Uri, encoding = ''): Promise<string | undefined> {
	let bytes: Uint8Array;
	try {
		bytes = await vscode.workspace.fs.readFile(uri);
	} catch (error) {
		if (isGone(error)) return undefined;
		throw error;
	}
	try {
		const text = encoding === '' || encoding.startsWith('utf8') ? decodeUtf8(bytes) : undefined;
		if (text !== undefined) return text;
		return await (encoding === ''
			? vscode.workspace.decode(bytes, { uri })
			: vscode.workspace.decode(bytes, { encoding }));
	} catch {
		return undefined;
	}
}

/** Whether no file is there, though a folder may be. */
function isGone(error: unknown): boolean {
	return (
		error instanceof vscode.FileSystemError &&
		['FileNotFound', 'FileNotADirectory', 'FileIsADirectory'].includes(error.code)
	);
}

/** Nearly every file is UTF-8, and needs no question to the other side of the editor. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
	try {
		return utf8.decode(bytes);
	} catch {
		return undefined;
	}
}

/** The names of what lies in a folder; none where the folder does not exist yet. */
export async function entriesOf(directory: vscode.Uri): Promise<readonly string[]> {
	try {
		return (await vscode.workspace.fs.readDirectory(directory)).map(([name]) => name);
	} catch {
		return [];
	}
}

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
 *
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

/** The texts that an edit of several files is made from. Making it takes time, in which their authors may type on. */
export class CurrentTexts {
	readonly #versions = new Map<vscode.TextDocument, number>();

	/** What a story file holds, as it is in the editor, else on the disk; undefined where it is gone. */
	async of(uri: vscode.Uri): Promise<string | undefined> {
		const current = await currentText(uri);
		return current === undefined || typeof current === 'string' ? current : this.ofDocument(current);
	}

	ofDocument(document: vscode.TextDocument): string {
		this.#versions.set(document, document.version);
		return document.getText();
	}

	/** Whether every document that was read is still as it was. */
	get hold(): boolean {
		return [...this.#versions].every(([document, version]) => document.version === version);
	}
}
