import type { Dirent } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { matcher } from '../core/library/files/fileFilter.ts';
import { globBase, isGlob } from '../core/library/files/glob.ts';
import { FileNames } from '../core/library/fileNames.ts';
import { ignoreFileNames } from '../core/library/files/ignoreRules.ts';
import { isMissing } from '../core/library/files/markdownName.ts';
import { meantPaths } from './nearPaths.ts';
import { refuseBeyond } from './reach.ts';
import { readText } from './readText.ts';
import { reasonOf } from './reasonOf.ts';
import { pathFrom, type StoryFolder } from './storyFolder.ts';
import { type Progress, Refusal } from './terminal.ts';

/** The files that a command line names. */
interface Selection {
	/** Paths from the folder, with `/`, each once. */
	readonly files: readonly string[];
	/** Files that were named, and that settings or ignore files leave out. */
	readonly leftOut: readonly string[];
}

/**
 * Finds the files that paths and glob patterns name; without any, those of the whole folder.
 *
 * @param named as typed, from the current folder
 * @throws Refusal where one names nothing, or something outside the folder
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
		const kind = await kindOf(name, folder);
		if (kind === 'file') {
			const path = await placeInFolder(folder, resolve(name), name);
			if (await lister.accepts(path)) add(path);
			else leftOut.push(name);
		} else if (kind === 'directory') {
			for await (const path of lister.list(await placeInFolder(folder, resolve(name), name))) add(path);
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
	return { files: await eachOnce([...files], folder), leftOut };
}

/**
 * Links to files and folders lead to one file under several names: it is read once, under the name that no link leads
 * to, else under the first.
 */
async function eachOnce(paths: readonly string[], folder: StoryFolder): Promise<readonly string[]> {
	const root = await realpath(folder.path).catch(() => folder.path);
	const names = new FileNames();
	const wholePath = (path: string) => join(root, path);
	await Promise.all(
		paths.map(async (path) => names.set(wholePath(path), await realpath(wholePath(path)).catch(() => undefined))),
	);
	return paths.filter((path) => names.isFirst(wholePath(path)));
}

/** A file or folder that could not be read. */
export interface Unread {
	/** Path from the folder, with `/`; empty for the folder itself. */
	readonly path: string;
	readonly reason: string;
}

/** Lists the files of a folder that may hold stories, and reads ignore files on the way. */
export class FileLister {
	readonly unread: Unread[] = [];
	readonly #folder: StoryFolder;
	/** Directories whose ignore files have been read. */
	readonly #readDirectories = new Set<string>();

	constructor(folder: StoryFolder) {
		this.#folder = folder;
	}

	/**
	 * Whether a file may hold stories.
	 *
	 * @param path from the folder, with `/`
	 */
	async accepts(path: string): Promise<boolean> {
		await this.#readIgnoreFilesAbove(path);
		return this.#mightHoldStories(path);
	}

	/**
	 * The files that may hold stories below a directory. Links are followed, as VS Code's search follows them; one that
	 * leads back to where it came from, or where nothing may be read, is not.
	 *
	 * @param directory path from the folder, with `/`; empty for the folder itself
	 */
	async *list(directory: string): AsyncGenerator<string> {
		await this.#readIgnoreFilesAbove(directory);
		if (directory !== '' && this.#folder.filter.excludes(directory)) return;
		yield* this.#walk(directory, new Set([await realpath(this.#whole(directory))]));
	}

	async *#walk(directory: string, above: ReadonlySet<string>): AsyncGenerator<string> {
		const entries = await this.#entriesOf(directory);
		await this.#readIgnoreFiles(
			directory,
			entries.map(({ name }) => name),
		);
		const prefix = directory === '' ? '' : `${directory}/`;
		for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
			const path = `${prefix}${entry.name}`;
			if (entry.isSymbolicLink() && !(await this.#folder.reach(this.#whole(path)))) continue;
			const kind = await this.#kindOf(entry, path);
			if (kind && (await this.#hasUnreadableName(entry.name, path))) {
				this.unread.push({ path, reason: 'its name is no UTF-8: rename it' });
				continue;
			}
			if (kind === 'file' && this.#mightHoldStories(path)) yield path;
			if (kind !== 'directory' || this.#folder.filter.excludes(path)) continue;
			const place = entry.isSymbolicLink()
				? await realpath(this.#whole(path))
				: join([...above].at(-1) ?? '', entry.name);
			if (!above.has(place)) yield* this.#walk(path, new Set([...above, place]));
		}
	}

	#mightHoldStories(path: string): boolean {
		return this.#folder.filter.accepts(path);
	}

	async #entriesOf(directory: string): Promise<readonly Dirent[]> {
		try {
			return await readdir(this.#whole(directory), { withFileTypes: true });
		} catch (error) {
			if (!isMissing(error)) this.unread.push({ path: directory, reason: reasonOf(error) });
			return [];
		}
	}

	async #kindOf(entry: Dirent, path: string): Promise<'file' | 'directory' | undefined> {
		if (entry.isFile()) return 'file';
		if (entry.isDirectory()) return 'directory';
		if (!entry.isSymbolicLink()) return undefined;
		try {
			const target = await stat(this.#whole(path));
			return target.isFile() ? 'file' : target.isDirectory() ? 'directory' : undefined;
		} catch {
			// A link to nothing, such as the locks that some editors keep beside a file.
			return undefined;
		}
	}

	/** Node puts U+FFFD into a name for bytes that are no UTF-8, and then finds no such file. */
	async #hasUnreadableName(name: string, path: string): Promise<boolean> {
		if (!name.includes('\uFFFD')) return false;
		return lstat(this.#whole(path)).then(
			() => false,
			() => true,
		);
	}

	async #readIgnoreFilesAbove(path: string): Promise<void> {
		for (let end = 0; end >= 0; end = path.indexOf('/', end + 1))
			await this.#readIgnoreFiles(path.slice(0, end), ignoreFileNames);
	}

	/** @throws Refusal where one may not be read, as more would then be found than is wanted */
	async #readIgnoreFiles(directory: string, names: readonly string[]): Promise<void> {
		const { ignoreRules } = this.#folder;
		if (!ignoreRules || this.#readDirectories.has(directory)) return;
		this.#readDirectories.add(directory);
		for (const name of ignoreFileNames.filter((each) => names.includes(each))) {
			const file = join(this.#whole(directory), name);
			await refuseBeyond(this.#folder.reach, file, directory === '' ? name : `${directory}/${name}`);
			const reading = await readText(file);
			if (reading !== 'binary' && 'text' in reading)
				ignoreRules.add(directory === '' ? '' : `${directory}/`, reading.text);
		}
	}

	#whole(path: string): string {
		return join(this.#folder.path, path);
	}
}

/** What a name stands for; it is a pattern only where no file has that name. */
async function kindOf(name: string, folder: StoryFolder): Promise<'file' | 'directory' | 'pattern'> {
	try {
		const found = await stat(name);
		if (found.isDirectory()) return 'directory';
		if (found.isFile()) return 'file';
		throw new Refusal(`${name} is no file but a pipe or a device.`);
	} catch (error) {
		if (error instanceof Refusal) throw error;
		if (!isMissing(error)) throw new Refusal(`${name} cannot be read: ${reasonOf(error)}.`);
		const isThere = await lstat(name).then(
			() => true,
			() => false,
		);
		if (!isThere && isGlob(slashed(name))) return 'pattern';
		throw new Refusal(
			isThere ? `${name} is a link that leads nowhere.` : `There is no ${name}.${await meantPaths(folder, name)}`,
		);
	}
}

async function* matching(folder: StoryFolder, lister: FileLister, pattern: string): AsyncGenerator<string> {
	const { base, glob } = globBase(slashed(pattern));
	const directory = await placeInFolder(folder, resolve(base), pattern);
	if (!(await isDirectory(join(folder.path, directory)))) return;
	const matches = matcher([glob]);
	const skipped = directory === '' ? 0 : directory.length + 1;
	for await (const path of lister.list(directory)) if (matches(path.slice(skipped))) yield path;
}

/** @throws Refusal where a path leads out of the folder */
export async function placeInFolder(folder: StoryFolder, path: string, name: string): Promise<string> {
	// The current folder has no links in its path; a path that is typed may.
	const way = pathFrom(folder.path, path) ?? pathFrom(folder.path, await realPlace(path));
	if (way !== undefined) return way;
	const meant = await meantPaths(folder, name);
	throw new Refusal(
		`${name} lies outside of ${folder.path}.${meant === '' ? ' Name the folder of its stories with --folder.' : meant}`,
	);
}

/** The path without links, of what is there or of what may come to be. */
async function realPlace(path: string): Promise<string> {
	try {
		return await realpath(path);
	} catch (error) {
		const above = dirname(path);
		return isMissing(error) && above !== path ? join(await realPlace(above), basename(path)) : path;
	}
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
