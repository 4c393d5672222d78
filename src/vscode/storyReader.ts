import * as vscode from 'vscode';
import { markdownGlob } from '../core/library/files/markdownName.ts';
import type { WorkspaceFolders, WorkspaceSettings } from '../core/library/workspace.ts';
import { isOpportunities } from '../core/questions/opportunities/opportunityFiles.ts';
import type { FileAnalysis } from '../worker/protocol.ts';
import type { DiskAnalysis } from './diskAnalysis.ts';
import { createFolderFilter, type FolderFilter } from './folderFilter.ts';
import { currentText, isOnDisk, isUnsaved, openDocument, type readTextOrFail } from './readText.ts';
import { Slices } from './slices.ts';
import { DiskFile, type StoryFile } from './storyFile.ts';
import type { StoryFiles } from './storyFiles.ts';
import { isWithin, pathIn } from './uris.ts';

/** Files that are read through the editor before what they hold is shown, and before the editor gets its turn. */
const batchSize = 20;

type Reading = readonly [uri: vscode.Uri, file: StoryFile | undefined];

/** Where the readings of a file are. */
interface FileInHand {
	/** How many there are at once. */
	readings: number;
	/** The one that began last. */
	latest: number;
	/** The latest that was taken in, or may not be any more. */
	settled: number;
}

/** Reads into {@link StoryFiles} what settings and ignore files let through, as it is in the editor, else on the disk. */
export class StoryReader {
	readonly #files: StoryFiles;
	readonly #disk: DiskAnalysis;
	readonly #workspace: WorkspaceFolders & WorkspaceSettings;
	readonly #isMoving: (uri: vscode.Uri) => boolean;
	readonly #readText: typeof readTextOrFail;
	readonly #filters = new Map<string, Promise<FolderFilter>>();
	/** The files that are being read. */
	readonly #inHand = new Map<string, FileInHand>();
	/** Counts the readings: an older one that takes longer than a newer one, or outlives its file, counts for nothing. */
	#readings = 0;

	/**
	 * @param disk reads what no editor holds, where it can, many times faster than the editor would
	 * @param workspace tells which files list opportunities
	 * @param isMoving whether the editor is just renaming a file, so that it is about to be told of under its new name
	 * @param readText reads what `disk` does not
	 */
	constructor(
		files: StoryFiles,
		disk: DiskAnalysis,
		workspace: WorkspaceFolders & WorkspaceSettings,
		isMoving: (uri: vscode.Uri) => boolean,
		readText: typeof readTextOrFail,
	) {
		this.#readText = readText;
		this.#files = files;
		this.#workspace = workspace;
		this.#isMoving = isMoving;
		this.#disk = disk;
	}

	/** Settings and ignore files are to be read anew. */
	renewFilters(): void {
		this.#filters.clear();
	}

	/** Lists the files that may hold stories in a folder of the workspace, or in the part of it below `base`. */
	async list(folder: vscode.WorkspaceFolder, base = folder.uri): Promise<readonly vscode.Uri[]> {
		const filter = await this.#filterOf(folder);
		const uris = await vscode.workspace.findFiles(
			new vscode.RelativePattern(base, markdownGlob),
			filter.excludeGlob,
		);
		const accepted: vscode.Uri[] = [];
		const slices = new Slices();
		for (const uri of uris) {
			if (filter.accepts(pathIn(folder, uri))) accepted.push(uri);
			await slices.next();
		}
		return accepted;
	}

	/** Whether nothing below `uri` is ever read. */
	async excludes(folder: vscode.WorkspaceFolder, uri: vscode.Uri): Promise<boolean> {
		return (await this.#filterOf(folder)).excludes(pathIn(folder, uri));
	}

	/** Whether a file is about to be taken in. */
	isReading(uri: vscode.Uri): boolean {
		const state = this.#inHand.get(uri.toString());
		return state !== undefined && state.settled < state.latest;
	}

	/**
	 * Reads files and takes them in; those that are gone or not let through are forgotten.
	 *
	 * @param isWanted whether to go on
	 * @returns those that are there and could not be read; what is known of them stays
	 */
	async read(uris: readonly vscode.Uri[], isWanted: () => boolean = () => true): Promise<readonly vscode.Uri[]> {
		const reading = ++this.#readings;
		const states = uris.map((uri) => this.#takeInHand(uri.toString(), reading));
		try {
			const heldUp = await this.#readAs(reading, uris, isWanted);
			// A newer reading tells of it by itself.
			return heldUp.filter((uri) => this.isReading(uri) && this.#inHand.get(uri.toString())?.latest === reading);
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

	async #readAs(
		reading: number,
		uris: readonly vscode.Uri[],
		isWanted: () => boolean,
	): Promise<readonly vscode.Uri[]> {
		const take = (files: readonly Reading[]): void => {
			const newer = files.filter(([uri, file]) => {
				if (!file && this.#isMoving(uri)) return false;
				const state = this.#inHand.get(uri.toString());
				if (!state || state.settled > reading) return false;
				state.settled = reading;
				return true;
			});
			this.#files.update(newer);
		};
		const slices = new Slices();
		const accepted: vscode.Uri[] = [];
		const refused: Reading[] = [];
		for (const uri of uris) {
			if (await this.#accepts(uri)) accepted.push(uri);
			else refused.push([uri, undefined]);
			await slices.next();
		}
		take(refused);
		const closed = accepted.filter((uri) => this.#disk.reaches(uri) && !openDocument(uri));
		const isClosed = new Set(closed);
		const throughEditor = accepted.filter((uri) => !isClosed.has(uri));
		// What is open is looked at.
		const heldUp = await this.#readThroughEditor(throughEditor, take, isWanted);
		const left: vscode.Uri[] = [];
		await this.#disk.analyse(
			closed,
			(files) => {
				const readings = files.map(([uri, file]) => [uri, fromDisk(uri, file)] as const);
				left.push(...readings.flatMap(([uri, file]) => (file === 'unread' ? [uri] : [])));
				take(readings.flatMap(([uri, file]) => (file === 'unread' ? [] : [[uri, file] as const])));
			},
			isWanted,
		);
		return [...heldUp, ...(await this.#readThroughEditor(left, take, isWanted))];
	}

	/** Forgets a file, or all that lay in a folder, but for what an editor still holds unsaved. */
	forget(gone: vscode.Uri): void {
		const isGone = (uri: vscode.Uri) => isWithin(uri, gone) && !isUnsaved(openDocument(uri));
		const next = this.#readings + 1;
		for (const [key, state] of this.#inHand) if (isGone(vscode.Uri.parse(key, true))) state.settled = next;
		this.#files.forget(isGone);
	}

	/** @returns those that are there and could not be read */
	async #readThroughEditor(
		uris: readonly vscode.Uri[],
		take: (files: readonly Reading[]) => void,
		isWanted: () => boolean,
	): Promise<readonly vscode.Uri[]> {
		const heldUp: vscode.Uri[] = [];
		for (let next = 0; next < uris.length && isWanted(); next += batchSize) {
			const batch = uris.slice(next, next + batchSize).map(async (uri): Promise<readonly Reading[]> => {
				const source = await currentText(uri, this.#readText).catch(() => null);
				if (source !== null)
					return [[uri, source === undefined ? undefined : await this.#files.read(uri, source)]];
				heldUp.push(uri);
				return [];
			});
			take((await Promise.all(batch)).flat());
		}
		return heldUp;
	}

	async #accepts(uri: vscode.Uri): Promise<boolean> {
		const folder = vscode.workspace.getWorkspaceFolder(uri);
		// A story from elsewhere is checked while it is open; other schemes show versions, diffs and output.
		if (!folder) return uri.scheme === 'untitled' || (isOnDisk(uri) && openDocument(uri) !== undefined);
		return (
			!isOpportunities(uri.toString(), this.#workspace) &&
			(await this.#filterOf(folder)).accepts(pathIn(folder, uri))
		);
	}

	#filterOf(folder: vscode.WorkspaceFolder): Promise<FolderFilter> {
		const key = folder.uri.toString();
		let filter = this.#filters.get(key);
		if (!filter) this.#filters.set(key, (filter = createFolderFilter(folder)));
		return filter;
	}
}

/**
 * A file that was opened meanwhile, has another encoding, took too long or could not be read is left to the editor's
 * own way.
 */
function fromDisk(uri: vscode.Uri, file: FileAnalysis | undefined): StoryFile | undefined | 'unread' {
	if (!file || file.unread === 'encoding' || file.unread === 'failed' || openDocument(uri)) return 'unread';
	return file.analysis && new DiskFile(uri, file.analysis, file.lineLengths ?? '');
}
