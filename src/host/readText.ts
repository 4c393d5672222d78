import * as vscode from 'vscode';

const decoder = new TextDecoder('utf-8');

/**
 * Reads a file as VS Code would show it: a byte order mark is dropped, broken bytes become U+FFFD.
 * @returns undefined where the file is gone or cannot be read
 */
export async function readText(uri: vscode.Uri): Promise<string | undefined> {
	try {
		return decoder.decode(await vscode.workspace.fs.readFile(uri));
	} catch {
		return undefined;
	}
}
