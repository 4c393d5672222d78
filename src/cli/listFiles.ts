import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ignoreFileNames } from '../core/library/files/ignoreRules.ts';
import { isMissing, markdownName } from '../core/library/files/markdownName.ts';
import { readText, reasonOf } from './readText.ts';
import type { StoryFolder } from './storyFolder.ts';

/** Something that was to be read and could not be. */
export interface Unread {
	/** Path from the folder, with `/`; empty for the folder itself. */
	readonly path: string;
	readonly reason: string;
}

/** Finds the files of a folder that may hold stories, reading ignore files on the way. */
export class FileLister {
	readonly unread: Unread[] = [];
	readonly #folder: StoryFolder;
	/** Directories whose ignore files have been read. */
	readonly #known = new Set<string>();

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
		return this.#mightContainStory(path);
	}

	/**
	 * The files that may hold stories below a directory. Links are followed, as VS Code's search follows them; one that
	 * leads back to where it came from is not.
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
			const kind = await this.#kindOf(entry, path);
			if (kind === 'file' && this.#mightContainStory(path)) yield path;
			if (kind !== 'directory' || this.#folder.filter.excludes(path)) continue;
			const place = entry.isSymbolicLink()
				? await realpath(this.#whole(path))
				: join([...above].at(-1) ?? '', entry.name);
			if (!above.has(place)) yield* this.#walk(path, new Set([...above, place]));
		}
	}

	/** The list of what is planned is never a story, whatever it holds. */
	#mightContainStory(path: string): boolean {
		return markdownName.test(path) && path !== this.#folder.opportunities && this.#folder.filter.accepts(path);
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

	async #readIgnoreFilesAbove(path: string): Promise<void> {
		for (let end = 0; end >= 0; end = path.indexOf('/', end + 1))
			await this.#readIgnoreFiles(path.slice(0, end), ignoreFileNames);
	}

	async #readIgnoreFiles(directory: string, names: readonly string[]): Promise<void> {
		const { ignoreRules } = this.#folder;
		if (!ignoreRules || this.#known.has(directory)) return;
		this.#known.add(directory);
		for (const name of ignoreFileNames.filter((each) => names.includes(each))) {
			const reading = await readText(join(this.#whole(directory), name));
			if (reading !== 'binary' && 'text' in reading)
				ignoreRules.add(directory === '' ? '' : `${directory}/`, reading.text);
		}
	}

	#whole(path: string): string {
		return join(this.#folder.path, path);
	}
}
