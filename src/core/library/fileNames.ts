import { pathOf } from './uris.ts';

/**
 * The names under which files are known: links to files and folders lead to one file under several, which counts once,
 * under the name that no link leads to, else under the first.
 */
export class FileNames {
	/** URIs, or paths of a command line, by where the file is. */
	readonly #byPath = new Map<string, Set<string>>();
	readonly #paths = new Map<string, string>();

	/** Takes note of where a file is; undefined for one that is gone, or where that is not known. */
	set(uri: string, realPath: string | undefined): void {
		const before = this.#paths.get(uri);
		if (before === realPath) return;
		if (before !== undefined) {
			const names = this.#byPath.get(before);
			names?.delete(uri);
			if (names?.size === 0) this.#byPath.delete(before);
			this.#paths.delete(uri);
		}
		if (realPath === undefined) return;
		this.#paths.set(uri, realPath);
		this.#byPath.set(realPath, (this.#byPath.get(realPath) ?? new Set()).add(uri));
	}

	/** Every name of a file that has this one. */
	of(uri: string): readonly string[] {
		const path = this.#paths.get(uri);
		return path === undefined ? [uri] : [...(this.#byPath.get(path) ?? [uri])];
	}

	/** Whether a file counts under this name, of all that it has. */
	isFirst(uri: string): boolean {
		const path = this.#paths.get(uri);
		const names = this.of(uri);
		if (path === undefined || names.length === 1) return true;
		// On Windows paths are written otherwise, so that there all are taken for links.
		const real = names.find((name) => name === path || pathOf(name) === path);
		return uri === (real ?? names.toSorted((a, b) => (a < b ? -1 : 1))[0]);
	}
}
