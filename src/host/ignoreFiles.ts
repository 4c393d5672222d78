import * as vscode from 'vscode';
import { ignoreFileNames, IgnoreRules } from '../core/files/ignoreRules.ts';
import { readText } from './readText.ts';

export const ignoreFileGlob = `**/{${ignoreFileNames.join(',')}}`;

/** Reads every ignore file below `folder` that is not itself excluded. */
export async function loadIgnoreFiles(folder: vscode.WorkspaceFolder, excludeGlob: string | undefined): Promise<IgnoreRules> {
	const files = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, ignoreFileGlob), excludeGlob);
	const rules = new IgnoreRules();
	for (const file of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
		const text = await readText(file);
		const directory = file.path.slice(folder.uri.path.replace(/\/$/u, '').length + 1).replace(/[^/]*$/u, '');
		if (text !== undefined) rules.add(directory, text);
	}
	return rules;
}
