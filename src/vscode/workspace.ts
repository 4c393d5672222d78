import * as vscode from 'vscode';
import { Disposables } from '../core/library/disposables.ts';
import { Emitter, type Event } from '../core/library/event.ts';
import { patternsOn } from '../core/library/files/fileFilter.ts';
import { markdownAssociations } from '../core/library/files/markdownName.ts';
import { type Log, logError } from '../core/library/log.ts';
import type { StorySettings } from '../core/library/settings.ts';
import type {
	Clock,
	DocumentEdits,
	FileChange,
	FileRename,
	OpenDocument,
	Workspace,
	WorkspaceFolder,
} from '../core/library/workspace.ts';
import { FileWatchers } from './fileWatchers.ts';
import { createFile, decode, findInMemory, readBytes, readText, reasonAgainstWriting } from './files.ts';
import { samplesScheme, settingsSection } from './ids.ts';
import { ignoresCase, realPathOf } from './nodeFiles.ts';
import { toTextEdits } from './positions.ts';
import { areFrameworksChosen, readSettings } from './settings.ts';

/** The time of this machine. */
export const systemClock: Clock = {
	now: () => Date.now(),
	elapsed: () => performance.now(),
	schedule(action, milliseconds) {
		const timer: unknown = setTimeout(action, milliseconds);
		return { dispose: () => clearTimeout(timer) };
	},
};

/** The tabs that show a file, whatever else they show beside it. @param uri as a string */
function tabsOf(uri: string): readonly vscode.Tab[] {
	return vscode.window.tabGroups.all.flatMap(({ tabs }) =>
		tabs.filter(({ input }) => {
			if (input instanceof vscode.TabInputText) return input.uri.toString() === uri;
			if (input instanceof vscode.TabInputTextDiff)
				return [input.original, input.modified].some((side) => side.toString() === uri);
			return false;
		}),
	);
}

/**
 * VS Code opens a file that waits for about a second to be saved, behind the tab that is shown. Once it is saved,
 * nobody asked for it. One that is shown may be its author's own, who opened it meanwhile.
 *
 * @param uri as a string
 */
async function closeUnasked(uri: string): Promise<void> {
	const unasked = tabsOf(uri).filter(
		({ input, isActive, isDirty }) => input instanceof vscode.TabInputText && !isActive && !isDirty,
	);
	// The author may have closed it as well.
	if (unasked.length > 0) await vscode.window.tabGroups.close(unasked, true).then(undefined, () => undefined);
}

/** A document of VS Code. */
class VscodeDocument implements OpenDocument {
	readonly document: vscode.TextDocument;
	readonly uri: string;

	constructor(document: vscode.TextDocument) {
		this.document = document;
		this.uri = document.uri.toString();
	}

	get version(): number {
		return this.document.version;
	}

	get isUnsaved(): boolean {
		return this.document.isDirty || this.document.isUntitled;
	}

	get encoding(): string {
		return this.document.encoding;
	}

	get languageId(): string {
		return this.document.languageId;
	}

	getText(): string {
		return this.document.getText();
	}
}

const wrapped = new WeakMap<vscode.TextDocument, VscodeDocument>();

/** A document of VS Code as the core sees it: the same object as long as it is open. */
export function asOpenDocument(document: vscode.TextDocument): OpenDocument {
	let own = wrapped.get(document);
	if (!own) wrapped.set(document, (own = new VscodeDocument(document)));
	return own;
}

/** The workspace that VS Code has open. */
export class VscodeWorkspace implements Workspace, vscode.Disposable {
	readonly #disposables = new Disposables();
	readonly #report: (error: unknown) => void;
	readonly #fileWatchers: FileWatchers;
	/** Undefined until somebody asks after they have changed. */
	#folders: readonly WorkspaceFolder[] | undefined;
	/** The folder of the workspace in which the files of a directory lie, by the directory's URI. */
	readonly #folderOfDirectory = new Map<string, WorkspaceFolder | undefined>();
	/** The versions of documents that VS Code saved last. */
	readonly #savedVersions = new WeakMap<vscode.TextDocument, number>();

	readonly clock = systemClock;
	readonly ignoresCase = ignoresCase;
	readonly onDidChangeFolders: Event<void>;
	readonly onDidChangeSettings: Event<void>;
	readonly onDidChangeSearch: Event<void>;
	readonly onDidChangeFile: Event<FileChange>;
	readonly onDidDeleteFiles: Event<void>;
	readonly onWillRenameFiles: Event<readonly FileRename[]>;
	readonly onDidRenameFiles: Event<readonly FileRename[]>;
	readonly onDidOpenDocument: Event<OpenDocument>;
	readonly onDidChangeDocument: Event<OpenDocument>;
	readonly onDidCloseDocument: Event<string>;

	/** @param log receives what listeners throw */
	constructor(log: Pick<Log, 'error'>) {
		this.#report = logError(log);
		const { workspace } = vscode;
		this.onDidChangeFolders = this.#on(workspace.onDidChangeWorkspaceFolders, () => {
			this.#folders = undefined;
			this.#folderOfDirectory.clear();
			return [undefined];
		});
		const files = new Emitter<FileChange>(this.#report);
		this.#fileWatchers = this.#disposables.add(
			new FileWatchers(this, (kind, uri) => files.fire({ kind, uri: uri.toString() })),
		);
		this.onDidChangeFile = files.event;
		this.onDidDeleteFiles = this.#on(workspace.onDidDeleteFiles, () => [undefined]);
		const renamesIn = ({ files: renamed }: vscode.FileRenameEvent | vscode.FileWillRenameEvent) => [
			renamed.map(({ oldUri, newUri }): FileRename => ({ from: oldUri.toString(), to: newUri.toString() })),
		];
		this.onWillRenameFiles = this.#on(workspace.onWillRenameFiles, renamesIn);
		this.onDidRenameFiles = this.#on(workspace.onDidRenameFiles, renamesIn);
		const affecting =
			(...sections: readonly string[]) =>
			(event: vscode.ConfigurationChangeEvent) =>
				sections.some((section) => event.affectsConfiguration(section)) ? [undefined] : [];
		this.onDidChangeSettings = this.#on(workspace.onDidChangeConfiguration, affecting(settingsSection));
		this.onDidChangeSearch = this.#on(
			workspace.onDidChangeConfiguration,
			affecting('files.exclude', 'search.exclude', 'search.useIgnoreFiles', 'files.associations'),
		);
		for (const event of [this.onDidChangeFolders, this.onDidChangeSettings, this.onDidChangeSearch])
			this.#disposables.add(event(() => this.#fileWatchers.renew()));
		this.#fileWatchers.renew();
		this.#disposables.add(
			workspace.onDidSaveTextDocument((document) => this.#savedVersions.set(document, document.version)),
		);
		const ifOpen = (document: vscode.TextDocument) => (document.isClosed ? [] : [asOpenDocument(document)]);
		this.onDidOpenDocument = this.#on(workspace.onDidOpenTextDocument, ifOpen);
		this.onDidChangeDocument = this.#on(workspace.onDidChangeTextDocument, ({ document }) => ifOpen(document));
		this.onDidCloseDocument = this.#on(workspace.onDidCloseTextDocument, ({ uri }) => [uri.toString()]);
	}

	get folders(): readonly WorkspaceFolder[] {
		return (this.#folders ??= (vscode.workspace.workspaceFolders ?? []).map(asFolder));
	}

	folderOf(uri: string): WorkspaceFolder | undefined {
		const own = this.folders.find((folder) => folder.uri === uri);
		if (own) return own;
		// Files come by thousands, in far fewer directories.
		const directory = uri.slice(0, uri.lastIndexOf('/'));
		if (this.#folderOfDirectory.has(directory)) return this.#folderOfDirectory.get(directory);
		const found = vscode.workspace.getWorkspaceFolder(parsed(uri));
		const folder = found && this.folders.find((each) => each.uri === found.uri.toString());
		this.#folderOfDirectory.set(directory, folder);
		return folder;
	}

	shownPath(uri: string): string {
		return vscode.workspace.asRelativePath(parsed(uri));
	}

	settings(scope: string | undefined): StorySettings {
		return readSettings(scope === undefined ? undefined : parsed(scope));
	}

	areFrameworksChosen(scope: string): boolean {
		return areFrameworksChosen(parsed(scope));
	}

	excludedBy(setting: 'files.exclude' | 'search.exclude', folder: string): readonly string[] {
		return patternsOn(vscode.workspace.getConfiguration(undefined, parsed(folder)).get(setting));
	}

	markdownPatterns(folder: string): readonly string[] {
		return markdownAssociations(vscode.workspace.getConfiguration('files', parsed(folder)).get('associations'));
	}

	usesIgnoreFiles(folder: string): boolean {
		return vscode.workspace.getConfiguration('search', parsed(folder)).get<boolean>('useIgnoreFiles', true);
	}

	async find(base: string, glob: string, exclude: string | undefined): Promise<readonly string[]> {
		// VS Code searches no folder in memory.
		if (parsed(base).scheme === samplesScheme) return findInMemory(parsed(base), glob, exclude);
		const pattern = new vscode.RelativePattern(parsed(base), glob);
		return (await vscode.workspace.findFiles(pattern, exclude)).map((uri) => uri.toString());
	}

	watchEverything(isWanted: boolean): void {
		this.#fileWatchers.watchEverything(isWanted);
	}

	async isFolder(uri: string): Promise<boolean> {
		try {
			return ((await vscode.workspace.fs.stat(parsed(uri))).type & vscode.FileType.Directory) !== 0;
		} catch {
			// It is gone already.
			return false;
		}
	}

	async foldersIn(uri: string): Promise<readonly string[]> {
		const entries = await vscode.workspace.fs.readDirectory(parsed(uri)).then(undefined, () => []);
		return entries.flatMap(([name, type]) =>
			(type & vscode.FileType.Directory) === 0 ? [] : [vscode.Uri.joinPath(parsed(uri), name).toString()],
		);
	}

	read(uri: string, encoding?: string): Promise<string | undefined> {
		return readText(parsed(uri), encoding);
	}

	readBytes(uri: string): Promise<Uint8Array | undefined> {
		return readBytes(parsed(uri));
	}

	decode(bytes: Uint8Array, encoding: string): Promise<string> {
		return decode(bytes, encoding);
	}

	async encode(text: string, encoding: string): Promise<Uint8Array> {
		// Without a question to the other side of the editor.
		return encoding === 'utf8' ? new TextEncoder().encode(text) : vscode.workspace.encode(text, { encoding });
	}

	realPath(uri: string): Promise<string | undefined> {
		return realPathOf(parsed(uri));
	}

	opensAsUtf8(uri: string): boolean {
		const files = vscode.workspace.getConfiguration('files', parsed(uri));
		return files.get('encoding', 'utf8') === 'utf8' && !files.get('autoGuessEncoding', false);
	}

	documents(): readonly OpenDocument[] {
		return vscode.workspace.textDocuments.filter(({ isClosed }) => !isClosed).map(asOpenDocument);
	}

	document(uri: string): OpenDocument | undefined {
		const document = vscode.workspace.textDocuments.find((each) => !each.isClosed && each.uri.toString() === uri);
		return document && asOpenDocument(document);
	}

	async openDocument(uri: string): Promise<OpenDocument> {
		return asOpenDocument(await vscode.workspace.openTextDocument(parsed(uri)));
	}

	async writtenElsewhere(own: OpenDocument): Promise<number | undefined> {
		const { document } = own as VscodeDocument;
		if (this.#savedVersions.get(document) === document.version) return undefined;
		return (await vscode.workspace.fs.stat(document.uri).then(undefined, () => undefined))?.mtime;
	}

	reasonAgainstWriting(uri: string): Promise<string | undefined> {
		return reasonAgainstWriting(parsed(uri));
	}

	isShown(uri: string): boolean {
		return tabsOf(uri).length > 0;
	}

	async applyEdits(changes: readonly DocumentEdits[], label: string): Promise<boolean> {
		const edit = new vscode.WorkspaceEdit();
		const metadata: vscode.WorkspaceEditEntryMetadata = { label, needsConfirmation: false };
		for (const { document: own, edits } of changes) {
			const { document } = own as VscodeDocument;
			edit.set(
				document.uri,
				toTextEdits(document, edits).map((each): [vscode.TextEdit, vscode.WorkspaceEditEntryMetadata] => [
					each,
					metadata,
				]),
			);
		}
		return vscode.workspace.applyEdit(edit);
	}

	async save(document: OpenDocument): Promise<boolean> {
		if (!(await (document as VscodeDocument).document.save())) return false;
		await closeUnasked(document.uri);
		return true;
	}

	async createFile(uri: string, text: string, label: string): Promise<boolean> {
		return (await createFile(parsed(uri), text, label)) === undefined;
	}

	async deleteFile(uri: string, label: string): Promise<boolean> {
		const edit = new vscode.WorkspaceEdit();
		edit.deleteFile(parsed(uri), {}, { label, needsConfirmation: false });
		return vscode.workspace.applyEdit(edit);
	}

	dispose(): void {
		this.#disposables.dispose();
	}

	/** Hands on an event of VS Code, as what `toOurs` makes of it: one of ours, or none. */
	#on<Theirs, Ours>(event: vscode.Event<Theirs>, toOurs: (event: Theirs) => readonly Ours[]): Event<Ours> {
		const emitter = new Emitter<Ours>(this.#report);
		this.#disposables.add(
			event((theirs) => {
				for (const ours of toOurs(theirs)) emitter.fire(ours);
			}),
		);
		return emitter.event;
	}
}

function asFolder({ uri, name }: vscode.WorkspaceFolder): WorkspaceFolder {
	return { uri: uri.toString(), name };
}

function parsed(uri: string): vscode.Uri {
	return vscode.Uri.parse(uri, true);
}
