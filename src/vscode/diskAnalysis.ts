import * as vscode from 'vscode';
import type { LanguageClient, Take } from '../worker/client.ts';
import type { FilesContext } from '../worker/protocol.ts';

/** Has files analysed where they lie, by the worker itself: in Node, and where VS Code's own file system is the disk's. */
export class DiskAnalysis {
	readonly #language: LanguageClient;
	readonly #contextOf: (folder: vscode.WorkspaceFolder) => FilesContext;
	readonly #isPossible = globalThis.process !== undefined;

	/** @param contextOf tells what analyses in a folder depend on */
	constructor(language: LanguageClient, contextOf: (folder: vscode.WorkspaceFolder) => FilesContext) {
		this.#language = language;
		this.#contextOf = contextOf;
	}

	/** Whether a file can be read so. */
	reaches(uri: vscode.Uri): boolean {
		return this.#isPossible && uri.scheme === 'file' && vscode.workspace.getWorkspaceFolder(uri) !== undefined;
	}

	/**
	 * Analyses files that it reaches, each once.
	 *
	 * @param take is handed the results as they come
	 * @param isWanted whether to go on
	 */
	async analyse(uris: readonly vscode.Uri[], take: Take<vscode.Uri>, isWanted: () => boolean): Promise<void> {
		for (const [folder, uriOf] of byFolder(uris)) {
			const takeUris: Take<string> = (files) =>
				take(
					files.flatMap(([path, file]) => {
						const uri = uriOf.get(path);
						return uri ? [[uri, file] as const] : [];
					}),
				);
			await this.#language.readFiles([...uriOf.keys()], this.#contextOf(folder), takeUris, isWanted);
		}
	}
}

/** Files of the workspace by their paths, for each of its folders. */
function byFolder(uris: readonly vscode.Uri[]): ReadonlyMap<vscode.WorkspaceFolder, ReadonlyMap<string, vscode.Uri>> {
	const folders = new Map<vscode.WorkspaceFolder, Map<string, vscode.Uri>>();
	for (const uri of uris) {
		const folder = vscode.workspace.getWorkspaceFolder(uri);
		if (!folder) continue;
		const files = folders.get(folder) ?? new Map<string, vscode.Uri>();
		folders.set(folder, files.set(uri.fsPath, uri));
	}
	return folders;
}
