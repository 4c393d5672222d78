import { Disposables } from './disposables.ts';
import type { Disposable, Event } from './event.ts';
import { isIgnoreFile } from './files/folderFilter.ts';
import { HeldFiles, lookAgainPauses } from './heldFiles.ts';
import { KeyedDebounce } from './keyedDebounce.ts';
import { type Log, logError } from './log.ts';
import { type ReadWorkspace, StoryReader, type StoryReaderParts } from './storyReader.ts';
import type { StoryFiles } from './storyFiles.ts';
import { commonFolder, isWithin, parentOf, topmost } from './uris.ts';
import type {
	FileChange,
	FileRename,
	WorkspaceDocuments,
	WorkspaceFiles,
	WorkspaceFolders,
	WorkspaceSearch,
	WorkspaceSettings,
} from './workspace.ts';

/** Pause after the last keystroke before a document is analysed, in milliseconds: shorter than the pause of a reader. */
const typingPause = 150;

/** Pause after the last change on disk before a file is read again, in milliseconds; some tools write in several steps. */
const diskPause = 50;

/** Pause after the last of many new files and folders before they are looked at, in milliseconds. */
const burstPause = 300;

/** How many things that were created together are looked at one by one. */
const maxLooks = 4;

/** Whether a name has an ending with letters, as files have and folders seldom do. */
function hasEnding(uri: string): boolean {
	return /\.[a-z]\w*$/iu.test(uri);
}

/** What {@link StoryScanner} uses of a workspace. */
export type FollowedWorkspace = ReadWorkspace &
	Pick<WorkspaceFolders, 'onDidChangeFolders'> &
	Pick<WorkspaceSettings, 'onDidChangeSettings'> &
	Pick<WorkspaceSearch, 'onDidChangeSearch'> &
	Pick<
		WorkspaceFiles,
		'onDidChangeFile' | 'watchEverything' | 'onWillRenameFiles' | 'onDidRenameFiles' | 'isFolder' | 'foldersIn'
	> &
	Pick<WorkspaceDocuments, 'documents' | 'onDidOpenDocument' | 'onDidChangeDocument' | 'onDidCloseDocument'>;

/** What {@link StoryScanner} takes. */
export interface StoryScannerParts extends Omit<StoryReaderParts, 'isMoving'> {
	readonly workspace: FollowedWorkspace;
	/** After which every story means something else. */
	readonly onDidChangeFrameworks: Event<void>;
	readonly log: Pick<Log, 'info' | 'error'>;
}

/**
 * Keeps {@link StoryFiles} true: reads the workspace once, then follows documents, files, folders and settings. While
 * nothing is known it is told of less, and may miss a folder that another program moves into another: it finds that
 * when it is asked to {@link lookAround}, and with the first story.
 */
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
	/** What was created and may be a folder. */
	readonly #created = new Set<string>();
	/** Whether the editor is just telling of what was created. */
	#isTelling = false;
	/** The folders that are to be looked at again, by the pause before that in milliseconds. */
	readonly #lookedAtAgain = new Map(lookAgainPauses.map((pause) => [pause, new Set<string>()]));
	/** Whether the workspace tells of whatever comes and goes. */
	#isToldEverything = true;
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

	/** Reads the workspace again where something may have come that was not told of. */
	async lookAround(): Promise<void> {
		if (!this.#isToldEverything) await this.scan();
	}

	/** Lists the files of the workspace that are searched for stories, by their URIs. */
	async list(): Promise<readonly string[]> {
		const found: string[] = [];
		for (const folder of this.#workspace.folders) found.push(...(await this.#reader.list(folder)));
		return found;
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
		const { clock } = this.#workspace;
		const started = clock.now();
		this.#reader.renewFilters();
		this.#files.invalidate();
		const found = await this.list();
		const opened = this.#workspace
			.documents()
			.filter((document) => this.#reader.mayHoldStories(document))
			.map(({ uri }) => uri);
		// What is known, or about to be, and is not found may be gone, excluded, or so new that the search missed it.
		await this.#readAll([...found, ...opened, ...this.#files.uris(), ...this.#reader.inHand()], generation);
		if (generation !== this.#generation) return;
		this.#beToldEverything(this.#files.size > 0);
		this.#log.info(
			`Read ${found.length} Markdown files in ${clock.now() - started} ms, ${this.#files.index.size} with stories.`,
		);
	}

	dispose(): void {
		this.#generation++;
		this.#disposables.dispose();
	}

	/** Reads what lies in the folders that came into the workspace as a whole. */
	async #readNewFolders(): Promise<void> {
		const created = topmost(this.#created);
		this.#created.clear();
		const folders = await this.#foldersAmong(created);
		if (folders.length === 0) return;
		// They may bring ignore files of their own, after files of them have been read.
		this.#reader.renewFilters();
		await this.#readBelow(folders);
		for (const [pause, waiting] of this.#lookedAtAgain) {
			// Once is enough where nobody waits for stories.
			if (!this.#isToldEverything && pause !== lookAgainPauses.at(-1)) continue;
			for (const folder of folders) waiting.add(folder);
			this.#lookAgain.schedule(
				String(pause),
				() => {
					const again = topmost(waiting);
					waiting.clear();
					void this.#readBelow(again).then(undefined, this.#report);
				},
				pause,
			);
		}
	}

	/**
	 * The folders among what was created that are not left out. Where a folder has got much at once it is listed; and
	 * what has come to many folders, and looks like files, is taken for files.
	 */
	async #foldersAmong(uris: readonly string[]): Promise<readonly string[]> {
		const byParent = new Map<string, string[]>();
		const isWide = new Set(uris.map(parentOf)).size > maxLooks;
		for (const uri of uris) {
			if (isWide && hasEnding(uri)) continue;
			const own = byParent.get(parentOf(uri));
			if (own) own.push(uri);
			else byParent.set(parentOf(uri), [uri]);
		}
		const found: string[] = [];
		for (const [parent, own] of byParent) {
			const folder = this.#workspace.folderOf(parent);
			if (!folder || (await this.#reader.excludes(folder, parent))) continue;
			const listed = own.length > maxLooks ? new Set(await this.#workspace.foldersIn(parent)) : undefined;
			for (const uri of own) {
				const isFolder = listed ? listed.has(uri) : await this.#workspace.isFolder(uri);
				if (isFolder && !(await this.#reader.excludes(folder, uri))) found.push(uri);
			}
		}
		return found;
	}

	/** Reads what lies in folders, and forgets what is no longer there. */
	async #readBelow(uris: readonly string[]): Promise<void> {
		const isBelow = (file: string) => uris.some((uri) => isWithin(file, uri));
		const found: string[] = [];
		for (const folder of this.#workspace.folders) {
			const own = uris.filter((uri) => this.#workspace.folderOf(uri)?.uri === folder.uri);
			// Each search is a process of its own.
			const bases = own.length > maxLooks ? [commonFolder(own)] : own;
			for (const base of bases) found.push(...(await this.#reader.list(folder, base)).filter(isBelow));
		}
		// Its files may have been told of as well.
		await this.#readAll(
			[...found, ...this.#files.uris().filter(isBelow)].filter((file) => !this.#reader.isReading(file)),
			this.#generation,
		);
	}

	/** Reads each file once. Stops where a newer scan has begun, which reads everything itself. */
	async #readAll(uris: readonly string[], generation: number): Promise<void> {
		// The newer one may have begun to read, and a later reading counts for more.
		if (generation !== this.#generation) return;
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
				if (!this.#isToldEverything) for (const { to } of renames) this.#readFolderSoon(to);
			}),
		);
		this.#disposables.add(
			this.#files.onDidChange(() => {
				if (this.#isToldEverything || this.#files.size === 0) return;
				this.#beToldEverything(true);
				// With what was not told of until now.
				this.#scanSoon();
			}),
		);
	}

	#follow({ kind, uri }: FileChange): void {
		if (isIgnoreFile(uri)) this.#scanSoon();
		else if (kind === 'deleted') {
			// A folder that is moved away or deleted is told of alone, without the files in it.
			if (this.#renaming.length > 0) this.#move(this.#renamesOf(uri));
			if (!this.#reader.misses(uri)) return;
			this.#reader.forget(uri);
			void this.#reader.isFilteredBy(uri).then((isFiltered) => isFiltered && this.#scanSoon(), this.#report);
		} else if (this.#reader.isNamedForStories(uri)) this.#readSoon(uri, this.#disk);
		// So is one that is moved in.
		else if (kind === 'created' && (!hasEnding(uri) || this.#files.index.size > 0)) this.#readFolderSoon(uri);
	}

	#beToldEverything(isWanted: boolean): void {
		this.#isToldEverything = isWanted;
		this.#workspace.watchEverything(isWanted);
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

	/** What is created by thousands is looked at together: nearly all of it are files that nobody asks about. */
	#readFolderSoon(uri: string): void {
		this.#created.add(uri);
		// What the editor tells of in one go sets one timer.
		if (this.#isTelling) return;
		this.#isTelling = true;
		void Promise.resolve().then(() => (this.#isTelling = false));
		const read = () => {
			this.#isTelling = false;
			this.#followReading(this.#readNewFolders());
		};
		this.#disk.schedule('folders', read, burstPause);
	}

	#scanSoon(): void {
		this.#disk.schedule('scan', () => void this.scan().then(undefined, this.#report));
	}
}
