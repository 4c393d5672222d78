import * as vscode from 'vscode';

/**
 * Why a file can't be changed, as a sentence for the author.
 *
 * @returns undefined where nothing is known that stands in the way
 */
export async function reasonAgainstWriting(uri: vscode.Uri): Promise<string | undefined> {
	// Undefined where VS Code does not know the scheme yet.
	if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return 'the file system is read-only.';
	try {
		const { permissions } = await vscode.workspace.fs.stat(uri);
		if (permissions !== undefined && (permissions & vscode.FilePermission.Readonly) !== 0)
			return 'the file is read-only.';
	} catch {
		if (uri.scheme !== 'untitled') return 'the file is gone, or can’t be read.';
	}
	return undefined;
}
