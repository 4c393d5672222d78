import { lstat, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { matcher } from '../core/library/files/fileFilter.ts';
import { isMissing } from '../core/library/files/markdownName.ts';
import type { FileLister } from './listFiles.ts';
import { reasonOf } from './readText.ts';
import { pathFrom, type StoryFolder } from './storyFolder.ts';
import { type Progress, Refusal } from './terminal.ts';

/** The files that a command line means. */
export interface Selection {
	/** Paths from the folder, with `/`, each once. */
	readonly files: readonly string[];
	/** Files that were named, and that settings or ignore files leave out. */
	readonly leftOut: readonly string[];
}

/**
 * Finds the files that paths and glob patterns mean; without any, those of the whole folder.
 *
 * @param named as typed, from the current folder
 * @throws Refusal where one means nothing, or something outside the folder
 */
export async function selectFiles(
	folder: StoryFolder,
	lister: FileLister,
	named: readonly string[],
	progress: Progress,
): Promise<Selection> {
	const files = new Set<string>();
	const leftOut: string[] = [];
	const add = (path: string) => {
		files.add(path);
		progress.tell(() => `Looking for stories: ${files.size} Markdown files`);
	};
	for (const name of named.length > 0 ? named : [folder.path]) {
		const kind = await kindOf(name);
		if (kind === 'file') {
			const path = within(folder, resolve(name), name);
			if (await lister.accepts(path)) add(path);
			else leftOut.push(name);
		} else if (kind === 'directory') {
			for await (const path of lister.list(within(folder, resolve(name), name))) add(path);
		} else {
			const before = files.size;
			let matched = 0;
			for await (const path of matching(folder, lister, name)) {
				matched++;
				add(path);
			}
			if (matched === 0 && files.size === before)
				throw new Refusal(`No file that may hold stories matches ${name}.`);
		}
	}
	return { files: [...files], leftOut };
}

/** What stands under a name; a pattern is what is no name of anything. */
async function kindOf(name: string): Promise<'file' | 'directory' | 'pattern'> {
	try {
		return (await stat(name)).isDirectory() ? 'directory' : 'file';
	} catch (error) {
		if (!isMissing(error)) throw new Refusal(`${name} cannot be read: ${reasonOf(error)}.`);
		const isThere = await lstat(name).then(
			() => true,
			() => false,
		);
		if (!isThere && picomatch.scan(slashed(name)).isGlob) return 'pattern';
		throw new Refusal(isThere ? `${name} is a link that leads nowhere.` : `There is no ${name}.`);
	}
}

async function* matching(folder: StoryFolder, lister: FileLister, pattern: string): AsyncGenerator<string> {
	const { base, glob } = picomatch.scan(slashed(pattern));
	const directory = within(folder, resolve(base), pattern);
	if (!(await isDirectory(join(folder.path, directory)))) return;
	const matches = matcher([glob]);
	const skipped = directory === '' ? 0 : directory.length + 1;
	for await (const path of lister.list(directory)) if (matches(path.slice(skipped))) yield path;
}

function within(folder: StoryFolder, path: string, name: string): string {
	const way = pathFrom(folder.path, path);
	if (way === undefined)
		throw new Refusal(`${name} lies outside of ${folder.path}. Name the folder of its stories with --folder.`);
	return way;
}

/** Patterns are written with `/`, on Windows with either. */
function slashed(pattern: string): string {
	return sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
}

async function isDirectory(path: string): Promise<boolean> {
	return stat(path).then(
		(found) => found.isDirectory(),
		() => false,
	);
}
