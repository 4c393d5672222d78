import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from '../core/library/files/markdownName.ts';
import { refuseBeyond } from './reach.ts';
import { readText } from './readText.ts';
import { reasonOf } from './reasonOf.ts';
import type { StoryFolder } from './storyFolder.ts';
import { Refusal } from './terminal.ts';
import { within } from './within.ts';

/**
 * Reads a list that stands in the folder of the stories.
 *
 * @param path from the folder
 * @returns undefined where there is none
 * @throws Refusal where the list is there and cannot be read
 */
export async function listInFolder<T>(
	folder: StoryFolder,
	path: string | undefined,
	read: (text: string) => T,
): Promise<T | undefined> {
	if (path === undefined) return undefined;
	const file = join(folder.path, path);
	await refuseBeyond(folder.reach, file, path);
	try {
		await stat(file);
	} catch (error) {
		if (isMissing(error)) return undefined;
		throw new Refusal(`${path} was not read: ${reasonOf(error)}.`);
	}
	const reading = await readText(file);
	if (reading === 'binary') return undefined;
	if ('notRead' in reading) throw new Refusal(`${path} was not read: ${reading.notRead}.`);
	const items = within(() => read(reading.text));
	if (items === undefined) throw new Refusal(`${path} is too intricate to be read: nest its lists less deeply.`);
	return items;
}
