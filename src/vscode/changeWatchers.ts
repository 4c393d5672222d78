import * as vscode from 'vscode';
import type { Disposable } from '../core/library/event.ts';
import { searchGlobs } from '../core/library/files/fileFilter.ts';
import { ignoreFileNames } from '../core/library/files/ignoreRules.ts';
import type { WorkspaceFolders, WorkspaceSearch, WorkspaceSettings } from '../core/library/workspace.ts';

/** What {@link ChangeWatchers} uses of a workspace. */
type WatchedWorkspace = Pick<WorkspaceFolders, 'folders'> &
	Pick<WorkspaceSettings, 'settings'> &
	Pick<WorkspaceSearch, 'markdownPatterns'>;

/**
 * Watchers of the files whose changes matter: those that may hold stories, ignore files, and framework files, whatever
 * they are called. Of all others VS Code has nothing to tell.
 */
export class ChangeWatchers implements Disposable {
	readonly #workspace: WatchedWorkspace;
	readonly #tell: (uri: vscode.Uri) => void;
	readonly #watchers = new Map<string, vscode.FileSystemWatcher>();

	constructor(workspace: WatchedWorkspace, tell: (uri: vscode.Uri) => void) {
		this.#workspace = workspace;
		this.#tell = tell;
	}

	/** Watches what the settings name now. */
	renew(): void {
		const wanted = new Map(
			this.#patterns().map(([folder, glob]) => [`${folder} ${glob}`, [folder, glob] as const]),
		);
		for (const [key, watcher] of this.#watchers) {
			if (wanted.has(key)) continue;
			watcher.dispose();
			this.#watchers.delete(key);
		}
		for (const [key, [folder, glob]] of wanted) {
			if (this.#watchers.has(key)) continue;
			const pattern = new vscode.RelativePattern(vscode.Uri.parse(folder, true), glob);
			const watcher = vscode.workspace.createFileSystemWatcher(pattern, true, false, true);
			watcher.onDidChange(this.#tell);
			this.#watchers.set(key, watcher);
		}
	}

	dispose(): void {
		for (const watcher of this.#watchers.values()) watcher.dispose();
		this.#watchers.clear();
	}

	#patterns(): readonly (readonly [folder: string, glob: string])[] {
		return this.#workspace.folders.flatMap(({ uri }) => {
			const { include, frameworkFile } = this.#workspace.settings(uri);
			const stories = searchGlobs({ include, exclude: [], markdown: this.#workspace.markdownPatterns(uri) });
			return [...stories, `**/{${ignoreFileNames.join(',')}}`, frameworkFile].map((glob) => [uri, glob] as const);
		});
	}
}
