import { Emitter } from '../../src/core/library/event.ts';
import { matcher } from '../../src/core/library/files/fileFilter.ts';
import { watchedFiles, watchedFolders } from '../../src/core/library/files/watchedGlobs.ts';
import { markdownAssociations } from '../../src/core/library/files/markdownName.ts';
import { readStorySettings, type StorySettings } from '../../src/core/library/settings.ts';
import { isWithin, pathIn, pathOf } from '../../src/core/library/uris.ts';
import type {
	DocumentEdits,
	FileChange,
	FileRename,
	OpenDocument,
	Workspace,
	WorkspaceFolder,
} from '../../src/core/library/workspace.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { throwOn } from './throwOn.ts';
import { VirtualClock } from './virtualClock.ts';

/** How long it takes until the editor tells of a change on the disk, in milliseconds. */
export const watcherPause = 20;

/** Files in memory: bytes, which those who ask for no more see as UTF-8. */
class Files {
	readonly #bytes = new Map<string, Uint8Array>();

	get(uri: string): string | undefined {
		const bytes = this.#bytes.get(uri);
		return bytes && decoded(bytes, 'utf8');
	}

	set(uri: string, content: string | Uint8Array): void {
		this.#bytes.set(uri, typeof content === 'string' ? encoded(content, 'utf8') : content);
	}

	bytesOf(uri: string): Uint8Array | undefined {
		return this.#bytes.get(uri);
	}

	has(uri: string): boolean {
		return this.#bytes.has(uri);
	}

	delete(uri: string): boolean {
		return this.#bytes.delete(uri);
	}

	keys(): MapIterator<string> {
		return this.#bytes.keys();
	}

	[Symbol.iterator](): MapIterator<[string, Uint8Array]> {
		return this.#bytes[Symbol.iterator]();
	}
}

/** The editor's names of encodings, and the standard's. */
const labels = { utf8: 'utf-8', utf8bom: 'utf-8', utf16le: 'utf-16le', windows1252: 'windows-1252' } as const;

export type Encoding = keyof typeof labels;

export function decoded(bytes: Uint8Array, encoding: Encoding): string {
	return new TextDecoder(labels[encoding]).decode(bytes);
}

/** Characters of Windows-1252 by their codes. */
const windows1252 = [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, code) => code))];

/** Encodes a text as the editor does: with a mark where the encoding has one, and `?` for what it cannot say. */
export function encoded(text: string, encoding: Encoding): Uint8Array {
	switch (encoding) {
		case 'utf8':
			return new TextEncoder().encode(text);
		case 'utf8bom':
			return new TextEncoder().encode(`\uFEFF${text}`);
		case 'utf16le':
			return Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));
		case 'windows1252':
			return Uint8Array.from(text, (character) => {
				const code = windows1252.indexOf(character);
				return code < 0 ? '?'.charCodeAt(0) : code;
			});
	}
}

class Document implements OpenDocument {
	readonly uri: string;
	readonly encoding: Encoding;
	readonly languageId: string;
	version = 1;
	isUnsaved = false;
	#text: string;

	constructor(uri: string, text: string, encoding: Encoding) {
		this.uri = uri;
		this.#text = text;
		this.encoding = encoding;
		this.languageId = uri.endsWith('.md') ? 'markdown' : 'plaintext';
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
	readonly files = new Files();
	/** The encoding in which the editor opens files without a mark. */
	encoding: Encoding = 'utf8';
	/** The languages of files by patterns. */
	associations: Readonly<Record<string, string>> = {};
	ignoresCase = false;
	/** Where links lead, by their URIs; undefined where that is not known, as in a browser. */
	realPaths: Map<string, string> | undefined;
	/** Free space of the disk, in bytes: what a saved file has beyond it is cut off, and nothing is said of it. */
	freeSpace = Infinity;
	/** Files that another program holds. */
	readonly held = new Set<string>();
	readonly readOnly = new Set<string>();
	/** Files that a tab shows. */
	readonly shown = new Set<string>();
	/** How long the next reading, or edit, takes in milliseconds. */
	delay: () => number = () => 0;
	/** How long it takes until the editor reads a document again whose file has changed, in milliseconds. */
	reloadPause = 30;
	/**
	 * Whether the editor happens to read a document again while another program is writing its file: then it holds what
	 * the file does, and does not save it before it has read it once more.
	 */
	readsEarly = false;
	/** The labels of the edits that were made. */
	readonly labels: string[] = [];

	#folders: readonly WorkspaceFolder[];
	readonly #settingsOf = new Map<string | undefined, Readonly<Record<string, unknown>>>();
	readonly #documents = new Map<string, Document>();
	/** When other programs wrote files last. */
	readonly #written = new Map<string, number>();
	/** The documents that were read too early. */
	readonly #readEarly = new Set<string>();
	#ignoreFilesCount = true;
	#isEverythingWatched = true;
	readonly #excludes = new Map<string, readonly string[]>();
	readonly #folderChanges = new Emitter<void>(throwOn);
	readonly #settingChanges = new Emitter<void>(throwOn);
	readonly #searchChanges = new Emitter<void>(throwOn);
	readonly #fileChanges = new Emitter<FileChange>(throwOn);
	readonly #deleted = new Emitter<void>(throwOn);
	readonly #renaming = new Emitter<readonly FileRename[]>(throwOn);
	readonly #renamed = new Emitter<readonly FileRename[]>(throwOn);
	readonly #opened = new Emitter<OpenDocument>(throwOn);
	readonly #changed = new Emitter<OpenDocument>(throwOn);
	readonly #closed = new Emitter<string>(throwOn);

	readonly onDidChangeFolders = this.#folderChanges.event;
	readonly onDidChangeSettings = this.#settingChanges.event;
	readonly onDidChangeSearch = this.#searchChanges.event;
	readonly onDidChangeFile = this.#fileChanges.event;
	readonly onDidDeleteFiles = this.#deleted.event;
	readonly onWillRenameFiles = this.#renaming.event;
	readonly onDidRenameFiles = this.#renamed.event;
	readonly onDidOpenDocument = this.#opened.event;
	readonly onDidChangeDocument = this.#changed.event;
	readonly onDidCloseDocument = this.#closed.event;

	/** @param folders their URIs */
	constructor(folders: readonly string[], files: Readonly<Record<string, string>> = {}) {
		this.#folders = folders.map(asFolder);
		for (const [uri, text] of Object.entries(files)) this.files.set(uri, text);
	}

	/** The same files, documents, folders and settings, for somebody who has just come. */
	fromNothing(): InMemoryWorkspace {
		const copy = new InMemoryWorkspace(this.#folders.map(({ uri }) => uri));
		for (const [uri, bytes] of this.files) copy.files.set(uri, bytes);
		copy.encoding = this.encoding;
		copy.associations = this.associations;
		for (const uri of this.held) copy.held.add(uri);
		for (const [scope, settings] of this.#settingsOf) copy.#settingsOf.set(scope, settings);
		for (const [setting, patterns] of this.#excludes) copy.#excludes.set(setting, patterns);
		copy.#ignoreFilesCount = this.#ignoreFilesCount;
		for (const [uri, document] of this.#documents) {
			const same = new Document(uri, document.getText(), document.encoding);
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

	excludedBy(setting: 'files.exclude' | 'search.exclude'): readonly string[] {
		return this.#excludes.get(setting) ?? [];
	}

	markdownPatterns(): readonly string[] {
		return markdownAssociations(this.associations);
	}

	usesIgnoreFiles(): boolean {
		return this.#ignoreFilesCount;
	}

	async find(base: string, glob: string, exclude: string | undefined): Promise<readonly string[]> {
		const [isWanted, isExcluded] = [matcher([glob]), matcher(exclude === undefined ? [] : [exclude])];
		const below = [...this.files.keys()].filter((uri) => isWithin(uri, base)).map((uri) => pathIn(base, uri));
		// What lies in a folder that is excluded is not even listed.
		const isListed = (path: string) =>
			path.split('/').every((_, index, segments) => !isExcluded(segments.slice(0, index + 1).join('/')));
		await this.takeTime();
		return below.filter((path) => isWanted(path) && isListed(path)).map((path) => `${base}/${path}`);
	}

	watchEverything(isWanted: boolean): void {
		this.#isEverythingWatched = isWanted;
	}

	async foldersIn(uri: string): Promise<readonly string[]> {
		const below = [...this.files.keys()].filter((file) => file !== uri && isWithin(file, uri));
		await this.takeTime();
		const names = below.flatMap((file) => pathIn(uri, file).split('/').slice(0, -1)[0] ?? []);
		return [...new Set(names)].map((name) => `${uri}/${name}`);
	}

	async isFolder(uri: string): Promise<boolean> {
		const is = [...this.files.keys()].some((file) => file !== uri && isWithin(file, uri));
		await this.takeTime();
		return is;
	}

	async read(uri: string, encoding?: Encoding): Promise<string | undefined> {
		const bytes = await this.readBytes(uri);
		return bytes && decoded(bytes, encoding ?? this.#encodingOf(bytes));
	}

	async readBytes(uri: string): Promise<Uint8Array | undefined> {
		// What is read was there when the reading began.
		const bytes = this.files.bytesOf(uri);
		const isHeld = this.held.has(uri);
		await this.takeTime();
		if (isHeld) throw new Error('resource busy or locked');
		return bytes;
	}

	async realPath(uri: string): Promise<string | undefined> {
		return this.realPaths?.get(uri) ?? (this.realPaths && pathOf(uri));
	}

	opensAsUtf8(): boolean {
		return this.encoding === 'utf8';
	}

	async decode(bytes: Uint8Array, encoding: Encoding): Promise<string> {
		return decoded(bytes, encoding);
	}

	async encode(text: string, encoding: Encoding): Promise<Uint8Array> {
		return encoded(text, encoding);
	}

	#encodingOf([first, second, third]: Uint8Array): Encoding {
		if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf8bom';
		return first === 0xff && second === 0xfe ? 'utf16le' : this.encoding;
	}

	documents(): readonly Document[] {
		return [...this.#documents.values()];
	}

	document(uri: string): Document | undefined {
		return this.#documents.get(uri);
	}

	async openDocument(uri: string): Promise<Document> {
		const bytes = this.#documents.has(uri) ? undefined : await this.readBytes(uri);
		const known = this.#documents.get(uri);
		if (known) return known;
		if (bytes === undefined) throw new Error('The file is not there.');
		return this.#open(this.#documentOf(uri, bytes));
	}

	/** As the editor opens it: with line ends alike. */
	#documentOf(uri: string, bytes: Uint8Array): Document {
		const encoding = this.#encodingOf(bytes);
		return new Document(uri, withLikeEnds(decoded(bytes, encoding)), encoding);
	}

	/** Its author reopens a document with another encoding. */
	reopen(uri: string, encoding: Encoding): Document {
		const bytes = this.files.bytesOf(uri) ?? new Uint8Array();
		this.close(uri);
		return this.#open(new Document(uri, withLikeEnds(decoded(bytes, encoding)), encoding));
	}

	async writtenElsewhere({ uri }: OpenDocument): Promise<number | undefined> {
		await this.takeTime();
		return this.#written.get(uri);
	}

	async reasonAgainstWriting(uri: string): Promise<string | undefined> {
		await this.takeTime();
		if (this.readOnly.has(uri)) return 'the file is read-only.';
		return this.files.has(uri) ? undefined : 'the file is gone, or can’t be read.';
	}

	isShown(uri: string): boolean {
		return this.shown.has(uri);
	}

	async applyEdits(changes: readonly DocumentEdits[], label: string): Promise<boolean> {
		await this.takeTime();
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
		await this.takeTime();
		const document = this.#documents.get(uri);
		if (!document || this.readOnly.has(uri) || this.#readEarly.has(uri)) return false;
		this.#saveNow(document);
		return true;
	}

	async createFile(uri: string, text: string, label: string): Promise<boolean> {
		await this.takeTime();
		if (this.files.has(uri)) return false;
		this.write(uri, text);
		this.labels.push(label);
		return true;
	}

	async deleteFile(uri: string, label: string): Promise<boolean> {
		await this.takeTime();
		if (!this.files.has(uri) || this.readOnly.has(uri)) return false;
		this.delete(uri);
		this.labels.push(label);
		return true;
	}

	/** Another program writes a file; the editor hears of it later, and reads its document again still later. */
	write(uri: string, text: string | Uint8Array): void {
		const kind = this.files.has(uri) ? 'changed' : 'created';
		this.files.set(uri, text);
		this.#written.set(uri, this.clock.now());
		if (this.readsEarly) {
			this.#reload(uri);
			this.#readEarly.add(uri);
		}
		this.#tell(kind, uri);
		this.clock.schedule(() => this.#reload(uri), this.reloadPause);
	}

	/** Deletes a file, or a folder with all that lies in it, which is told of alone. */
	delete(uri: string): void {
		for (const file of Array.from(this.files.keys())) if (isWithin(file, uri)) this.files.delete(file);
		this.#tell('deleted', uri);
		this.clock.schedule(() => this.#deleted.fire(), watcherPause);
	}

	/** Another program moves a file or a folder, which is told of alone. */
	move(from: string, to: string): void {
		for (const [file, bytes] of Array.from(this.files)) {
			if (!isWithin(file, from)) continue;
			this.files.delete(file);
			this.files.set(to + file.slice(from.length), bytes);
		}
		this.#tell('deleted', from);
		this.#tell('created', to);
	}

	/**
	 * The editor renames a file or a folder, with its documents.
	 *
	 * @param telling how long it takes until it says that it has, in milliseconds
	 */
	rename(from: string, to: string, telling = watcherPause): void {
		const renames = [{ from, to }];
		this.#renaming.fire(renames);
		this.move(from, to);
		for (const document of this.documents()) {
			if (!isWithin(document.uri, from)) continue;
			const moved = new Document(to + document.uri.slice(from.length), document.getText(), document.encoding);
			moved.isUnsaved = document.isUnsaved;
			this.close(document.uri);
			this.#open(moved);
		}
		this.clock.schedule(() => this.#renamed.fire(renames), telling);
	}

	/** Somebody types in a document that is open, or opens it for that. */
	type(uri: string, text: string): void {
		if (!this.#documents.has(uri)) this.#open(this.#documentOf(uri, this.files.bytesOf(uri) ?? new Uint8Array()));
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

	/** @param patterns that a setting of the editor excludes from now on */
	exclude(setting: 'files.exclude' | 'search.exclude', patterns: readonly string[]): void {
		this.#excludes.set(setting, patterns);
		this.#searchChanges.fire();
	}

	setIgnoreFilesCount(count: boolean): void {
		this.#ignoreFilesCount = count;
		this.#searchChanges.fire();
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

	#open(document: Document): Document {
		this.#documents.set(document.uri, document);
		this.#opened.fire(document);
		return document;
	}

	#saveNow(document: Document): void {
		const { uri } = document;
		const kind = this.files.has(uri) ? 'changed' : 'created';
		const bytes = encoded(document.getText(), document.encoding);
		this.files.set(uri, bytes.subarray(0, (this.files.bytesOf(uri)?.length ?? 0) + this.freeSpace));
		this.#written.delete(uri);
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
		const bytes = this.files.bytesOf(uri);
		if (!document || document.isUnsaved || !bytes) return;
		this.#readEarly.delete(uri);
		const text = withLikeEnds(decoded(bytes, document.encoding));
		if (text !== document.getText()) this.#set(uri, text, false);
	}

	#tell(kind: FileChange['kind'], uri: string): void {
		this.clock.schedule(() => {
			if (this.#isEverythingWatched || this.#isWatched(uri)) this.#fileChanges.fire({ kind, uri });
		}, watcherPause);
	}

	#isWatched(uri: string): boolean {
		return this.#folders.some((folder) => {
			const settings = this.settings(folder.uri);
			const globs = [...watchedFiles(settings, this.markdownPatterns()), watchedFolders(settings)];
			return uri !== folder.uri && isWithin(uri, folder.uri) && matcher(globs)(pathIn(folder.uri, uri));
		});
	}

	/** Resolves when as much time has passed as a reading takes. */
	async takeTime(): Promise<void> {
		const milliseconds = this.delay();
		if (milliseconds > 0) await this.clock.wait(milliseconds);
	}
}

function asFolder(uri: string): WorkspaceFolder {
	return { uri, name: uri.slice(uri.lastIndexOf('/') + 1) };
}

/** A text as an editor of VS Code holds it. */
function withLikeEnds(text: string): string {
	const ends = text.match(/\r\n?|\n/gu) ?? [];
	const withReturn = ends.filter((end) => end.startsWith('\r')).length;
	return text.replace(/\r\n?|\n/gu, withReturn > ends.length / 2 ? '\r\n' : '\n');
}
