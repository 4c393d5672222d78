import { join } from 'node:path';
import { type ChangedFile, changeVersion, type ChangeResult } from '../core/report/answers/changeResult.ts';
import { unifiedDiff } from '../core/text/unifiedDiff.ts';
import { type EditableFile, readEditable } from './editableFile.ts';
import { reasonOf } from './reasonOf.ts';
import type { StoryFolder } from './storyFolder.ts';
import { Refusal } from './terminal.ts';

/** A file with what becomes of it. */
export interface FileChange {
	/** From the folder, with `/`. */
	readonly path: string;
	/** What is done, each in a few words. */
	readonly what: readonly string[];
	readonly after: string;
	readonly file: EditableFile;
}

/**
 * The text of a file of the folder, to be changed.
 *
 * @param path from the folder, with `/`
 * @throws Refusal where it cannot be read without a loss
 */
export async function editableIn(folder: StoryFolder, path: string): Promise<EditableFile> {
	try {
		return await readEditable(join(folder.path, path), path);
	} catch (error) {
		if (error instanceof Refusal) throw error;
		throw new Refusal(`${path} was not read: ${reasonOf(error)}.`);
	}
}

/**
 * Makes changes, or tells what they would be.
 *
 * @param isDry whether the files stay as they are
 * @throws Refusal where a file could not be written
 */
export async function makeChanges(changes: readonly FileChange[], isDry: boolean): Promise<ChangeResult> {
	const files: ChangedFile[] = [];
	for (const { path, what, after, file } of changes) {
		const diff = unifiedDiff(path, file.text, after);
		if (diff === '') continue;
		if (!isDry) {
			try {
				await file.write(after);
			} catch (error) {
				if (error instanceof Refusal) throw error;
				throw new Refusal(`${path} was not written: ${reasonOf(error)}.`);
			}
		}
		files.push({ file: path, what, diff });
	}
	return { version: changeVersion, written: !isDry, files };
}
