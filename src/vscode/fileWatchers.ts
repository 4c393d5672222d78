import * as vscode from 'vscode';
import type { Disposable } from '../core/library/event.ts';
import { searchGlobs } from '../core/library/files/fileFilter.ts';
import { ignoreFileNames } from '../core/library/files/ignoreRules.ts';
import type { FileChange, WorkspaceFolders, WorkspaceSearch, WorkspaceSettings } from '../core/library/workspace.ts';

/** What {@link ChangeWatchers} uses of a workspace. */
type WatchedWorkspace = Pick<WorkspaceFolders, 'folders'> &
	Pick<WorkspaceSettings, 'settings'> &
	Pick<WorkspaceSearch, 'markdownPatterns'>;

/** What one watcher is for: whatever comes and goes in a folder, or what changes there. */
interface Watched {
	/** URI of a folder of the workspace. */
	readonly folder: string;
	readonly glob: string;
	readonly isOfChanges: boolean;
}

/**
 * Watchers of whatever comes and goes, as it may be a folder of stories, and of the files whose changes matter: those
 * that may hold stories, ignore files, and framework files, whatever they are called. Files come and go by thousands,
 * and change more often still. A watcher of a folder is not asked for each of them in which folder it lies, as one of
 * the workspace is.
 */
export class FileWatchers implements Disposable {
	readonly #workspace: WatchedWorkspace;
	readonly #tell: (kind: FileChange['kind'], uri: vscode.Uri) => void;
	readonly #watchers = new Map<string, vscode.FileSystemWatcher>();

	constructor(workspace: WatchedWorkspace, tell: (kind: FileChange['kind'], uri: vscode.Uri) => void) {
		this.#workspace = workspace;
		this.#tell = tell;
	}

	/** Watches what the settings name now. */
	renew(): void {
		const wanted = new Map(this.#wanted().map((each) => [Object.values(each).join(' '), each]));
		for (const [key, watcher] of this.#watchers) {
			if (wanted.has(key)) continue;
			watcher.dispose();
			this.#watchers.delete(key);
		}
		for (const [key, each] of wanted) if (!this.#watchers.has(key)) this.#watchers.set(key, this.#watch(each));
	}

	dispose(): void {
		for (const watcher of this.#watchers.values()) watcher.dispose();
		this.#watchers.clear();
	}

	#watch({ folder, glob, isOfChanges }: Watched): vscode.FileSystemWatcher {
		const pattern = new vscode.RelativePattern(vscode.Uri.parse(folder, true), glob);
		const watcher = vscode.workspace.createFileSystemWatcher(pattern, isOfChanges, !isOfChanges, isOfChanges);
		watcher.onDidCreate((uri) => this.#tell('created', uri));
		watcher.onDidChange((uri) => this.#tell('changed', uri));
		watcher.onDidDelete((uri) => this.#tell('deleted', uri));
		return watcher;
	}

	#wanted(): readonly Watched[] {
		return this.#workspace.folders.flatMap(({ uri }) => {
			const { include, frameworkFile } = this.#workspace.settings(uri);
			const stories = searchGlobs({ include, exclude: [], markdown: this.#workspace.markdownPatterns(uri) });
			const changing = [...stories, `**/{${ignoreFileNames.join(',')}}`, frameworkFile];
			return [
				{ folder: uri, glob: '**', isOfChanges: false },
				...changing.map((glob) => ({ folder: uri, glob, isOfChanges: true })),
			];
		});
	}
}
