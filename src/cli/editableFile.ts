import { readFile } from 'node:fs/promises';
import { isSame } from '../core/library/documentBytes.ts';
import { decode, type DecodedText, encode, type TextEncodingName } from './readText.ts';
import { Refusal } from './terminal.ts';
import { writeWhole } from './writeWhole.ts';

/** The text of a file that is to be changed, which keeps every byte that does not change. */
export interface EditableFile {
	/** Without a byte order mark. */
	readonly text: string;
	/**
	 * Writes another text in its place.
	 *
	 * @throws Refusal where the file has changed meanwhile
	 */
	write(text: string): Promise<void>;
}

/**
 * Reads a file that is to be changed.
 *
 * @param path absolute
 * @throws Refusal where not all of its bytes are text: those would be lost
 */
export async function readEditable(path: string, shown: string): Promise<EditableFile> {
	const bytes = await readFile(path);
	const reading = decodeWhole(bytes, shown);
	return {
		text: reading.text,
		async write(text) {
			if (!isSame(await readFile(path), bytes))
				throw new Refusal(`${shown} was left as it is: it has just been changed by somebody else.`);
			await writeWhole(path, encode(text, reading));
		},
	};
}

/**
 * Decodes what is to be changed, and encoded again.
 *
 * @param shown how it is named to its author
 * @throws Refusal where not all of its bytes are text: those would be lost
 */
export function decodeWhole(bytes: Uint8Array, shown: string): DecodedText {
	const reading = decode(bytes);
	if (reading === 'binary' || !isSame(encode(reading.text, reading), bytes))
		throw new Refusal(`${shown} was left as it is: some of its bytes are no ${nameOf(reading)}. Save it as UTF-8.`);
	return reading;
}

function nameOf(reading: 'binary' | { readonly encoding: TextEncodingName }): string {
	return reading === 'binary' || reading.encoding === 'utf-8' ? 'UTF-8' : 'UTF-16';
}
