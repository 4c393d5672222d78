import ignore, { type Ignore } from 'ignore';

/** The names under which VS Code's search looks for ignore files; where a folder has both, `.ignore` is read last. */
export const ignoreFileNames = ['.gitignore', '.ignore'] as const;

/** The ignore files of a folder, at every depth. */
export class IgnoreRules {
	readonly #byDirectory = new Map<string, Ignore>();

	/**
	 * @param directory in which the ignore file lies: a path from the folder that ends in `/`, empty for the folder
	 *   itself
	 * @param text of the ignore file; a later one of the same directory has the last word
	 */
	add(directory: string, text: string): void {
		this.#byDirectory.set(directory, (this.#byDirectory.get(directory) ?? ignore()).add(text));
	}

	/**
	 * Whether a file or a folder is ignored. As in git, what lies in an ignored folder is.
	 *
	 * @param path relative to the folder, with `/`; that of a folder ends in `/`
	 */
	ignores(path: string): boolean {
		for (let end = path.indexOf('/'); end >= 0 && end < path.length - 1; end = path.indexOf('/', end + 1)) {
			if (this.#names(path.slice(0, end + 1))) return true;
		}
		return this.#names(path);
	}

	/** Whether the rules above a file or folder name it. */
	#names(path: string): boolean {
		let ignored = false;
		// From the top down, so that a deeper file has the last word.
		for (let end = 0; end >= 0; end = path.indexOf('/', end) + 1 || -1) {
			const rules = this.#byDirectory.get(path.slice(0, end));
			if (!rules || end >= path.length) continue;
			const result = rules.test(path.slice(end));
			if (result.ignored) ignored = true;
			else if (result.unignored) ignored = false;
		}
		return ignored;
	}
}
