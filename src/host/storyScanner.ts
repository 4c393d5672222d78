import * as vscode from 'vscode';
import { Disposables } from './disposables.ts';
import { createFileFilter, type FileFilter } from './fileFilter.ts';
import { ignoreFileGlob } from './ignoreFiles.ts';
import { settingsSection } from './ids.ts';
import { KeyedDebounce } from './keyedDebounce.ts';
import { currentText, isMarkdown, isOnDisk, isUnsaved, markdownGlob, markdownName, openDocument } from './markdownFiles.ts';
import type { StoryFiles } from './storyFiles.ts';

/** Pause after the last keystroke before a document is analysed, in milliseconds: shorter than the pause of a reader. */
const typingPause = 150;

/** Pause after the last change on disk before a file is read again, in milliseconds; some tools write in several steps. */
const diskPause = 50;

/** Files that are read before what they hold is shown, and before the editor gets its turn. */
const batchSize = 20;

/** Keeps {@link StoryFiles} true: reads the workspace once, then follows documents, files, folders and settings. */
export class StoryScanner implements vscode.Disposable {
	readonly #files: StoryFiles;
	readonly #log: vscode.LogOutputChannel;
	readonly #disposables = new Disposables();
	readonly #typing = this.#disposables.add(new KeyedDebounce(typingPause));
	readonly #disk = this.#disposables.add(new KeyedDebounce(diskPause));
	readonly #filters = new Map<string, Promise<FileFilter>>();
	/** Counts the scans, so that one that was overtaken stops. */
	#generation = 0;

	#latest: Promise<void> = Promise.resolve();

	/** @param frameworksChanged after which every story means something else */
	constructor(files: StoryFiles, frameworksChanged: vscode.Event<void>, log: vscode.LogOutputChannel) {
		this.#files = files;
		this.#log = log;
		this.#disposables.add(frameworksChanged(() => this.#scanSoon()));
		this.#followDocuments();
		this.#followFiles();
		this.#followSettings();
	}

	/**
	 * Reads the whole workspace again; what is known stays until something newer takes its place.
	 * @returns resolves when this scan, or one that overtook it, is over
	 */
	async scan(): Promise<void> {
		const run = this.#scan(++this.#generation);
		this.#latest = run;
		await run;
		if (this.#latest !== run) await this.#latest;
	}

	async #scan(generation: number): Promise<void> {
		const started = Date.now();
		this.#filters.clear();
		this.#files.invalidate();
		const found = new Set<string>();
		for (const folder of vscode.workspace.workspaceFolders ?? []) {
			for (const uri of await this.#list(folder)) found.add(uri.toString());
		}
		const pending = [...found].map((key) => vscode.Uri.parse(key, true));
		await this.#readInBatches(pending, generation);
		if (generation !== this.#generation) return;
		this.#files.forget((uri) => !found.has(uri.toString()) && !openDocument(uri));
		await this.#read(vscode.workspace.textDocuments.filter(isMarkdown).map(({ uri }) => uri));
		this.#log.info(`Read ${pending.length} Markdown files in ${Date.now() - started} ms, ${this.#files.index.files().length} with stories.`);
	}

	dispose(): void {
		this.#generation++;
		this.#disposables.dispose();
	}

	/** The files that may hold stories in a folder of the workspace, or in the part of it below `base`. */
	async #list(folder: vscode.WorkspaceFolder, base = folder.uri): Promise<readonly vscode.Uri[]> {
		const filter = await this.#filterOf(folder);
		const uris = await vscode.workspace.findFiles(new vscode.RelativePattern(base, markdownGlob), filter.excludeGlob);
		return uris.filter((uri) => filter.accepts(pathIn(folder, uri)));
	}

	/** Reads what lies in a folder that came into the workspace as a whole. */
	async #readFolder(uri: vscode.Uri): Promise<void> {
		const folder = vscode.workspace.getWorkspaceFolder(uri);
		if (!folder || (await this.#filterOf(folder)).excludes(pathIn(folder, uri)) || !(await isDirectory(uri))) return;
		// It may bring ignore files of its own.
		this.#filters.delete(folder.uri.toString());
		const listed = await this.#list(folder, uri);
		const accepted = new Set(listed.map(String));
		// A file of it may have been read before the ignore files were.
		this.#files.forget((file) => isWithin(file, uri) && !accepted.has(file.toString()) && !openDocument(file));
		await this.#readInBatches(listed, this.#generation);
	}

	/** Stops where a newer scan has begun, which reads everything itself. */
	async #readInBatches(uris: readonly vscode.Uri[], generation: number): Promise<void> {
		for (let next = 0; next < uris.length && generation === this.#generation; next += batchSize) {
			await this.#read(uris.slice(next, next + batchSize));
		}
	}

	/** Reads files, the open ones as they are in the editor, and takes them in together. */
	async #read(uris: readonly vscode.Uri[]): Promise<void> {
		const texts = await Promise.all(
			uris.map(async (uri) => {
				const source = (await this.#accepts(uri)) ? await currentText(uri) : undefined;
				return [uri, source] as const;
			}),
		);
		this.#files.update(texts);
	}

	async #accepts(uri: vscode.Uri): Promise<boolean> {
		const folder = vscode.workspace.getWorkspaceFolder(uri);
		// A story from elsewhere is checked while it is open; other schemes show versions, diffs and output.
		if (!folder) return uri.scheme === 'untitled' || (isOnDisk(uri) && openDocument(uri) !== undefined);
		return (await this.#filterOf(folder)).accepts(pathIn(folder, uri));
	}

	#filterOf(folder: vscode.WorkspaceFolder): Promise<FileFilter> {
		const key = folder.uri.toString();
		let filter = this.#filters.get(key);
		if (!filter) this.#filters.set(key, (filter = createFileFilter(folder)));
		return filter;
	}

	#followDocuments(): void {
		const { workspace } = vscode;
		this.#disposables.add(workspace.onDidOpenTextDocument((document) => isMarkdown(document) && this.#readSoon(document.uri, this.#typing)));
		this.#disposables.add(workspace.onDidChangeTextDocument(({ document }) => isMarkdown(document) && this.#readSoon(document.uri, this.#typing)));
		// What was typed and thrown away is not on the disk.
		this.#disposables.add(workspace.onDidCloseTextDocument((document) => this.#readSoon(document.uri, this.#typing)));
	}

	#followFiles(): void {
		const markdown = this.#disposables.add(vscode.workspace.createFileSystemWatcher(markdownGlob));
		this.#disposables.add(markdown.onDidCreate((uri) => this.#readSoon(uri, this.#disk)));
		this.#disposables.add(markdown.onDidChange((uri) => this.#readSoon(uri, this.#disk)));
		// A folder that is moved, in or away, or deleted is reported alone, without the files in it.
		const everything = this.#disposables.add(vscode.workspace.createFileSystemWatcher('**', false, true, false));
		this.#disposables.add(everything.onDidCreate((uri) => markdownName.test(uri.path) || this.#readFolderSoon(uri)));
		this.#disposables.add(everything.onDidDelete((gone) => this.#files.forget((uri) => isWithin(uri, gone) && !isUnsaved(openDocument(uri)))));
		const ignoreFiles = this.#disposables.add(vscode.workspace.createFileSystemWatcher(ignoreFileGlob));
		for (const event of [ignoreFiles.onDidCreate, ignoreFiles.onDidChange, ignoreFiles.onDidDelete]) {
			this.#disposables.add(event(() => this.#scanSoon()));
		}
		this.#disposables.add(vscode.workspace.onDidChangeWorkspaceFolders(() => this.#scanSoon()));
	}

	#followSettings(): void {
		const sections = [settingsSection, 'files.exclude', 'search.exclude', 'search.useIgnoreFiles'];
		this.#disposables.add(
			vscode.workspace.onDidChangeConfiguration((event) => {
				if (sections.some((section) => event.affectsConfiguration(section))) this.#scanSoon();
			}),
		);
	}

	#readSoon(uri: vscode.Uri, debounce: KeyedDebounce): void {
		debounce.schedule(uri.toString(), () => void this.#read([uri]).then(undefined, this.#report));
	}

	#readFolderSoon(uri: vscode.Uri): void {
		this.#disk.schedule(uri.toString(), () => void this.#readFolder(uri).then(undefined, this.#report));
	}

	#scanSoon(): void {
		this.#disk.schedule('scan', () => void this.scan().then(undefined, this.#report));
	}

	readonly #report = (error: unknown): void => this.#log.error(error instanceof Error ? error : String(error));
}

async function isDirectory(uri: vscode.Uri): Promise<boolean> {
	try {
		return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
	} catch {
		// It is gone already.
		return false;
	}
}

function pathIn(folder: vscode.WorkspaceFolder, uri: vscode.Uri): string {
	return uri.path.slice(folder.uri.path.replace(/\/$/u, '').length + 1);
}

function isWithin(uri: vscode.Uri, parent: vscode.Uri): boolean {
	return uri.scheme === parent.scheme && uri.authority === parent.authority && (uri.path === parent.path || uri.path.startsWith(`${parent.path}/`));
}
