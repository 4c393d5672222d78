import { access, constants, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isMissing } from '../core/library/files/markdownName.ts';
import { Refusal } from './terminal.ts';

/**
 * Creates a file, whole or not at all.
 *
 * @throws Error with the code `EEXIST` where something has the name
 */
export async function createWhole(file: string, text: string | Uint8Array): Promise<void> {
	// Nobody else gets the name meanwhile.
	await (await open(file, 'wx')).close();
	try {
		await replaceFile(file, text);
	} catch (error) {
		await rm(file, { force: true });
		throw error;
	}
}

/**
 * Writes a file, whole or not at all: what was there stays until all of the new is on the disk. A link stays one.
 *
 * @throws Refusal where something else than a file is in its place: a device would be replaced by the file
 */
export async function writeWhole(file: string, text: string | Uint8Array): Promise<void> {
	let target: string;
	try {
		target = await realpath(file);
	} catch (error) {
		if (!isMissing(error)) throw error;
		return createWhole(file, text);
	}
	if (!(await stat(target)).isFile()) throw new Refusal(`${file} is no file.`);
	// A new name could take the place of a file that is write-protected.
	await access(target, constants.W_OK);
	await replaceFile(target, text);
}

/** @param file that exists, and is no link */
async function replaceFile(file: string, text: string | Uint8Array): Promise<void> {
	const unfinished = join(dirname(file), `.star-stories-${crypto.randomUUID()}.unfinished`);
	try {
		// For nobody else to read until the readers of the file may.
		const handle = await open(unfinished, 'wx', 0o600);
		try {
			await handle.writeFile(text);
			await handle.chmod((await stat(file)).mode);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await rename(unfinished, file);
	} catch (error) {
		await rm(unfinished, { force: true });
		throw error;
	}
}
