import ignore, { type Ignore } from 'ignore';
import * as vscode from 'vscode';
import { readText } from './readText.ts';

/** The names under which VS Code's search looks for ignore files. */
export const ignoreFileGlob = '**/{.gitignore,.ignore}';

/** The ignore files of a folder, at every depth. */
export interface IgnoreFiles {
	/** @param path relative to the folder, with `/` */
	ignores(path: string): boolean;
}

/** Reads every ignore file below `folder` that is not itself excluded. */
export async function loadIgnoreFiles(folder: vscode.WorkspaceFolder, excludeGlob: string | undefined): Promise<IgnoreFiles> {
	const files = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, ignoreFileGlob), excludeGlob);
	const byDirectory = new Map<string, Ignore>();
	for (const file of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
		const text = await readText(file);
		const directory = file.path.slice(folder.uri.path.replace(/\/$/u, '').length + 1).replace(/[^/]*$/u, '');
		if (text !== undefined) byDirectory.set(directory, (byDirectory.get(directory) ?? ignore()).add(text));
	}
	return {
		ignores(path) {
			let ignored = false;
			// From the top down, so that a deeper file has the last word.
			for (let end = 0; end >= 0; end = path.indexOf('/', end) + 1 || -1) {
				const rules = byDirectory.get(path.slice(0, end));
				if (!rules || end >= path.length) continue;
				const result = rules.test(path.slice(end));
				if (result.ignored) ignored = true;
				else if (result.unignored) ignored = false;
			}
			return ignored;
		},
	};
}
