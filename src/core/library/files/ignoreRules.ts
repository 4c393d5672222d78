import { globMatcher, type SegmentsMatcher } from './glob.ts';

/** The names under which VS Code's search looks for ignore files; where a folder has both, `.ignore` is read last. */
export const ignoreFileNames = ['.gitignore', '.ignore'] as const;

/** A line of an ignore file. */
interface IgnoreRule {
	readonly matches: SegmentsMatcher;
	/** Whether it takes back what an earlier line ignores. */
	readonly isNegated: boolean;
	readonly onlyFolders: boolean;
}

/** The ignore files of a folder, at every depth, as git reads them (gitignore(5)). */
export class IgnoreRules {
	readonly #byDirectory = new Map<string, IgnoreRule[]>();
	readonly #fold: (name: string) => string;

	/** @param ignoresCase whether names are meant in any case, as git does by default where the file system does */
	constructor(ignoresCase = false) {
		this.#fold = ignoresCase ? (name) => name.toLowerCase() : (name) => name;
	}

	/**
	 * @param directory in which the ignore file lies: a path from the folder that ends in `/`, empty for the folder
	 *   itself
	 * @param text of the ignore file; a later one of the same directory has the last word
	 */
	add(directory: string, text: string): void {
		const rules = this.#fold(text)
			.replace(/^\uFEFF/u, '')
			.split(/\r?\n/u)
			.flatMap((line) => ruleOf(line) ?? []);
		const key = this.#fold(directory);
		this.#byDirectory.set(key, [...(this.#byDirectory.get(key) ?? []), ...rules]);
	}

	/**
	 * Whether a file or a folder is ignored. As in git, what lies in an ignored folder is.
	 *
	 * @param anyPath relative to the folder, with `/`; that of a folder ends in `/`
	 */
	ignores(anyPath: string): boolean {
		if (this.#byDirectory.size === 0) return false;
		const path = this.#fold(anyPath);
		for (let end = path.indexOf('/'); end >= 0 && end < path.length - 1; end = path.indexOf('/', end + 1)) {
			if (this.#names(path.slice(0, end + 1))) return true;
		}
		return this.#names(path);
	}

	/** Whether the rules above a file or folder name it. */
	#names(path: string): boolean {
		const isFolder = path.endsWith('/');
		const segments = (isFolder ? path.slice(0, -1) : path).split('/');
		let directory = path.slice(0, path.length - (segments.at(-1)?.length ?? 0) - Number(isFolder));
		// The deepest file has the last word, and in a file its last line.
		for (let depth = segments.length - 1; depth >= 0; depth--) {
			const below = segments.slice(depth);
			const rule = this.#byDirectory
				.get(directory)
				?.findLast(({ matches, onlyFolders }) => (isFolder || !onlyFolders) && matches(below));
			if (rule) return !rule.isNegated;
			directory = directory.slice(0, directory.lastIndexOf('/', directory.length - 2) + 1);
		}
		return false;
	}
}

/** The rule of a line; undefined where it is empty, a comment, or can match nothing. */
function ruleOf(line: string): IgnoreRule | undefined {
	if (line.startsWith('#')) return undefined;
	// Spaces at the end count where a backslash stands before them.
	let text = line;
	while (/[ \t]$/u.test(text) && !isEscaped(text, text.length - 1)) text = text.slice(0, -1);
	const isNegated = text.startsWith('!');
	if (isNegated) text = text.slice(1);
	const onlyFolders = text.endsWith('/');
	if (onlyFolders) text = text.slice(0, -1);
	if (text === '') return undefined;
	// A slash at the beginning or within says where it lies; else it is meant at every depth.
	const pattern = text.includes('/') ? text.replace(/^\//u, '') : `**/${text}`;
	const matches = globMatcher(pattern, 'git');
	return matches && { matches, isNegated, onlyFolders };
}

function isEscaped(text: string, at: number): boolean {
	let backslashes = 0;
	while (text[at - backslashes - 1] === '\\') backslashes++;
	return backslashes % 2 === 1;
}
