import * as vscode from 'vscode';
import { createFileFilter, excludeGlob, type FileFilter, patternsOn } from '../core/files/fileFilter.ts';
import { loadIgnoreFiles } from './ignoreFiles.ts';
import { readSettings } from './settings.ts';

/** The filter of a folder of the workspace: settings, `files.exclude`, `search.exclude` and ignore files. */
export interface FolderFilter extends FileFilter {
	/** The excludes in the form that `findFiles` takes, so that excluded folders are not even listed. */
	readonly excludeGlob: string | undefined;
}

/** Builds the filter of a folder from the settings and ignore files as they are now. */
export async function createFolderFilter(folder: vscode.WorkspaceFolder): Promise<FolderFilter> {
	const { include, exclude: own } = readSettings(folder.uri);
	const excludedBy = (section: string) => patternsOn(vscode.workspace.getConfiguration(section, folder.uri).get('exclude'));
	const exclude = [...own, ...excludedBy('files'), ...excludedBy('search')];
	const glob = excludeGlob(exclude);
	const usesIgnoreFiles = vscode.workspace.getConfiguration('search', folder.uri).get<boolean>('useIgnoreFiles', true);
	const ignored = usesIgnoreFiles ? await loadIgnoreFiles(folder, glob) : undefined;
	return { excludeGlob: glob, ...createFileFilter({ include, exclude }, ignored) };
}
