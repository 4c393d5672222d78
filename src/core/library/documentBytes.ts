import type { TextEdit } from '../text/edit.ts';
import type { OpenDocument, WorkspaceFiles } from './workspace.ts';

/** What turns the bytes of a file into text and back. */
export type Encodings = Pick<WorkspaceFiles, 'decode' | 'encode'>;

/**
 * Why a file would not keep its bytes if its document were saved as it is, as a sentence for the author: what VS Code
 * could not decode it saves as U+FFFD, and mixed line ends as alike.
 *
 * @param bytes of its file
 * @param keepsLineEnds whether they are to be kept; in an editor that shows them as alike, its author saves them so
 */
export async function reasonAgainstSaving(
	document: OpenDocument,
	bytes: Uint8Array,
	encodings: Encodings,
	keepsLineEnds: boolean,
): Promise<string | undefined> {
	const { encoding } = document;
	const decoded = await encodings.decode(bytes, encoding);
	const encoded = await encodings.encode(decoded, encoding);
	if (!isSame(encoded, bytes)) return unlikeBytes(bytes, encoded, encoding);
	// What is not saved yet has no file to be compared with.
	if (!keepsLineEnds || document.isUnsaved || decoded === document.getText()) return undefined;
	return withOneEnd(decoded) === withOneEnd(document.getText())
		? 'Its line ends are mixed, and VS Code would save them as alike: open it, save it, and try again.'
		: undefined;
}

/** Why the texts of edits cannot be saved in an encoding, as a sentence for the author. */
export async function reasonAgainstTexts(
	edits: readonly TextEdit[],
	encoding: string,
	encodings: Encodings,
): Promise<string | undefined> {
	const text = edits.map(({ newText }) => newText).join('\n');
	// Whatever the encoding, all of them write it as it is, with or without a mark.
	if (/^[\t\n\r -~]*$/u.test(text)) return undefined;
	const back = [...(await encodings.decode(await encodings.encode(text, encoding), encoding))];
	const lost = [...text].find((character, index) => character !== back[index]);
	return lost === undefined
		? undefined
		: `“${lost}” can’t be saved in ${nameOf(encoding)}: use “Save with Encoding…” to save the file as UTF-8, and try again.`;
}

/**
 * Why a document that its author sees can't be edited without losing what stands in its file, as a sentence for the
 * author. Asks the disk only where that may be.
 */
export async function reasonAgainstEditing(
	document: OpenDocument,
	files: Encodings & Pick<WorkspaceFiles, 'readBytes'>,
): Promise<string | undefined> {
	// What could not be decoded as UTF-8 stands there as U+FFFD.
	if (document.encoding.startsWith('utf8') && !document.getText().includes('\uFFFD')) return undefined;
	const bytes = await files.readBytes(document.uri).catch(() => undefined);
	return bytes && reasonAgainstSaving(document, bytes, files, false);
}

/**
 * The text of a file that nobody has opened, read as UTF-8.
 *
 * @returns undefined where saving it as UTF-8 would change it
 */
export async function textOfUtf8(bytes: Uint8Array, encodings: Encodings): Promise<string | undefined> {
	const text = await encodings.decode(bytes, 'utf8').catch(() => undefined);
	if (text === undefined || !isSame(await encodings.encode(text, 'utf8'), bytes)) return undefined;
	return new Set(text.match(/\r\n?|\n/gu)).size <= 1 && !/\r(?!\n)/u.test(text) ? text : undefined;
}

/** Whether two files hold the same. */
export function isSame(a: Uint8Array, b: Uint8Array): boolean {
	return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** A text with its line ends alike, as the editor makes them. */
export function withOneEnd(text: string): string {
	return text.replace(/\r\n?/gu, '\n');
}

function unlikeBytes(bytes: Uint8Array, encoded: Uint8Array, encoding: string): string {
	const place = bytes.findIndex((byte, index) => byte !== encoded[index]);
	const at = place < 0 ? bytes.length - 1 : place;
	const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
	const guess = encoding.startsWith('utf8') ? ', as a file in Windows-1252 has' : '';
	return (
		`Byte ${byte} at ${at} is not ${nameOf(encoding)}${guess}, and would be lost: ` +
		'open it with its encoding (“Reopen with Encoding…”) or save it as UTF-8, and try again.'
	);
}

/** The name of an encoding as people write it. */
function nameOf(encoding: string): string {
	if (encoding.startsWith('utf8')) return 'UTF-8';
	return encoding.replace(/^utf(?=16)/u, 'UTF-').replace(/^windows(?=\d)/u, 'Windows-');
}
