import { readFile, stat } from 'node:fs/promises';
import { getSystemErrorMap } from 'node:util';
import { Script } from 'node:vm';
import { analyse } from '../core/rules/analyse.ts';
import type { Analysis, AnalysisContext } from '../core/rules/analysis.ts';
import { intricateDocument } from '../core/rules/unreadDocument.ts';

/** What came of reading a file. */
export type Reading = { readonly text: string } | { readonly notRead: string } | 'binary';

/**
 * Largest file that is read, in bytes. A story of a minute has 3 KB; a document of more than 512 KB is told to be too
 * long, and one larger than this is not worth the memory.
 */
const largestFile = 64 * 1024 * 1024;

/**
 * As much of a file, in bytes, as VS Code looks at to tell whether it is text (`ZERO_BYTE_DETECTION_BUFFER_MAX_LEN`,
 * 1.139).
 */
const testedHead = 512;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a file as VS Code would show it: a byte order mark is dropped, UTF-16 is known by its mark, broken bytes become
 * U+FFFD.
 */
export async function readText(path: string): Promise<Reading> {
	try {
		// To open a pipe would be to wait for whoever fills it.
		const found = await stat(path);
		if (!found.isFile()) return { notRead: 'is no file' };
		if (found.size > largestFile) return { notRead: `is larger than ${largestFile / 1024 / 1024} MB` };
		return decode(await readFile(path));
	} catch (error) {
		return { notRead: reasonOf(error) };
	}
}

/** Turns bytes into text; those of no text are told apart. */
export function decode(bytes: Uint8Array): Exclude<Reading, { readonly notRead: string }> {
	try {
		return { text: strictUtf8.decode(bytes) };
	} catch {
		const [first, second] = bytes;
		if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) };
		if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) };
		return bytes.subarray(0, testedHead).includes(0) ? 'binary' : { text: new TextDecoder().decode(bytes) };
	}
}

/** Why the system would not do something, in its own words. */
export function reasonOf(error: unknown): string {
	const { errno, message } = error as NodeJS.ErrnoException;
	return (errno === undefined ? undefined : getSystemErrorMap().get(errno)?.[1]) ?? message;
}

/** How long one document may take, in milliseconds; nobody types meanwhile, so it is more than in an editor. */
const budget = 10_000;

const job = new Script('globalThis[Symbol.for("star-stories.job")]()');

/** Analyses a document, and gives up on one that is made to take for ever. */
export function analyseWithin(text: string, context: AnalysisContext, limit = budget): Analysis {
	Object.assign(globalThis, { [Symbol.for('star-stories.job')]: () => analyse(text, context) });
	try {
		return job.runInThisContext({ timeout: limit }) as Analysis;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
			return intricateDocument(text, context.severities);
		throw error;
	}
}
