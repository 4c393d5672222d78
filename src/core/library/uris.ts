/** The path of a URI as a person reads it, with `/`. */
export function pathOf(uri: string): string {
	const { path } = split(uri);
	try {
		return path.includes('%') ? decodeURIComponent(path) : path;
	} catch {
		// Not of the editor's making.
		return path;
	}
}

/** The name of a file, without its folders. */
export function nameOf(uri: string): string {
	const path = pathOf(uri);
	return path.slice(path.lastIndexOf('/') + 1);
}

/** The path of a file from a folder that it is in, as a person reads it, with `/`. */
export function pathIn(folder: string, uri: string): string {
	return pathOf(uri).slice(pathOf(folder).replace(/\/$/u, '').length + 1);
}

/** What stands before the path of a URI: files of one file system have it in common. */
export function rootOf(uri: string): string {
	return split(uri).root;
}

/** The folder that a file lies in. */
export function parentOf(uri: string): string {
	return uri.slice(0, uri.lastIndexOf('/'));
}

/** Every folder above a file, the root of its file system left out. */
export function foldersOf(uri: string): readonly string[] {
	const folders: string[] = [];
	for (let folder = parentOf(uri); folder.length > rootOf(uri).length; folder = parentOf(folder))
		folders.push(folder);
	return folders;
}

/** Those of some files and folders that lie in no other of them. */
export function topmost(uris: Iterable<string>): readonly string[] {
	const kept: string[] = [];
	// With the slash a folder stands right before what lies in it.
	for (const uri of [...uris].map((each) => `${each}/`).toSorted())
		if (!kept.at(-1) || !uri.startsWith(kept.at(-1) ?? '')) kept.push(uri);
	return kept.map((uri) => uri.slice(0, -1));
}

/** The innermost folder that several files and folders lie in. @param uris at least one, below one root */
export function commonFolder(uris: readonly string[]): string {
	return uris.map(parentOf).reduce((common, uri) => {
		let folder = common;
		while (!isWithin(uri, folder)) folder = parentOf(folder);
		return folder;
	});
}

/** A URI without escapes, for logs. */
export function readable(uri: string): string {
	return split(uri).root + pathOf(uri);
}

/** Whether a file is `parent` itself or lies somewhere below it; for two URIs, or two paths with `/`. */
export function isWithin(uri: string, parent: string): boolean {
	return uri === parent || uri.startsWith(parent.endsWith('/') ? parent : `${parent}/`);
}

/**
 * The URI of a file by its path from a folder, written as VS Code writes it, so that equal files have equal URIs.
 *
 * @param path with `/`; `.` and `..` are followed
 */
export function joinPath(folder: string, path: string): string {
	const { root } = split(folder);
	const segments: string[] = [];
	for (const segment of `${pathOf(folder)}/${path}`.split('/')) {
		if (segment === '..') segments.pop();
		else if (segment !== '' && segment !== '.') segments.push(segment);
	}
	return `${root}/${segments.map(escaped).join('/')}`;
}

/**
 * What stands before the path: the scheme, and the authority where there is one. Only `untitled:` and its like have no
 * `//`.
 */
function split(uri: string): { readonly root: string; readonly path: string } {
	const [root = ''] = /^[^:/?#]+:(?:\/\/[^/?#]*)?/u.exec(uri) ?? [];
	const [path = ''] = /^[^?#]*/u.exec(uri.slice(root.length)) ?? [];
	return { root, path };
}

/** VS Code escapes more than the function of the language. A lone half of a character has no escape. */
function escaped(segment: string): string {
	return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
		/[!'()*]/gu,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}
