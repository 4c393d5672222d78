import { readFile, stat } from 'node:fs/promises';
import { reasonOf } from './reasonOf.ts';

/** The text of a file, or why it has none. */
export type Reading = DecodedText | { readonly notRead: string } | 'binary';

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be';

/** How a text stands in its file. */
interface TextForm {
	readonly encoding: TextEncodingName;
	/** Whether it begins with a byte order mark. */
	readonly hasMark: boolean;
}

/** A text without its byte order mark. */
export interface DecodedText extends TextForm {
	readonly text: string;
}

/**
 * Size of the largest file that is read, in bytes. A story of a minute has 3 KB, and a rule finds documents of more
 * than 512 KB too long; larger files would only take memory.
 */
const maxFileSize = 64 * 1024 * 1024;

/**
 * As much of a file, in bytes, as VS Code looks at to tell whether it is text (`ZERO_BYTE_DETECTION_BUFFER_MAX_LEN`,
 * 1.139).
 */
const headLength = 512;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a file as VS Code would show it: a byte order mark is dropped, UTF-16 is known by its mark, broken bytes become
 * U+FFFD.
 */
export async function readText(path: string): Promise<Reading> {
	try {
		// Reading a pipe would wait for the program that writes to it.
		const found = await stat(path);
		if (!found.isFile()) return { notRead: 'is no file' };
		if (found.size > maxFileSize) return { notRead: `is larger than ${maxFileSize / 1024 / 1024} MB` };
		return decode(await readFile(path));
	} catch (error) {
		return { notRead: reasonOf(error) };
	}
}

/** Decodes UTF-8, or UTF-16 with a byte order mark, as VS Code does. */
export function decode(bytes: Uint8Array): Exclude<Reading, { readonly notRead: string }> {
	const [first, second, third] = bytes;
	const utf8 = { encoding: 'utf-8', hasMark: first === 0xef && second === 0xbb && third === 0xbf } as const;
	try {
		return { text: strictUtf8.decode(bytes), ...utf8 };
	} catch {
		const encoding =
			first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
		if (encoding) return { text: new TextDecoder(encoding).decode(bytes), encoding, hasMark: true };
		return bytes.subarray(0, headLength).includes(0)
			? 'binary'
			: { text: new TextDecoder().decode(bytes), ...utf8 };
	}
}

/** The bytes of a text in its form; those it was decoded from, where nothing was lost. */
export function encode(text: string, { encoding, hasMark }: TextForm): Uint8Array {
	const whole = hasMark ? `\uFEFF${text}` : text;
	if (encoding === 'utf-8') return new TextEncoder().encode(whole);
	const bytes = Buffer.from(whole, 'utf16le');
	return encoding === 'utf-16le' ? bytes : bytes.swap16();
}
