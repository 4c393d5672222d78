import picomatch from 'picomatch';
import * as vscode from 'vscode';
import { type IgnoreFiles, loadIgnoreFiles } from './ignoreFiles.ts';
import { readSettings } from './settings.ts';

/** Says which files of a folder may hold stories: settings, `files.exclude`, `search.exclude` and ignore files. */
export interface FileFilter {
	/** @param path relative to the folder, with `/` */
	accepts(path: string): boolean;
	/**
	 * Whether nothing in a folder can be accepted.
	 * @param path relative to the folder, with `/`
	 */
	excludes(path: string): boolean;
	/** The excludes in the form that `findFiles` takes, so that excluded folders are not even listed. */
	readonly excludeGlob: string | undefined;
}

/** Builds the filter of a folder from the settings and ignore files as they are now. */
export async function createFileFilter(folder: vscode.WorkspaceFolder): Promise<FileFilter> {
	const { include, exclude } = readSettings(folder.uri);
	const excludes = [...exclude, ...excludedBy('files', folder), ...excludedBy('search', folder)];
	const excludeGlob = excludes.length > 0 ? `{${excludes.join(',')}}` : undefined;
	const usesIgnoreFiles = vscode.workspace.getConfiguration('search', folder.uri).get<boolean>('useIgnoreFiles', true);
	const ignored: IgnoreFiles | undefined = usesIgnoreFiles ? await loadIgnoreFiles(folder, excludeGlob) : undefined;
	const options = { dot: true, nocase: false };
	const included = matcher(include, options);
	// A pattern for a folder, such as `**/node_modules`, excludes what lies in it.
	const excluded = matcher(excludes.flatMap((pattern) => [pattern, `${pattern.replace(/\/$/u, '')}/**`]), options);
	return {
		excludeGlob,
		accepts: (path) => included(path) && !excluded(path) && !ignored?.ignores(path),
		excludes: (path) => excluded(path) || (ignored?.ignores(`${path}/`) ?? false),
	};
}

/** The patterns that a setting of VS Code excludes outright; conditional ones, with `when`, concern sibling files. */
function excludedBy(section: 'files' | 'search', folder: vscode.WorkspaceFolder): readonly string[] {
	const patterns = vscode.workspace.getConfiguration(section, folder.uri).get<Record<string, unknown>>('exclude', {});
	return Object.entries(patterns).flatMap(([pattern, on]) => (on === true ? [pattern] : []));
}

function matcher(patterns: readonly string[], options: picomatch.PicomatchOptions): (path: string) => boolean {
	const matchers = patterns.flatMap((pattern) => {
		try {
			return [picomatch(pattern, options)];
		} catch {
			// A pattern that cannot be read matches nothing, as in VS Code.
			return [];
		}
	});
	return (path) => matchers.some((matches) => matches(path));
}
