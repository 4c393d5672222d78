import { Emitter } from '../../src/core/library/event.ts';
import { readStorySettings, type StorySettings } from '../../src/core/library/settings.ts';
import { isWithin, pathOf } from '../../src/core/library/uris.ts';
import type {
	DocumentEdits,
	FileChange,
	OpenDocument,
	Workspace,
	WorkspaceFolder,
} from '../../src/core/library/workspace.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { VirtualClock } from './virtualClock.ts';

/**
 * How long it takes until the editor tells of a change on the disk, and reads its own document again after that; in
 * milliseconds.
 */
const watcherPause = 20;
const reloadPause = 30;

class Document implements OpenDocument {
	readonly uri: string;
	readonly encoding = 'utf8';
	version = 1;
	isUnsaved = false;
	#text: string;

	constructor(uri: string, text: string) {
		this.uri = uri;
		this.#text = text;
	}

	getText(): string {
		return this.#text;
	}

	set(text: string, isUnsaved: boolean): void {
		this.#text = text;
		this.isUnsaved = isUnsaved;
		this.version++;
	}
}

/**
 * The twin of VS Code's workspace in memory: files, an editor that holds some of them, watchers that tell late, and a
 * clock of its own.
 */
export class InMemoryWorkspace implements Workspace {
	readonly clock = new VirtualClock();
	/** Texts by URI. */
	readonly files = new Map<string, string>();
	/** Files that another program holds. */
	readonly held = new Set<string>();
	readonly readOnly = new Set<string>();
	/** Files that a tab shows. */
	readonly shown = new Set<string>();
	/** How long the next reading, or edit, takes in milliseconds. */
	delay: () => number = () => 0;
	/** The labels of the edits that were made. */
	readonly labels: string[] = [];

	#folders: readonly WorkspaceFolder[];
	readonly #settingsOf = new Map<string | undefined, Readonly<Record<string, unknown>>>();
	readonly #documents = new Map<string, Document>();
	readonly #folderChanges = new Emitter<void>();
	readonly #settingChanges = new Emitter<void>();
	readonly #fileChanges = new Emitter<FileChange>();
	readonly #deletedOrRenamed = new Emitter<void>();
	readonly #changed = new Emitter<OpenDocument>();
	readonly #closed = new Emitter<string>();

	readonly onDidChangeFolders = this.#folderChanges.event;
	readonly onDidChangeSettings = this.#settingChanges.event;
	readonly onDidChangeFile = this.#fileChanges.event;
	readonly onDidDeleteOrRename = this.#deletedOrRenamed.event;
	readonly onDidChangeDocument = this.#changed.event;
	readonly onDidCloseDocument = this.#closed.event;

	/** @param folders their URIs */
	constructor(folders: readonly string[], files: Readonly<Record<string, string>> = {}) {
		this.#folders = folders.map(asFolder);
		for (const [uri, text] of Object.entries(files)) this.files.set(uri, text);
	}

	/** The same files, documents, folders and settings, for somebody who has just come. */
	fromNothing(): InMemoryWorkspace {
		const copy = new InMemoryWorkspace(
			this.#folders.map(({ uri }) => uri),
			Object.fromEntries(this.files),
		);
		for (const uri of this.held) copy.held.add(uri);
		for (const [scope, settings] of this.#settingsOf) copy.#settingsOf.set(scope, settings);
		for (const [uri, document] of this.#documents) {
			const same = new Document(uri, document.getText());
			same.isUnsaved = document.isUnsaved;
			copy.#documents.set(uri, same);
		}
		return copy;
	}

	get folders(): readonly WorkspaceFolder[] {
		return this.#folders;
	}

	folderOf(uri: string): WorkspaceFolder | undefined {
		return this.#folders
			.filter((folder) => isWithin(uri, folder.uri))
			.toSorted((a, b) => b.uri.length - a.uri.length)[0];
	}

	shownPath(uri: string): string {
		const folder = this.folderOf(uri);
		return pathOf(uri).slice(folder ? pathOf(folder.uri).length + 1 : 0);
	}

	settings(scope: string | undefined): StorySettings {
		const own = this.#ownSettings(scope);
		return readStorySettings((name) => own[name]);
	}

	areFrameworksChosen(scope: string): boolean {
		return this.#ownSettings(scope)['frameworks'] !== undefined;
	}

	async read(uri: string): Promise<string | undefined> {
		// What is read was there when the reading began.
		const text = this.files.get(uri);
		const isHeld = this.held.has(uri);
		await this.#take();
		if (isHeld) throw new Error('resource busy or locked');
		return text;
	}

	document(uri: string): Document | undefined {
		return this.#documents.get(uri);
	}

	async openDocument(uri: string): Promise<Document> {
		const text = this.#documents.has(uri) ? '' : await this.read(uri);
		const known = this.#documents.get(uri);
		if (known) return known;
		if (text === undefined) throw new Error('The file is not there.');
		const document = new Document(uri, text);
		this.#documents.set(uri, document);
		return document;
	}

	async reasonAgainstWriting(uri: string): Promise<string | undefined> {
		await this.#take();
		if (this.readOnly.has(uri)) return 'the file is read-only.';
		return this.files.has(uri) ? undefined : 'the file is gone, or can’t be read.';
	}

	isShown(uri: string): boolean {
		return this.shown.has(uri);
	}

	async applyEdits(changes: readonly DocumentEdits[], label: string): Promise<boolean> {
		await this.#take();
		if (
			changes.some(
				({ document, version }) =>
					this.#documents.get(document.uri) !== document || document.version !== version,
			)
		)
			return false;
		for (const { document, edits } of changes) this.#set(document.uri, applyEdits(document.getText(), edits), true);
		this.labels.push(label);
		return true;
	}

	async save({ uri }: OpenDocument): Promise<boolean> {
		await this.#take();
		const document = this.#documents.get(uri);
		if (!document || this.readOnly.has(uri)) return false;
		this.#saveNow(document);
		return true;
	}

	async createFile(uri: string, text: string, label: string): Promise<boolean> {
		await this.#take();
		if (this.files.has(uri)) return false;
		this.write(uri, text);
		this.labels.push(label);
		return true;
	}

	/** Another program writes a file; the editor hears of it later, and reads its document again still later. */
	write(uri: string, text: string): void {
		const kind = this.files.has(uri) ? 'changed' : 'created';
		this.files.set(uri, text);
		this.#tell(kind, uri);
		this.clock.schedule(() => this.#reload(uri), reloadPause);
	}

	/** Deletes a file, or a folder with all that lies in it, which is told of alone. */
	delete(uri: string): void {
		for (const file of Array.from(this.files.keys())) if (isWithin(file, uri)) this.files.delete(file);
		this.#tell('deleted', uri);
		this.clock.schedule(() => this.#deletedOrRenamed.fire(), watcherPause);
	}

	/** Moves a file or a folder. */
	rename(from: string, to: string): void {
		for (const [file, text] of Array.from(this.files)) {
			if (!isWithin(file, from)) continue;
			this.files.delete(file);
			this.files.set(to + file.slice(from.length), text);
		}
		this.#tell('deleted', from);
		this.#tell('created', to);
		this.clock.schedule(() => this.#deletedOrRenamed.fire(), watcherPause);
	}

	/** Somebody types in a document that is open, or opens it for that. */
	type(uri: string, text: string): void {
		if (!this.#documents.has(uri)) this.#documents.set(uri, new Document(uri, this.files.get(uri) ?? ''));
		this.#set(uri, text, true);
	}

	/** Its author saves a document. */
	saveNow(uri: string): void {
		const document = this.#documents.get(uri);
		if (document?.isUnsaved) this.#saveNow(document);
	}

	/** Closes a document, and throws away what was not saved. */
	close(uri: string): void {
		if (this.#documents.delete(uri)) this.#closed.fire(uri);
	}

	/** @param scope URI of a folder; undefined for the window */
	set(scope: string | undefined, settings: Readonly<Record<string, unknown>>): void {
		this.#settingsOf.set(scope, { ...this.#settingsOf.get(scope), ...settings });
		this.#settingChanges.fire();
	}

	setFolders(folders: readonly string[]): void {
		this.#folders = folders.map(asFolder);
		this.#folderChanges.fire();
	}

	#ownSettings(scope: string | undefined): Readonly<Record<string, unknown>> {
		return {
			...this.#settingsOf.get(undefined),
			...(scope !== undefined && this.#settingsOf.get(this.folderOf(scope)?.uri)),
		};
	}

	#saveNow(document: Document): void {
		const { uri } = document;
		const kind = this.files.has(uri) ? 'changed' : 'created';
		this.files.set(uri, document.getText());
		document.isUnsaved = false;
		this.#changed.fire(document);
		this.#tell(kind, uri);
	}

	#set(uri: string, text: string, isUnsaved: boolean): void {
		const document = this.#documents.get(uri);
		if (!document) return;
		document.set(text, isUnsaved);
		this.#changed.fire(document);
	}

	#reload(uri: string): void {
		const document = this.#documents.get(uri);
		const text = this.files.get(uri);
		if (document && !document.isUnsaved && text !== undefined && text !== document.getText())
			this.#set(uri, text, false);
	}

	#tell(kind: FileChange['kind'], uri: string): void {
		this.clock.schedule(() => this.#fileChanges.fire({ kind, uri }), watcherPause);
	}

	async #take(): Promise<void> {
		const milliseconds = this.delay();
		if (milliseconds > 0) await this.clock.wait(milliseconds);
	}
}

function asFolder(uri: string): WorkspaceFolder {
	return { uri, name: uri.slice(uri.lastIndexOf('/') + 1) };
}
