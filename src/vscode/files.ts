import * as vscode from 'vscode';
import { isSame } from '../core/library/documentBytes.ts';
import { matcher, patternsOn } from '../core/library/files/fileFilter.ts';
import { pathIn } from '../core/library/uris.ts';
import { createPrivate, isLocked, sharePermissions } from './nodeFiles.ts';
import { randomName } from './randomName.ts';

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

/** Finds files in a small folder whose file system has no search. @returns their URIs as strings */
export async function findInMemory(
	base: vscode.Uri,
	glob: string,
	exclude: string | undefined,
): Promise<readonly string[]> {
	const [isWanted, isExcluded] = [matcher([glob]), matcher(exclude === undefined ? [] : [exclude])];
	const found: string[] = [];
	const look = async (folder: vscode.Uri): Promise<void> => {
		for (const [name, type] of await vscode.workspace.fs.readDirectory(folder)) {
			const uri = vscode.Uri.joinPath(folder, name);
			const path = pathIn(base.toString(), uri.toString());
			if (isExcluded(path)) continue;
			if (type === vscode.FileType.Directory) await look(uri);
			else if (isWanted(path)) found.push(uri.toString());
		}
	};
	await look(base);
	return found;
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
	return isReadOnlyBySettings(uri) ? 'the settings say that the file is read-only (files.readonly…).' : undefined;
}

/** As VS Code decides: `readonlyInclude` without `readonlyExclude`, else permissions where they count. */
function isReadOnlyBySettings(uri: vscode.Uri): boolean {
	const files = vscode.workspace.getConfiguration('files', uri);
	const names = (setting: string) => {
		const patterns = patternsOn(files.get(setting));
		if (patterns.length === 0) return false;
		const folder = vscode.workspace.getWorkspaceFolder(uri);
		const matches = matcher(patterns);
		return matches(uri.path) || (folder !== undefined && matches(pathIn(folder.uri.toString(), uri.toString())));
	};
	if (names('readonlyInclude')) return !names('readonlyExclude');
	return files.get('readonlyFromPermissions') === true && isLocked(uri);
}

/** Why nothing could be written, as the end of a sentence. */
const mayBeFull = 'not all of it was written: is the disk full?';

/**
 * Creates a file as an edit, in the encoding of the settings, and reads it back.
 *
 * @param label names the edit, as in a list of what can be undone
 * @returns why it could not be created, as the end of a sentence
 */
export async function createFile(uri: vscode.Uri, text: string, label?: string): Promise<string | undefined> {
	const edit = new vscode.WorkspaceEdit();
	const contents = await encodedFor(uri, text);
	edit.createFile(uri, { contents }, label === undefined ? undefined : { label, needsConfirmation: false });
	if (!(await vscode.workspace.applyEdit(edit))) return 'is the folder read-only?';
	const written = await readBytes(uri).catch(() => undefined);
	// Another extension may have had something to add.
	if (!written || written.length >= contents.length || !isSame(written, contents.subarray(0, written.length)))
		return undefined;
	await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
	return mayBeFull;
}

/** A text in the encoding of the settings; where that cannot say it, in UTF-8 with a mark, by which VS Code knows it. */
async function encodedFor(uri: vscode.Uri, text: string): Promise<Uint8Array> {
	const bytes = await vscode.workspace.encode(text, { uri });
	const back = await vscode.workspace.decode(bytes, { uri }).then(undefined, () => undefined);
	return back === text ? bytes : vscode.workspace.encode(text, { encoding: 'utf8bom' });
}

/**
 * Writes a file that is no document, whole or not at all: what was there stays until all of the new is on the disk,
 * and those who may read it stay the same. VS Code says nothing of a disk that is full, and keeps what fitted.
 *
 * @throws Error in words for the author where it could not be written
 */
export async function writeWhole(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
	const { fs } = vscode.workspace;
	const before = await fs.stat(uri).then(undefined, () => undefined);
	// A new name in the place of a link would be another file.
	if (before?.type !== vscode.FileType.File) return writeInPlace(uri, bytes);
	const unfinished = uri.with({ path: `${uri.path}.${randomName()}.unfinished` });
	try {
		createPrivate(unfinished);
		await writeInPlace(unfinished, bytes);
		sharePermissions(uri, unfinished);
	} catch (error) {
		await fs.delete(unfinished).then(undefined, () => undefined);
		throw error;
	}
	try {
		await fs.rename(unfinished, uri, { overwrite: true });
	} catch {
		// Not every store of a browser can rename. The unfinished file stays where this fails: it may be all there is.
		await writeInPlace(uri, bytes);
		await fs.delete(unfinished);
	}
}

/** @throws Error where not all was written; then what was there is written again, if that can be */
async function writeInPlace(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
	const { fs } = vscode.workspace;
	const old = await readBytes(uri);
	try {
		await fs.writeFile(uri, bytes);
		if (!(await holds(uri, bytes))) throw new Error(mayBeFull);
	} catch (error) {
		await (old ? fs.writeFile(uri, old) : fs.delete(uri)).then(undefined, () => undefined);
		throw error;
	}
}

/** Whether a file holds some bytes. */
async function holds(uri: vscode.Uri, bytes: Uint8Array): Promise<boolean> {
	const read = await readBytes(uri).catch(() => undefined);
	return read !== undefined && isSame(read, bytes);
}
