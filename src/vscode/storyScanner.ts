import * as vscode from 'vscode';
import { Disposables } from '../core/library/disposables.ts';
import { markdownGlob, markdownName } from '../core/library/files/markdownName.ts';
import { KeyedDebounce } from '../core/library/keyedDebounce.ts';
import type { WorkspaceFolders, WorkspaceSettings } from '../core/library/workspace.ts';
import type { DiskAnalysis } from './diskAnalysis.ts';
import { ignoreFileGlob } from './folderFilter.ts';
import { settingsSection } from './ids.ts';
import { logError } from './log.ts';
import { isMarkdown, readTextOrFail } from './readText.ts';
import type { StoryFiles } from './storyFiles.ts';
import { StoryReader } from './storyReader.ts';
import { isWithin } from './uris.ts';
import { systemClock } from './workspace.ts';

/** Pause after the last keystroke before a document is analysed, in milliseconds: shorter than the pause of a reader. */
const typingPause = 150;

/** Pause after the last change on disk before a file is read again, in milliseconds; some tools write in several steps. */
const diskPause = 50;

/**
 * Pauses before something is looked at again, in milliseconds: a file that could not be read, as another program may
 * hold it for a moment; and a folder that came as a whole. VS Code begins to watch a new folder a while after it tells
 * of it, later on a busy machine, and tells nothing of what happened to its files until then.
 */
const lookAgainPauses = [1000, 5000] as const;

type Rename = Parameters<StoryFiles['move']>[0][number];

/** Keeps {@link StoryFiles} true: reads the workspace once, then follows documents, files, folders and settings. */
export class StoryScanner implements vscode.Disposable {
	readonly #files: StoryFiles;
	readonly #reader: StoryReader;
	readonly #log: vscode.LogOutputChannel;
	readonly #report: (error: unknown) => void;
	readonly #disposables = new Disposables();
	readonly #typing = this.#disposables.add(new KeyedDebounce(systemClock, typingPause));
	readonly #disk = this.#disposables.add(new KeyedDebounce(systemClock, diskPause));
	readonly #together = this.#disposables.add(new KeyedDebounce(systemClock, 0));
	readonly #due = new Map<string, vscode.Uri>();
	readonly #lookAgain = this.#disposables.add(new KeyedDebounce(systemClock, 0));
	/** Since when files could not be read that are there, in milliseconds since 1970. */
	readonly #heldUpSince = new Map<string, number>();
	/** What the editor renames at the moment. */
	#renaming: readonly Rename[] = [];
	/** Counts the scans, so that one that was overtaken stops. */
	#generation = 0;

	#latest: Promise<void> = Promise.resolve();

	/**
	 * @param disk reads files that no editor holds
	 * @param workspace tells which files list opportunities
	 * @param frameworksChanged after which every story means something else
	 * @param readText reads files that `disk` does not reach
	 */
	constructor(
		files: StoryFiles,
		disk: DiskAnalysis,
		workspace: WorkspaceFolders & WorkspaceSettings,
		frameworksChanged: vscode.Event<void>,
		log: vscode.LogOutputChannel,
		readText = readTextOrFail,
	) {
		this.#files = files;
		this.#reader = new StoryReader(files, disk, workspace, (uri) => this.#renamesOf(uri).length > 0, readText);
		this.#log = log;
		this.#report = logError(log);
		this.#disposables.add(frameworksChanged(() => this.#scanSoon()));
		this.#followDocuments();
		this.#followFiles();
		this.#followSettings();
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
		await this.caughtUp();
	}

	/** Resolves when no scan is running; at once where none is, though none may have begun. */
	async caughtUp(): Promise<void> {
		for (let run: Promise<void> | undefined; run !== this.#latest;) {
			run = this.#latest;
			// Whoever began it tells of its failure.
			await run.catch(() => undefined);
		}
	}

	async #scan(generation: number): Promise<void> {
		const started = Date.now();
		this.#reader.renewFilters();
		this.#files.invalidate();
		const found: vscode.Uri[] = [];
		for (const folder of vscode.workspace.workspaceFolders ?? []) found.push(...(await this.#reader.list(folder)));
		const opened = vscode.workspace.textDocuments.filter(isMarkdown).map(({ uri }) => uri);
		// What was known and is not found may be gone, excluded, or so new that the search missed it.
		await this.#readAll([...found, ...opened, ...this.#files.uris()], generation);
		if (generation !== this.#generation) return;
		this.#log.info(
			`Read ${found.length} Markdown files in ${Date.now() - started} ms, ${this.#files.index.size} with stories.`,
		);
	}

	dispose(): void {
		this.#generation++;
		this.#disposables.dispose();
	}

	/** Reads what lies in a folder that came into the workspace as a whole. */
	async #readFolder(uri: vscode.Uri): Promise<void> {
		const folder = vscode.workspace.getWorkspaceFolder(uri);
		if (!folder || (await this.#reader.excludes(folder, uri)) || !(await isDirectory(uri))) return;
		// It may bring ignore files of its own, after files of it have been read.
		this.#reader.renewFilters();
		await this.#readBelow(folder, uri);
		for (const pause of lookAgainPauses)
			this.#lookAgain.schedule(
				`${pause} ${uri.toString()}`,
				() => void this.#readBelow(folder, uri).then(undefined, this.#report),
				pause,
			);
	}

	/** Reads what lies in a folder, and forgets what is no longer there. */
	async #readBelow(folder: vscode.WorkspaceFolder, uri: vscode.Uri): Promise<void> {
		const listed = await this.#reader.list(folder, uri);
		const known = this.#files.uris().filter((file) => isWithin(file, uri));
		// Its files may have been told of as well.
		await this.#readAll(
			[...listed, ...known].filter((file) => !this.#reader.isReading(file)),
			this.#generation,
		);
	}

	/** Reads each file once. Stops where a newer scan has begun, which reads everything itself. */
	async #readAll(uris: readonly vscode.Uri[], generation: number): Promise<void> {
		const pending = [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
		await this.#read(pending, () => generation === this.#generation);
	}

	async #read(uris: readonly vscode.Uri[], isWanted?: () => boolean): Promise<void> {
		const heldUp = new Set(await this.#reader.read(uris, isWanted));
		if (heldUp.size === 0 && this.#heldUpSince.size === 0) return;
		for (const uri of uris) {
			if (heldUp.has(uri)) this.#readLater(uri);
			else this.#heldUpSince.delete(uri.toString());
		}
	}

	/** What is known of the file counts meanwhile; where it can't be read in the end it is as good as gone. */
	#readLater(uri: vscode.Uri): void {
		const key = uri.toString();
		const since = this.#heldUpSince.get(key) ?? Date.now();
		this.#heldUpSince.set(key, since);
		const waited = Date.now() - since;
		const next = lookAgainPauses.find((pause) => pause > waited);
		if (next === undefined) {
			this.#heldUpSince.delete(key);
			this.#reader.forget(uri);
		} else {
			this.#lookAgain.schedule(key, () => this.#readSoon(uri, this.#disk), next - waited);
		}
	}

	#followDocuments(): void {
		const { workspace } = vscode;
		this.#disposables.add(
			workspace.onDidOpenTextDocument(
				(document) => isMarkdown(document) && this.#readSoon(document.uri, this.#typing),
			),
		);
		this.#disposables.add(
			workspace.onDidChangeTextDocument(
				({ document }) => isMarkdown(document) && this.#readSoon(document.uri, this.#typing),
			),
		);
		// What was typed and thrown away is not on the disk.
		this.#disposables.add(
			workspace.onDidCloseTextDocument((document) => this.#readSoon(document.uri, this.#typing)),
		);
	}

	#followFiles(): void {
		const markdown = this.#disposables.add(vscode.workspace.createFileSystemWatcher(markdownGlob));
		this.#disposables.add(markdown.onDidCreate((uri) => this.#readSoon(uri, this.#disk)));
		this.#disposables.add(markdown.onDidChange((uri) => this.#readSoon(uri, this.#disk)));
		// A folder that is moved, in or away, or deleted is reported alone, without the files in it.
		const everything = this.#disposables.add(vscode.workspace.createFileSystemWatcher('**', false, true, false));
		this.#disposables.add(
			everything.onDidCreate((uri) => markdownName.test(uri.path) || this.#readFolderSoon(uri)),
		);
		this.#disposables.add(
			everything.onDidDelete((uri) => {
				this.#move(this.#renamesOf(uri));
				this.#reader.forget(uri);
			}),
		);
		this.#disposables.add(vscode.workspace.onWillRenameFiles(({ files }) => (this.#renaming = files)));
		this.#disposables.add(
			vscode.workspace.onDidRenameFiles(({ files }) => {
				// A file that comes under the old name later is another one.
				this.#renaming = [];
				this.#move(files);
			}),
		);
		const ignoreFiles = this.#disposables.add(vscode.workspace.createFileSystemWatcher(ignoreFileGlob));
		for (const event of [ignoreFiles.onDidCreate, ignoreFiles.onDidChange, ignoreFiles.onDidDelete]) {
			this.#disposables.add(event(() => this.#scanSoon()));
		}
		this.#disposables.add(vscode.workspace.onDidChangeWorkspaceFolders(() => this.#scanSoon()));
	}

	#renamesOf(uri: vscode.Uri): readonly Rename[] {
		return this.#renaming.filter(({ oldUri }) => isWithin(uri, oldUri));
	}

	/** What a view shows of a story stays under its new name, whether the editor or the disk tells of it first. */
	#move(renames: readonly Rename[]): void {
		for (const { to } of this.#files.move(renames)) this.#readSoon(to, this.#disk);
	}

	#followSettings(): void {
		const sections = [settingsSection, 'files.exclude', 'search.exclude', 'search.useIgnoreFiles'];
		this.#disposables.add(
			vscode.workspace.onDidChangeConfiguration((event) => {
				if (sections.some((section) => event.affectsConfiguration(section))) this.#scanSoon();
			}),
		);
	}

	/** What is due in the same moment, as hundreds of files are after a checkout, is read as one: the views change once. */
	#readSoon(uri: vscode.Uri, debounce: KeyedDebounce): void {
		debounce.schedule(uri.toString(), () => {
			if (this.#due.size === 0) this.#together.schedule('read', () => this.#readDue());
			this.#due.set(uri.toString(), uri);
		});
	}

	#readDue(): void {
		const uris = [...this.#due.values()];
		this.#due.clear();
		void this.#read(uris).then(undefined, this.#report);
	}

	#readFolderSoon(uri: vscode.Uri): void {
		this.#disk.schedule(uri.toString(), () => void this.#readFolder(uri).then(undefined, this.#report));
	}

	#scanSoon(): void {
		this.#disk.schedule('scan', () => void this.scan().then(undefined, this.#report));
	}
}

async function isDirectory(uri: vscode.Uri): Promise<boolean> {
	try {
		return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
	} catch {
		// It is gone already.
		return false;
	}
}
