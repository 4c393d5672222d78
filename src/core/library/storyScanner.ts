import { Disposables } from './disposables.ts';
import type { Disposable, Event } from './event.ts';
import { isIgnoreFile } from './files/folderFilter.ts';
import { HeldFiles, lookAgainPauses } from './heldFiles.ts';
import { KeyedDebounce } from './keyedDebounce.ts';
import { type Log, logError } from './log.ts';
import { type ReadWorkspace, StoryReader, type StoryReaderParts } from './storyReader.ts';
import type { StoryFiles } from './storyFiles.ts';
import { isWithin, parentOf } from './uris.ts';
import type {
	FileChange,
	FileRename,
	WorkspaceDocuments,
	WorkspaceFiles,
	WorkspaceFolder,
	WorkspaceFolders,
	WorkspaceSearch,
	WorkspaceSettings,
} from './workspace.ts';

/** Pause after the last keystroke before a document is analysed, in milliseconds: shorter than the pause of a reader. */
const typingPause = 150;

/** Pause after the last change on disk before a file is read again, in milliseconds; some tools write in several steps. */
const diskPause = 50;

/** Pause after the last of many new files before their folder is looked at, in milliseconds. */
const burstPause = 300;

/** Whether a name has an ending with letters, as files have and folders seldom do. */
function hasEnding(uri: string): boolean {
	return /\.[a-z]\w*$/iu.test(uri);
}

/** What {@link StoryScanner} uses of a workspace. */
export type FollowedWorkspace = ReadWorkspace &
	Pick<WorkspaceFolders, 'onDidChangeFolders'> &
	Pick<WorkspaceSettings, 'onDidChangeSettings'> &
	Pick<WorkspaceSearch, 'onDidChangeSearch'> &
	Pick<WorkspaceFiles, 'onDidChangeFile' | 'onWillRenameFiles' | 'onDidRenameFiles' | 'isFolder' | 'foldersIn'> &
	Pick<WorkspaceDocuments, 'documents' | 'onDidOpenDocument' | 'onDidChangeDocument' | 'onDidCloseDocument'>;

/** What {@link StoryScanner} takes. */
export interface StoryScannerParts extends Omit<StoryReaderParts, 'isMoving'> {
	readonly workspace: FollowedWorkspace;
	/** After which every story means something else. */
	readonly onDidChangeFrameworks: Event<void>;
	readonly log: Pick<Log, 'info' | 'error'>;
}

/** Keeps {@link StoryFiles} true: reads the workspace once, then follows documents, files, folders and settings. */
export class StoryScanner implements Disposable {
	readonly #files: StoryFiles;
	readonly #workspace: FollowedWorkspace;
	readonly #reader: StoryReader;
	readonly #log: Pick<Log, 'info'>;
	readonly #report: (error: unknown) => void;
	readonly #disposables = new Disposables();
	readonly #typing: KeyedDebounce;
	readonly #disk: KeyedDebounce;
	readonly #together: KeyedDebounce;
	readonly #lookAgain: KeyedDebounce;
	readonly #held: HeldFiles;
	readonly #due = new Set<string>();
	/** What was created and may be a folder, by the folder it lies in. */
	readonly #created = new Map<string, Set<string>>();
	/** What the editor renames at the moment. */
	#renaming: readonly FileRename[] = [];
	/** Counts the scans, so that one that was overtaken stops. */
	#generation = 0;

	#latest: Promise<void> = Promise.resolve();
	/** Readings of files and folders beside the scans. */
	readonly #running = new Set<Promise<void>>();

	constructor(parts: StoryScannerParts) {
		const { files, workspace, log } = parts;
		this.#files = files;
		this.#workspace = workspace;
		this.#reader = new StoryReader({ ...parts, isMoving: (uri) => this.#renamesOf(uri).length > 0 });
		this.#log = log;
		this.#report = logError(log);
		const { clock } = workspace;
		this.#typing = this.#disposables.add(new KeyedDebounce(clock, typingPause));
		this.#disk = this.#disposables.add(new KeyedDebounce(clock, diskPause));
		this.#together = this.#disposables.add(new KeyedDebounce(clock, 0));
		this.#lookAgain = this.#disposables.add(new KeyedDebounce(clock, 0));
		this.#held = this.#disposables.add(new HeldFiles(clock));
		this.#followDocuments();
		this.#followFiles();
		for (const event of [
			parts.onDidChangeFrameworks,
			workspace.onDidChangeFolders,
			workspace.onDidChangeSettings,
			workspace.onDidChangeSearch,
		])
			this.#disposables.add(event(() => this.#scanSoon()));
	}

	/**
	 * Reads the whole workspace again; what is known stays until something newer takes its place.
	 *
	 * @returns resolves when this scan, or one that overtook it, is over
	 */
	async scan(): Promise<void> {
		const run = this.#scan(++this.#generation);
		this.#latest = run;
		await run;
		await this.#scansOver();
	}

	/**
	 * Resolves when everything that has happened is known: what would be read after a pause is read now. At once where
	 * nothing is to be read, though no scan may have begun.
	 */
	async caughtUp(): Promise<void> {
		for (;;) {
			for (const soon of [this.#typing, this.#disk, this.#together]) soon.flush();
			await this.#scansOver();
			if (this.#running.size === 0) return;
			await Promise.all(this.#running);
		}
	}

	async #scansOver(): Promise<void> {
		for (let run: Promise<void> | undefined; run !== this.#latest;) {
			run = this.#latest;
			// Whoever began it tells of its failure.
			await run.catch(() => undefined);
		}
	}

	async #scan(generation: number): Promise<void> {
		const { clock, folders } = this.#workspace;
		const started = clock.now();
		this.#reader.renewFilters();
		this.#files.invalidate();
		const found: string[] = [];
		for (const folder of folders) found.push(...(await this.#reader.list(folder)));
		const opened = this.#workspace
			.documents()
			.filter((document) => this.#reader.mayHoldStories(document))
			.map(({ uri }) => uri);
		// What is known, or about to be, and is not found may be gone, excluded, or so new that the search missed it.
		await this.#readAll([...found, ...opened, ...this.#files.uris(), ...this.#reader.inHand()], generation);
		if (generation !== this.#generation) return;
		this.#log.info(
			`Read ${found.length} Markdown files in ${clock.now() - started} ms, ${this.#files.index.size} with stories.`,
		);
	}

	dispose(): void {
		this.#generation++;
		this.#disposables.dispose();
	}

	/** Reads what lies in a folder that came into the workspace as a whole. */
	async #readFolder(uri: string): Promise<void> {
		const folder = this.#workspace.folderOf(uri);
		if (!folder || (await this.#reader.excludes(folder, uri)) || !(await this.#workspace.isFolder(uri))) return;
		// It may bring ignore files of its own, after files of it have been read.
		this.#reader.renewFilters();
		await this.#readBelow(folder, uri);
		for (const pause of lookAgainPauses)
			this.#lookAgain.schedule(
				`${pause} ${uri}`,
				() => void this.#readBelow(folder, uri).then(undefined, this.#report),
				pause,
			);
	}

	/** Reads what lies in a folder, and forgets what is no longer there. */
	async #readBelow(folder: WorkspaceFolder, uri: string): Promise<void> {
		const listed = await this.#reader.list(folder, uri);
		const known = this.#files.uris().filter((file) => isWithin(file, uri));
		// Its files may have been told of as well.
		await this.#readAll(
			[...listed, ...known].filter((file) => !this.#reader.isReading(file)),
			this.#generation,
		);
	}

	/** Reads each file once. Stops where a newer scan has begun, which reads everything itself. */
	async #readAll(uris: readonly string[], generation: number): Promise<void> {
		await this.#read([...new Set(uris)], () => generation === this.#generation);
	}

	async #read(uris: readonly string[], isWanted?: () => boolean): Promise<void> {
		const heldUp = new Set(await this.#reader.read(uris, isWanted));
		for (const uri of uris) {
			// What is known of it counts meanwhile.
			if (heldUp.has(uri) && this.#held.wait(uri, () => this.#readSoon(uri, this.#disk))) continue;
			this.#held.release(uri);
			if (heldUp.has(uri)) this.#reader.forget(uri);
		}
	}

	#followDocuments(): void {
		const { onDidOpenDocument, onDidChangeDocument, onDidCloseDocument } = this.#workspace;
		for (const event of [onDidOpenDocument, onDidChangeDocument])
			this.#disposables.add(
				event(
					(document) => this.#reader.mayHoldStories(document) && this.#readSoon(document.uri, this.#typing),
				),
			);
		// What was typed and thrown away is not on the disk.
		this.#disposables.add(onDidCloseDocument((uri) => this.#readSoon(uri, this.#typing)));
	}

	#followFiles(): void {
		const { onDidChangeFile, onWillRenameFiles, onDidRenameFiles } = this.#workspace;
		this.#disposables.add(onDidChangeFile((change) => this.#follow(change)));
		this.#disposables.add(onWillRenameFiles((renames) => (this.#renaming = renames)));
		this.#disposables.add(
			onDidRenameFiles((renames) => {
				// A file that comes under the old name later is another one.
				this.#renaming = [];
				this.#move(renames);
			}),
		);
	}

	#follow({ kind, uri }: FileChange): void {
		if (isIgnoreFile(uri)) this.#scanSoon();
		else if (kind === 'deleted') {
			// A folder that is moved away or deleted is told of alone, without the files in it.
			this.#move(this.#renamesOf(uri));
			this.#reader.forget(uri);
			void this.#reader.isFilteredBy(uri).then((isFiltered) => isFiltered && this.#scanSoon(), this.#report);
		} else if (this.#reader.isNamedForStories(uri)) this.#readSoon(uri, this.#disk);
		// So is one that is moved in.
		else if (kind === 'created' && hasEnding(uri)) this.#lookIntoSoon(parentOf(uri), uri);
		else if (kind === 'created') this.#readFolderSoon(uri);
	}

	#renamesOf(uri: string): readonly FileRename[] {
		return this.#renaming.filter(({ from }) => isWithin(uri, from));
	}

	/** What a view shows of a story stays under its new name, whether the editor or the disk tells of it first. */
	#move(renames: readonly FileRename[]): void {
		for (const { from, to } of this.#files.move(renames)) {
			this.#readSoon(to, this.#disk);
			// Another program may have put a file there meanwhile.
			this.#readSoon(from, this.#disk);
		}
	}

	/** What is due in the same moment, as hundreds of files are after a checkout, is read as one: the views change once. */
	#readSoon(uri: string, debounce: KeyedDebounce): void {
		debounce.schedule(uri, () => {
			if (this.#due.size === 0) this.#together.schedule('read', () => this.#readDue());
			this.#due.add(uri);
		});
	}

	#readDue(): void {
		const uris = [...this.#due];
		this.#due.clear();
		this.#followReading(this.#read(uris));
	}

	#followReading(reading: Promise<void>): void {
		const over = reading.catch(this.#report).finally(() => this.#running.delete(over));
		this.#running.add(over);
	}

	#readFolderSoon(uri: string): void {
		// Beside what is due for it as a file, which it may be after all.
		this.#disk.schedule(`folder ${uri}`, () => this.#followReading(this.#readFolder(uri)));
	}

	/**
	 * Nearly all that has an ending is a file, and files are created by thousands: their folder is asked once which of
	 * them are folders after all.
	 */
	#lookIntoSoon(parent: string, uri: string): void {
		const created = this.#created.get(parent) ?? new Set();
		this.#created.set(parent, created.add(uri));
		this.#lookAgain.schedule(
			`in ${parent}`,
			() => void this.#lookInto(parent).then(undefined, this.#report),
			burstPause,
		);
	}

	async #lookInto(parent: string): Promise<void> {
		const created = this.#created.get(parent);
		this.#created.delete(parent);
		const folder = this.#workspace.folderOf(parent);
		if (!created || !folder || (await this.#reader.excludes(folder, parent))) return;
		for (const uri of await this.#workspace.foldersIn(parent)) if (created.has(uri)) await this.#readFolder(uri);
	}

	#scanSoon(): void {
		this.#disk.schedule('scan', () => void this.scan().then(undefined, this.#report));
	}
}
