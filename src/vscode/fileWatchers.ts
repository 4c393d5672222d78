import * as vscode from 'vscode';
import type { Disposable } from '../core/library/event.ts';
import { watchedFiles, watchedFolders } from '../core/library/files/watchedGlobs.ts';
import type { FileChange, WorkspaceFolders, WorkspaceSearch, WorkspaceSettings } from '../core/library/workspace.ts';

/** What {@link ChangeWatchers} uses of a workspace. */
type WatchedWorkspace = Pick<WorkspaceFolders, 'folders'> &
	Pick<WorkspaceSettings, 'settings'> &
	Pick<WorkspaceSearch, 'markdownPatterns'>;

/** What one watcher is for: what comes and goes in a folder, what changes there, or both. */
interface Watched {
	/** URI of a folder of the workspace. */
	readonly folder: string;
	readonly glob: string;
	readonly ofComing: boolean;
	readonly ofChanges: boolean;
}

/**
 * Watchers of whatever comes and goes, as it may be a folder of stories, and of the files whose changes matter. Files
 * come and go by thousands, and change more often still: VS Code hands each to whoever watches `**`, so nobody does
 * while there are no stories. A watcher of a folder is not asked for each of them in which folder it lies, as one of
 * the workspace is.
 */
export class FileWatchers implements Disposable {
	readonly #workspace: WatchedWorkspace;
	readonly #tell: (kind: FileChange['kind'], uri: vscode.Uri) => void;
	readonly #watchers = new Map<string, vscode.FileSystemWatcher>();
	#isEverythingWanted = true;

	constructor(workspace: WatchedWorkspace, tell: (kind: FileChange['kind'], uri: vscode.Uri) => void) {
		this.#workspace = workspace;
		this.#tell = tell;
	}

	/** @param isWanted whether to watch whatever comes and goes, wherever */
	watchEverything(isWanted: boolean): void {
		if (isWanted === this.#isEverythingWanted) return;
		this.#isEverythingWanted = isWanted;
		this.renew();
	}

	/** Watches what the settings name now. */
	renew(): void {
		const wanted = new Map(this.#wanted().map((each) => [Object.values(each).join(' '), each]));
		for (const [key, each] of wanted) if (!this.#watchers.has(key)) this.#watchers.set(key, this.#watch(each));
		for (const [key, watcher] of this.#watchers) {
			if (wanted.has(key)) continue;
			watcher.dispose();
			this.#watchers.delete(key);
		}
	}

	dispose(): void {
		for (const watcher of this.#watchers.values()) watcher.dispose();
		this.#watchers.clear();
	}

	#watch({ folder, glob, ofComing, ofChanges }: Watched): vscode.FileSystemWatcher {
		const pattern = new vscode.RelativePattern(vscode.Uri.parse(folder, true), glob);
		const watcher = vscode.workspace.createFileSystemWatcher(pattern, !ofComing, !ofChanges, !ofComing);
		watcher.onDidCreate((uri) => this.#tell('created', uri));
		watcher.onDidChange((uri) => this.#tell('changed', uri));
		watcher.onDidDelete((uri) => this.#tell('deleted', uri));
		return watcher;
	}

	#wanted(): readonly Watched[] {
		return this.#workspace.folders.flatMap(({ uri }) => {
			const settings = this.#workspace.settings(uri);
			const files = watchedFiles(settings, this.#workspace.markdownPatterns(uri));
			const everything = this.#isEverythingWanted;
			return [
				{ folder: uri, glob: everything ? '**' : watchedFolders(settings), ofComing: true, ofChanges: false },
				...files.map((glob) => ({ folder: uri, glob, ofComing: !everything, ofChanges: true })),
			];
		});
	}
}
