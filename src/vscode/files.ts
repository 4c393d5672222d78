import * as vscode from 'vscode';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a file as VS Code would show it: a byte order mark is dropped, broken bytes become U+FFFD, and other encodings
 * are those of the settings or of the mark.
 *
 * @param encoding that of the document, where the file is open and its author chose one; VS Code's own name for it
 * @returns undefined where the file is gone, or is no text
 * @throws vscode.FileSystemError where it is there and could not be read
 */
export async function readText(uri: vscode.Uri, encoding = ''): Promise<string | undefined> {
	const bytes = await readBytes(uri);
	if (!bytes) return undefined;
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

/**
 * @returns undefined where the file is gone
 * @throws vscode.FileSystemError where it is there and could not be read
 */
export async function readBytes(uri: vscode.Uri): Promise<Uint8Array | undefined> {
	try {
		return await vscode.workspace.fs.readFile(uri);
	} catch (error) {
		if (isGone(error)) return undefined;
		throw error;
	}
}

/**
 * Decodes bytes as VS Code does: a byte order mark is dropped, broken bytes become U+FFFD.
 *
 * @param encoding VS Code's own name for it
 * @throws Error where they are no text
 */
export async function decode(bytes: Uint8Array, encoding: string): Promise<string> {
	const text = encoding.startsWith('utf8') ? decodeUtf8(bytes) : undefined;
	return text ?? (await vscode.workspace.decode(bytes, { encoding }));
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

/**
 * Why a file can't be changed, as a sentence for the author.
 *
 * @returns undefined where nothing is known that stands in the way
 */
export async function reasonAgainstWriting(uri: vscode.Uri): Promise<string | undefined> {
	// Undefined where VS Code does not know the scheme yet.
	if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return 'the file system is read-only.';
	try {
		const { permissions } = await vscode.workspace.fs.stat(uri);
		if (permissions !== undefined && (permissions & vscode.FilePermission.Readonly) !== 0)
			return 'the file is read-only.';
	} catch {
		if (uri.scheme !== 'untitled') return 'the file is gone, or can’t be read.';
	}
	return undefined;
}
