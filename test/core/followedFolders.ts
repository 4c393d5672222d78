import type { Lookups } from '../../src/core/framework/lookups.ts';
import { StoryIndex } from '../../src/core/library/storyIndex.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import { type Analysis, nothing } from '../../src/core/rules/analysis.ts';
import type { SeveritySettings } from '../../src/core/text/problem.ts';
import { analyseFiles } from '../../src/worker/analyseFiles.ts';
import type { FilesContext } from '../../src/worker/protocol.ts';
import type { MemoryDisk } from './memoryDisk.ts';

/** What analyses of the files below a path depend on. */
export interface FolderState {
	readonly severities: SeveritySettings;
	readonly lookups: Lookups;
}

/** Follows folders of a disk as the extension does, told of each change; unsaved texts win over files. */
export class FollowedFolders {
	readonly #disk: MemoryDisk;
	/** By path of the folder, which ends in `/`. */
	readonly #states: Map<string, FolderState>;
	readonly #unsaved = new Map<string, string>();
	index = new StoryIndex();

	constructor(disk: MemoryDisk, states: ReadonlyMap<string, FolderState>) {
		this.#disk = disk;
		this.#states = new Map(states);
		this.read(disk.paths());
	}

	/** These files were created, changed or deleted. */
	read(paths: readonly string[]): void {
		const changes = new Map<string, Analysis>();
		for (const [folder, state] of this.#states) {
			const own = paths.filter((path) => path.startsWith(folder));
			const closed = own.filter((path) => !this.#unsaved.has(path));
			this.#readClosed(closed, state);
			for (const path of own) {
				const text = this.#unsaved.get(path);
				if (text !== undefined)
					changes.set(
						path,
						withoutFixes(
							analyse(text, { ...this.#contextOf(state), fileName: path.replace(/^.*\//u, '') }),
						),
					);
			}
		}
		this.index.update(changes);
	}

	#readClosed(paths: readonly string[], state: FolderState): void {
		for (let next = 0; next < paths.length;) {
			const changes = new Map<string, Analysis>();
			const { files } = analyseFiles(this.#disk, paths.slice(next), this.#contextOf(state));
			for (const { analysis } of files) changes.set(paths[next++] ?? '', analysis ?? nothing);
			this.index.update(changes);
		}
	}

	/** A folder came, or went, as a whole. */
	readFolder(folder: string): void {
		this.read(
			[...this.#disk.paths(), ...this.index.files(), ...this.#unsaved.keys()].filter((path) =>
				path.startsWith(folder),
			),
		);
	}

	/** Somebody types. */
	type(path: string, text: string): void {
		this.#unsaved.set(path, text);
		this.read([path]);
	}

	save(path: string): void {
		const text = this.#unsaved.get(path);
		if (text === undefined) return;
		this.#unsaved.delete(path);
		this.#disk.write(path, text);
		this.read([path]);
	}

	revert(path: string): void {
		this.#unsaved.delete(path);
		this.read([path]);
	}

	change(folder: string, state: Partial<FolderState>): void {
		const before = this.#states.get(folder);
		if (!before) return;
		this.#states.set(folder, { ...before, ...state });
		this.readFolder(folder);
	}

	/** The editor is started again. Unsaved texts survive, as in VS Code. */
	restart(): void {
		this.index = new StoryIndex();
		this.readFolder('/');
	}

	/** The same, by somebody who has just come. */
	fromNothing(): StoryIndex {
		const other = new FollowedFolders(this.#disk.copy(), this.#states);
		for (const [path, text] of this.#unsaved) other.type(path, text);
		return other.index;
	}

	#contextOf(state: FolderState): FilesContext {
		return { ...state, today: '2026-03-01' };
	}
}

/** Analyses of files come without. */
function withoutFixes(analysis: Analysis): Analysis {
	return { ...analysis, problems: analysis.problems.map(({ fixes: _fixes, ...problem }) => problem) };
}
