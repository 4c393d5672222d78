import * as vscode from 'vscode';
import type { CacheFile, FilesContext } from '../../worker/protocol.ts';
import { KeyedDebounce } from '../keyedDebounce.ts';
import type { LanguageClient } from './languageClient.ts';
import { type ReadMethod, surveyFirst, type Take } from './surveyFirst.ts';

/** Pause after the last file was analysed before what was found is written down, in milliseconds. */
const savePause = 3000;

/** How long what is remembered may take to be opened or written, in milliseconds: some ten times what a large folder takes. */
const cacheBudget = 10_000;

/** Has files analysed where they lie, by the worker itself: in Node, and where VS Code's own file system is the disk's. */
export class DiskAnalysis implements vscode.Disposable {
	readonly #language: LanguageClient;
	readonly #contextOf: (folder: vscode.WorkspaceFolder) => Omit<FilesContext, 'cache'>;
	readonly #cache: () => Promise<CacheFile | undefined>;
	readonly #saving = new KeyedDebounce(savePause);
	readonly #isPossible = globalThis.process !== undefined;
	#file: Promise<CacheFile | undefined> | undefined;

	/**
	 * @param contextOf tells what analyses in a folder depend on
	 * @param cache names the file that remembers them
	 */
	constructor(language: LanguageClient, contextOf: (folder: vscode.WorkspaceFolder) => Omit<FilesContext, 'cache'>, cache: () => Promise<CacheFile | undefined>) {
		this.#language = language;
		this.#contextOf = contextOf;
		this.#cache = cache;
	}

	/** Whether a file can be read so. */
	reaches(uri: vscode.Uri): boolean {
		return this.#isPossible && uri.scheme === 'file' && vscode.workspace.getWorkspaceFolder(uri) !== undefined;
	}

	/**
	 * Analyses files that it reaches, see {@link surveyFirst}.
	 * @param isWanted whether to go on
	 */
	async analyse(uris: readonly vscode.Uri[], take: Take<vscode.Uri>, isWanted: () => boolean): Promise<void> {
		if (uris.length === 0) return;
		const cache = await this.#opened();
		await surveyFirst(uris, (method, some, takeSome) => this.#read(method, some, cache, takeSome, isWanted), take);
		this.#saveSoon();
	}

	async #read(method: ReadMethod, uris: readonly vscode.Uri[], cache: CacheFile | undefined, take: Take<vscode.Uri>, isWanted: () => boolean): Promise<void> {
		for (const [folder, uriOf] of byFolder(uris)) {
			const context = { ...this.#contextOf(folder), ...(cache && { cache }) };
			const takeUris: Take<string> = (files) =>
				take(
					files.flatMap(([path, file]) => {
						const uri = uriOf.get(path);
						return uri ? [[uri, file] as const] : [];
					}),
				);
			await this.#language.readFiles(method, [...uriOf.keys()], context, takeUris, isWanted);
		}
	}

	/** Every file of the workspace has been analysed: what is remembered of others is dropped. */
	async prune(): Promise<void> {
		const cache = await this.#file;
		// Without it the next start reads more, and that is all.
		if (cache) await this.#language.call('saveCache', [cache, true], { within: cacheBudget }).catch(() => undefined);
	}

	dispose(): void {
		this.#saving.dispose();
	}

	/** Each time anew, as the worker may be another: one that has it open already answers at once. */
	async #opened(): Promise<CacheFile | undefined> {
		const cache = await (this.#file ??= this.#cache());
		if (!cache) return undefined;
		return this.#language.call('openCache', [cache], { within: cacheBudget }).then(() => cache, () => undefined);
	}

	#saveSoon(): void {
		this.#saving.schedule('save', () => {
			void this.#file?.then((cache) => cache && this.#language.call('saveCache', [cache, false], { within: cacheBudget })).catch(() => undefined);
		});
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
