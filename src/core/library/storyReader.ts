import type { StoryFile } from './storyFile.ts';
import { createFolderFilter, type FilteredWorkspace, type FolderFilter } from './files/folderFilter.ts';
import { markdownName } from './files/markdownName.ts';
import { currentText } from './currentText.ts';
import { Slices } from './slices.ts';
import type { DiskReader, FileAnalysis, TakeFiles } from './storyAnalyser.ts';
import { DiskFile } from './storyFile.ts';
import type { StoryFiles } from './storyFiles.ts';
import { isWithin, pathIn, rootOf } from './uris.ts';
import type { OpenDocument, WorkspaceDocuments, WorkspaceFolder, WorkspaceFolders } from './workspace.ts';

/** Files that are read through the editor before what they hold is shown, and before the editor gets its turn. */
const batchSize = 20;

type Reading = readonly [uri: string, file: StoryFile | undefined];

/** Where the readings of a file are. */
interface FileInHand {
	/** How many there are at once. */
	readings: number;
	/** The one that began last. */
	latest: number;
	/** The latest that was taken in, or may not be any more. */
	settled: number;
}

/** What {@link StoryReader} uses of a workspace. */
export type ReadWorkspace = FilteredWorkspace &
	Pick<WorkspaceFolders, 'folders' | 'folderOf'> &
	Pick<WorkspaceDocuments, 'document'>;

/** What {@link StoryReader} takes. */
export interface StoryReaderParts {
	readonly files: StoryFiles;
	/** Reads what no editor holds, where it can, many times faster than the editor would. */
	readonly disk: DiskReader;
	readonly workspace: ReadWorkspace;
	/** Whether the editor is just renaming a file, so that it is about to be told of under its new name. */
	readonly isMoving: (uri: string) => boolean;
}

/** Reads into {@link StoryFiles} what settings and ignore files let through, as it is in the editor, else on the disk. */
export class StoryReader {
	readonly #parts: StoryReaderParts;
	readonly #filters = new Map<string, Promise<FolderFilter>>();
	/** Those that are built. */
	readonly #known = new Map<string, FolderFilter>();
	/** How many are being built. */
	#building = 0;
	/** The files that are being read. */
	readonly #inHand = new Map<string, FileInHand>();
	/** Counts the readings: an older one that takes longer than a newer one, or outlives its file, counts for nothing. */
	#readings = 0;

	constructor(parts: StoryReaderParts) {
		this.#parts = parts;
	}

	/** Settings and ignore files are to be read anew. */
	renewFilters(): void {
		this.#filters.clear();
	}

	/**
	 * Lists the files that may hold stories in a folder of the workspace, or in the part of it below `base`.
	 *
	 * @returns their URIs
	 */
	async list(folder: WorkspaceFolder, base = folder.uri): Promise<readonly string[]> {
		const { workspace } = this.#parts;
		const filter = await this.#filterOf(folder);
		const exclude = base === folder.uri ? filter.excludeGlob : filter.excludeGlobAnywhere;
		const uris = new Set<string>();
		for (const glob of filter.searchGlobs)
			for (const uri of await workspace.find(base, glob, exclude)) uris.add(uri);
		const accepted: string[] = [];
		const slices = new Slices(workspace.clock);
		for (const uri of uris) {
			if (filter.accepts(pathIn(folder.uri, uri))) accepted.push(uri);
			await slices.next();
		}
		return accepted;
	}

	/**
	 * Whether a document may hold stories. A file that the workspace is searched for stays one in whatever language its
	 * editor shows it.
	 */
	mayHoldStories({ languageId, uri }: OpenDocument): boolean {
		return languageId === 'markdown' || this.isNamedForStories(uri);
	}

	/** Whether a file may hold stories by its name, as far as the settings of its folder are known. */
	isNamedForStories(uri: string): boolean {
		if (markdownName.test(uri)) return true;
		// Files come by thousands: nothing more is asked of their names where it makes no difference.
		if (this.#isOfMarkdownAlone()) return false;
		const folder = this.#parts.workspace.folderOf(uri);
		const filter = folder && this.#known.get(folder.uri);
		if (!folder || !filter) return false;
		return filter.includes(pathIn(folder.uri, uri));
	}

	/** Whether no filter that is known takes in anything else. */
	#isOfMarkdownAlone(): boolean {
		for (const { isOfMarkdownAlone } of this.#known.values()) if (!isOfMarkdownAlone) return false;
		return true;
	}

	/** Whether nothing below `uri` is ever read. */
	async excludes(folder: WorkspaceFolder, uri: string): Promise<boolean> {
		return (await this.#filterOf(folder)).excludes(pathIn(folder.uri, uri));
	}

	/** Whether it matters that a file or folder is gone, as far as that is known by now. */
	misses(uri: string): boolean {
		return (
			this.#parts.files.knows(uri) ||
			this.#building > 0 ||
			this.inHand().some((each) => isWithin(each, uri)) ||
			[...this.#known.values()].some(({ ignoreFiles }) => ignoreFiles.some((each) => isWithin(each, uri)))
		);
	}

	/** Whether what is left out depends on a file that lay in a folder. */
	async isFilteredBy(folder: string): Promise<boolean> {
		const filters = await Promise.all(this.#filters.values());
		return filters.some(({ ignoreFiles }) => ignoreFiles.some((uri) => isWithin(uri, folder)));
	}

	/** The files that are being read. */
	inHand(): readonly string[] {
		return [...this.#inHand.keys()];
	}

	/** Whether a file is about to be taken in. */
	isReading(uri: string): boolean {
		const state = this.#inHand.get(uri);
		return state !== undefined && state.settled < state.latest;
	}

	/**
	 * Reads files and takes them in; those that are gone or not let through are forgotten.
	 *
	 * @param isWanted whether to go on
	 * @returns those that are there and could not be read; what is known of them stays
	 */
	async read(uris: readonly string[], isWanted: () => boolean = () => true): Promise<readonly string[]> {
		const reading = ++this.#readings;
		const states = uris.map((uri) => this.#takeInHand(uri, reading));
		try {
			const heldUp = await this.#readAs(reading, uris, isWanted);
			// A newer reading tells of it by itself.
			return heldUp.filter((uri) => this.isReading(uri) && this.#inHand.get(uri)?.latest === reading);
		} finally {
			for (const [key, state] of states) if (--state.readings === 0) this.#inHand.delete(key);
		}
	}

	#takeInHand(key: string, reading: number): readonly [key: string, state: FileInHand] {
		const state = this.#inHand.get(key) ?? { readings: 0, latest: reading, settled: 0 };
		state.readings++;
		state.latest = reading;
		this.#inHand.set(key, state);
		return [key, state];
	}

	async #readAs(reading: number, uris: readonly string[], isWanted: () => boolean): Promise<readonly string[]> {
		const take = (files: readonly Reading[]): void => {
			const newer = files.filter(([uri, file]) => {
				if (!file && this.#parts.isMoving(uri)) return false;
				const state = this.#inHand.get(uri);
				if (!state || state.settled > reading) return false;
				state.settled = reading;
				return true;
			});
			this.#parts.files.update(newer);
		};
		const slices = new Slices(this.#parts.workspace.clock);
		const accepted: string[] = [];
		const refused: Reading[] = [];
		for (const uri of uris) {
			if (await this.#accepts(uri)) accepted.push(uri);
			else refused.push([uri, undefined]);
			await slices.next();
		}
		take(refused);
		const { disk } = this.#parts;
		const closed = accepted.filter((uri) => disk.reaches(uri) && !this.#openDocument(uri));
		const isClosed = new Set(closed);
		const throughEditor = accepted.filter((uri) => !isClosed.has(uri));
		// What is open is looked at.
		const heldUp = await this.#readThroughEditor(throughEditor, take, isWanted);
		const left = await this.#readFromDisk(closed, take, isWanted);
		return [...heldUp, ...(await this.#readThroughEditor(left, take, isWanted))];
	}

	/**
	 * Reads files that the disk's reader reaches.
	 *
	 * @returns those that are left to the editor's own way
	 */
	async #readFromDisk(
		uris: readonly string[],
		take: (files: readonly Reading[]) => void,
		isWanted: () => boolean,
	): Promise<readonly string[]> {
		const { files, disk, workspace } = this.#parts;
		// Its folder may have left the workspace meanwhile.
		const left: string[] = [];
		const byFolder = new Map<string, string[]>();
		for (const uri of uris) {
			const folder = workspace.folderOf(uri)?.uri;
			const own = folder === undefined ? left : byFolder.get(folder);
			if (own) own.push(uri);
			else if (folder !== undefined) byFolder.set(folder, [uri]);
		}
		for (const [folder, own] of byFolder) {
			const takeRead: TakeFiles = (read) => {
				const taken: Reading[] = [];
				for (const [uri, file] of read) {
					const known = this.#fromDisk(uri, file);
					if (known === 'unread') left.push(uri);
					else taken.push([uri, known]);
				}
				take(taken);
			};
			await disk.read(own, files.contextFor(folder), takeRead, isWanted);
		}
		return left;
	}

	/**
	 * A file that was opened meanwhile, has another encoding, took too long or could not be read is left to the
	 * editor's own way.
	 */
	#fromDisk(uri: string, file: FileAnalysis | undefined): StoryFile | undefined | 'unread' {
		if (!file || file.unread === 'encoding' || file.unread === 'failed' || this.#openDocument(uri)) return 'unread';
		return file.analysis && new DiskFile(uri, file.analysis, file.lineLengths ?? '', file.realPath);
	}

	/** Forgets a file, or all that lay in a folder, but for what an editor still holds unsaved. */
	forget(gone: string): void {
		const isGone = (uri: string) => isWithin(uri, gone) && !this.#openDocument(uri)?.isUnsaved;
		const next = this.#readings + 1;
		for (const [key, state] of this.#inHand) if (isGone(key)) state.settled = next;
		this.#parts.files.forget(isGone);
	}

	/** @returns those that are there and could not be read */
	async #readThroughEditor(
		uris: readonly string[],
		take: (files: readonly Reading[]) => void,
		isWanted: () => boolean,
	): Promise<readonly string[]> {
		const { files, workspace } = this.#parts;
		const asMarkdown = {
			read: (uri: string) => workspace.read(uri),
			document: (uri: string) => this.#openDocument(uri),
		};
		const heldUp: string[] = [];
		for (let next = 0; next < uris.length && isWanted(); next += batchSize) {
			const batch = uris.slice(next, next + batchSize).map(async (uri): Promise<readonly Reading[]> => {
				const source = await currentText(uri, asMarkdown).catch(() => null);
				if (source !== null) return [[uri, source === undefined ? undefined : await files.read(uri, source)]];
				heldUp.push(uri);
				return [];
			});
			take((await Promise.all(batch)).flat());
		}
		return heldUp;
	}

	async #accepts(uri: string): Promise<boolean> {
		const { workspace } = this.#parts;
		const folder = workspace.folderOf(uri);
		// A story from elsewhere is checked while it is open; other schemes show versions, diffs and output.
		if (!folder)
			return uri.startsWith('untitled:') || (this.#isOnDisk(uri) && this.#openDocument(uri) !== undefined);
		return (await this.#filterOf(folder)).accepts(pathIn(folder.uri, uri));
	}

	/** Whether a URI is that of a file: with the scheme `file`, and in a browser with that of the workspace. */
	#isOnDisk(uri: string): boolean {
		const root = rootOf(uri);
		return root.startsWith('file:') || this.#parts.workspace.folders.some((folder) => rootOf(folder.uri) === root);
	}

	#openDocument(uri: string): OpenDocument | undefined {
		const document = this.#parts.workspace.document(uri);
		return document && this.mayHoldStories(document) ? document : undefined;
	}

	#filterOf({ uri }: WorkspaceFolder): Promise<FolderFilter> {
		const known = this.#filters.get(uri);
		if (known) return known;
		this.#building++;
		const filter = createFolderFilter(uri, this.#parts.workspace)
			.then((built) => {
				if (this.#filters.get(uri) === filter) this.#known.set(uri, built);
				return built;
			})
			.finally(() => this.#building--);
		this.#filters.set(uri, filter);
		return filter;
	}
}
