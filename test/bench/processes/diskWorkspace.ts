import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Event } from '../../../src/core/library/event.ts';
import { markdownGlob } from '../../../src/core/library/files/markdownName.ts';
import { readStorySettings, type StorySettings } from '../../../src/core/library/settings.ts';
import type { FollowedWorkspace } from '../../../src/core/library/storyScanner.ts';
import { isWithin } from '../../../src/core/library/uris.ts';
import type { Clock, WorkspaceFolder } from '../../../src/core/library/workspace.ts';
import { listFiles } from './listFiles.ts';

const clock: Clock = {
	now: () => Date.now(),
	elapsed: () => performance.now(),
	schedule(action, milliseconds) {
		const timer = setTimeout(action, milliseconds);
		return { dispose: () => clearTimeout(timer) };
	},
};

const never: Event<never> = () => ({ dispose: () => undefined });

/** A folder of the disk as a workspace in which no editor holds anything, no ignore file lies and nothing happens. */
export class DiskWorkspace implements FollowedWorkspace {
	readonly clock = clock;
	readonly ignoresCase = false;
	readonly folders: readonly [WorkspaceFolder];
	readonly #settings: StorySettings = readStorySettings(() => undefined);

	readonly onDidChangeFolders = never;
	readonly onDidChangeSettings = never;
	readonly onDidChangeSearch = never;
	readonly onDidChangeFile = never;
	readonly onWillRenameFiles = never;
	readonly onDidRenameFiles = never;
	readonly onDidOpenDocument = never;
	readonly onDidChangeDocument = never;
	readonly onDidCloseDocument = never;

	/** @param folder its path */
	constructor(folder: string) {
		this.folders = [{ uri: pathToFileURL(folder).href, name: 'bench' }];
	}

	watchEverything(): void {}

	folderOf(uri: string): WorkspaceFolder | undefined {
		return isWithin(uri, this.folders[0].uri) ? this.folders[0] : undefined;
	}

	settings(): StorySettings {
		return this.#settings;
	}

	excludedBy(): readonly string[] {
		return [];
	}

	markdownPatterns(): readonly string[] {
		return [];
	}

	usesIgnoreFiles(): boolean {
		return true;
	}

	/** Stands in for VS Code's search, which has a process of its own. */
	async find(base: string, glob: string): Promise<readonly string[]> {
		if (glob !== markdownGlob) return [];
		return listFiles(fileURLToPath(base)).map((path) => pathToFileURL(path).href);
	}

	async isFolder(): Promise<boolean> {
		return false;
	}

	async realPath(): Promise<undefined> {
		return undefined;
	}

	async foldersIn(): Promise<readonly string[]> {
		return [];
	}

	read(uri: string): Promise<string | undefined> {
		return readFile(fileURLToPath(uri), 'utf8');
	}

	documents(): readonly [] {
		return [];
	}

	document(): undefined {
		return undefined;
	}
}
