import { Slices } from '../slices.ts';
import { pathIn } from '../uris.ts';
import type { Clock, WorkspaceFiles, WorkspaceSearch, WorkspaceSettings } from '../workspace.ts';
import { excludeGlob, type FileFilter, fileFilter, searchGlobs, wellFormed } from './fileFilter.ts';
import { ignoreFileNames, IgnoreRules } from './ignoreRules.ts';

const ignoreFileGlob = `**/{${ignoreFileNames.join(',')}}`;

/** Whether a file says what the editor's search leaves out. */
export function isIgnoreFile(uri: string): boolean {
	return ignoreFileNames.some((name) => uri.endsWith(`/${name}`));
}

/** What {@link createFolderFilter} uses of a workspace. */
export type FilteredWorkspace = Pick<WorkspaceSettings, 'settings'> &
	Pick<WorkspaceSearch, 'excludedBy' | 'markdownPatterns' | 'usesIgnoreFiles' | 'ignoresCase' | 'find'> &
	Pick<WorkspaceFiles, 'read'> & { readonly clock: Clock };

/** The filter of a folder of the workspace: settings, `files.exclude`, `search.exclude` and ignore files. */
export interface FolderFilter extends FileFilter {
	/** The excludes in the form that a search takes, so that excluded folders are not even listed. */
	readonly excludeGlob: string | undefined;
	/** Those that mean the same for a search of a part of the folder, where patterns are relative to that part. */
	readonly excludeGlobAnywhere: string | undefined;
	/** The patterns by which a search finds what this accepts. */
	readonly searchGlobs: readonly string[];
	/** The URIs of the ignore files that were read. */
	readonly ignoreFiles: readonly string[];
}

/**
 * Builds the filter of a folder from the settings and ignore files as they are now.
 *
 * @param folder of the workspace
 */
export async function createFolderFilter(folder: string, workspace: FilteredWorkspace): Promise<FolderFilter> {
	const slices = new Slices(workspace.clock);
	const { include, exclude } = workspace.settings(folder);
	const excluded = [...exclude];
	for (const setting of ['files.exclude', 'search.exclude'] as const) {
		await slices.next();
		excluded.push(...workspace.excludedBy(setting, folder));
	}
	const usesIgnoreFiles = workspace.usesIgnoreFiles(folder);
	const patterns = await slices.run(
		wellFormed({ include, exclude: excluded, markdown: workspace.markdownPatterns(folder) }),
	);
	const glob = excludeGlob(patterns);
	const ignoreFiles = usesIgnoreFiles ? await workspace.find(folder, ignoreFileGlob, glob) : [];
	const ignored = usesIgnoreFiles ? await readIgnoreFiles(folder, ignoreFiles, workspace) : undefined;
	return {
		excludeGlob: glob,
		excludeGlobAnywhere: excludeGlob({
			...patterns,
			exclude: patterns.exclude.filter((pattern) => pattern.startsWith('**/')),
		}),
		searchGlobs: searchGlobs(patterns),
		ignoreFiles,
		...(await slices.run(fileFilter(patterns, ignored))),
	};
}

/** Reads the ignore files of a folder; one that cannot be read counts for nothing. */
async function readIgnoreFiles(
	folder: string,
	uris: readonly string[],
	workspace: FilteredWorkspace,
): Promise<IgnoreRules> {
	const files = uris.map((uri) => ({ uri, path: pathIn(folder, uri) }));
	const rules = new IgnoreRules(workspace.ignoresCase);
	for (const { uri, path } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
		const text = await workspace.read(uri).catch(() => undefined);
		if (text !== undefined) rules.add(path.replace(/[^/]*$/u, ''), text);
	}
	return rules;
}
