import type { HideableField, ListedName, NamesRead } from '../../text/names/hideable.ts';
import { hideableFields } from '../../text/names/hideable.ts';

/** What is hidden where nobody says otherwise. A role, such as `Senior Engineer`, mostly says nothing of where it was. */
export const usuallyHidden: readonly HideableField[] = ['company', 'project', 'team', 'confidential'];

/**
 * Collects the names to hide. A name that one file lists is hidden in all of them.
 *
 * @param read of every story file and framework file, also where the report is about a part of them
 * @returns each name once, in the order of fields, then of files
 */
export function listedNames(
	read: readonly NamesRead[],
	hide: readonly HideableField[] = usuallyHidden,
): readonly ListedName[] {
	const names = new Map<string, ListedName>();
	for (const field of hideableFields) {
		if (!hide.includes(field)) continue;
		for (const { name, field: own } of read.flatMap((each) => each.names)) {
			const key = name.toLowerCase();
			if (own === field && !names.has(key)) names.set(key, { name, field });
		}
	}
	return [...names.values()];
}

/** What a file lists, whatever kind of file it is. */
export interface NamesOfFile {
	/** The file's URI as a string. */
	readonly uri: string;
	readonly names: NamesRead | undefined;
}

/** Everything that lists names at this moment: stories, candidates and framework files. */
export function namesInLibrary(
	storyFiles: { counted(): readonly { readonly uri: string; readonly analysis: { readonly names?: NamesRead } }[] },
	frameworks: { readonly names: readonly NamesOfFile[] },
): readonly NamesOfFile[] {
	return [
		...storyFiles.counted().map(({ uri, analysis: { names } }) => ({ uri, names })),
		...frameworks.names.map(({ uri, names }) => ({ uri, names })),
	];
}

/** A file of which names may be missing. */
export interface UnreadNames {
	/** As the author knows it. */
	readonly path: string;
	/** As the end of a sentence. */
	readonly reason: string;
}

/** The files of which names may be missing, in their order. */
export function unreadNamesOf(
	files: readonly { readonly path: string; readonly names: NamesRead | undefined }[],
): readonly UnreadNames[] {
	return files.flatMap(({ path, names }) => (names?.unread === undefined ? [] : [{ path, reason: names.unread }]));
}
