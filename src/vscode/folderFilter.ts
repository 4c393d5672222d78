import * as vscode from 'vscode';
import { excludeGlob, type FileFilter, fileFilter, patternsOn, wellFormed } from '../core/library/files/fileFilter.ts';
import { ignoreFileNames, IgnoreRules } from '../core/library/files/ignoreRules.ts';
import { readText } from './readText.ts';
import { readSettings } from './settings.ts';
import { Slices } from './slices.ts';

export const ignoreFileGlob = `**/{${ignoreFileNames.join(',')}}`;

/** Reads every ignore file below `folder` that is not itself excluded. */
export async function loadIgnoreFiles(
	folder: vscode.WorkspaceFolder,
	excluded: string | undefined,
): Promise<IgnoreRules> {
	const files = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, ignoreFileGlob), excluded);
	const rules = new IgnoreRules();
	for (const file of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
		const text = await readText(file);
		const directory = file.path.slice(folder.uri.path.replace(/\/$/u, '').length + 1).replace(/[^/]*$/u, '');
		if (text !== undefined) rules.add(directory, text);
	}
	return rules;
}

/** The filter of a folder of the workspace: settings, `files.exclude`, `search.exclude` and ignore files. */
export interface FolderFilter extends FileFilter {
	/** The excludes in the form that `findFiles` takes, so that excluded folders are not even listed. */
	readonly excludeGlob: string | undefined;
}

/** Builds the filter of a folder from the settings and ignore files as they are now. */
export async function createFolderFilter(folder: vscode.WorkspaceFolder): Promise<FolderFilter> {
	const slices = new Slices();
	const { include, exclude: own } = readSettings(folder.uri);
	const excludedBy = async (section: string) => {
		await slices.next();
		return patternsOn(vscode.workspace.getConfiguration(section, folder.uri).get('exclude'));
	};
	const exclude = [...own, ...(await excludedBy('files')), ...(await excludedBy('search'))];
	const usesIgnoreFiles = vscode.workspace
		.getConfiguration('search', folder.uri)
		.get<boolean>('useIgnoreFiles', true);
	const patterns = await slices.run(wellFormed({ include, exclude }));
	const glob = excludeGlob(patterns);
	const ignored = usesIgnoreFiles ? await loadIgnoreFiles(folder, glob) : undefined;
	return { excludeGlob: glob, ...(await slices.run(fileFilter(patterns, ignored))) };
}
