import * as vscode from 'vscode';

/** The cache of analyses that earlier versions kept, and its drafts. */
const oldCache = /^analyses\.json/u;

/**
 * Deletes what earlier versions wrote down of the stories of a workspace: titles, companies and confidential names, in
 * clear.
 *
 * @param storage the extension's own folder for this workspace; undefined where no folder is open
 */
export async function deleteOldCache(storage: vscode.Uri | undefined): Promise<void> {
	if (!storage) return;
	const files = await vscode.workspace.fs.readDirectory(storage).then(
		(entries) => entries.map(([name]) => name),
		() => [],
	);
	await Promise.all(
		files
			.filter((name) => oldCache.test(name))
			.map((name) => vscode.workspace.fs.delete(vscode.Uri.joinPath(storage, name))),
	);
}
