import * as vscode from 'vscode';
import { markdownGlob } from '../core/files/markdownName.ts';
import { createFolderFilter, type FolderFilter } from './folderFilter.ts';
import { currentText, isOnDisk, isUnsaved, openDocument } from './markdownFiles.ts';
import type { StoryFiles } from './storyFiles.ts';
import { isWithin, pathIn } from './uriPaths.ts';

/** Reads into {@link StoryFiles} what settings and ignore files let through, as it is in the editor, else on the disk. */
export class StoryReader {
	readonly #files: StoryFiles;
	readonly #filters = new Map<string, Promise<FolderFilter>>();
	/** The latest reading of each file: an older one that takes longer, or outlives its file, counts for nothing. */
	readonly #readings = new Map<string, object>();

	constructor(files: StoryFiles) {
		this.#files = files;
	}

	/** Settings and ignore files are to be read anew. */
	renewFilters(): void {
		this.#filters.clear();
	}

	/** Lists the files that may hold stories in a folder of the workspace, or in the part of it below `base`. */
	async list(folder: vscode.WorkspaceFolder, base = folder.uri): Promise<readonly vscode.Uri[]> {
		const filter = await this.#filterOf(folder);
		const uris = await vscode.workspace.findFiles(new vscode.RelativePattern(base, markdownGlob), filter.excludeGlob);
		return uris.filter((uri) => filter.accepts(pathIn(folder, uri)));
	}

	/** Whether nothing below `uri` is ever read. */
	async excludes(folder: vscode.WorkspaceFolder, uri: vscode.Uri): Promise<boolean> {
		return (await this.#filterOf(folder)).excludes(pathIn(folder, uri));
	}

	/** Reads files and takes them in together; those that are gone or not let through are forgotten. */
	async read(uris: readonly vscode.Uri[]): Promise<void> {
		const reading = {};
		for (const uri of uris) this.#readings.set(uri.toString(), reading);
		const files = await Promise.all(
			uris.map(async (uri) => {
				const source = (await this.#accepts(uri)) ? await currentText(uri) : undefined;
				return [uri, source === undefined ? undefined : await this.#files.read(uri, source)] as const;
			}),
		);
		const latest = files.filter(([uri]) => this.#readings.get(uri.toString()) === reading);
		for (const [uri] of latest) this.#readings.delete(uri.toString());
		this.#files.update(latest);
	}

	/** Forgets a file, or all that lay in a folder, but for what an editor still holds unsaved. */
	forget(gone: vscode.Uri): void {
		const isGone = (uri: vscode.Uri) => isWithin(uri, gone) && !isUnsaved(openDocument(uri));
		for (const key of this.#readings.keys()) if (isGone(vscode.Uri.parse(key, true))) this.#readings.delete(key);
		this.#files.forget(isGone);
	}

	async #accepts(uri: vscode.Uri): Promise<boolean> {
		const folder = vscode.workspace.getWorkspaceFolder(uri);
		// A story from elsewhere is checked while it is open; other schemes show versions, diffs and output.
		if (!folder) return uri.scheme === 'untitled' || (isOnDisk(uri) && openDocument(uri) !== undefined);
		return (await this.#filterOf(folder)).accepts(pathIn(folder, uri));
	}

	#filterOf(folder: vscode.WorkspaceFolder): Promise<FolderFilter> {
		const key = folder.uri.toString();
		let filter = this.#filters.get(key);
		if (!filter) this.#filters.set(key, (filter = createFolderFilter(folder)));
		return filter;
	}
}
