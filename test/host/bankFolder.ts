import * as vscode from 'vscode';

/** The folder that the workbench under test shows: a copy of the sample bank. */
export function bankFolder(): vscode.Uri {
	const [folder] = vscode.workspace.workspaceFolders ?? [];
	if (!folder) {
		throw new Error('The workbench under test shows no folder');
	}
	return folder.uri;
}

/** @param path from the root of the sample bank, with `/` */
export function bankFile(path: string): vscode.Uri {
	return vscode.Uri.joinPath(bankFolder(), path);
}

/** The text of a file, without a byte order mark. */
export async function textOf(uri: vscode.Uri): Promise<string> {
	return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
