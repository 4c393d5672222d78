import type { TextEdit } from '../text/edit.ts';
import type { Disposable, Event } from './event.ts';
import type { StorySettings } from './settings.ts';

/**
 * The workspace as whoever reads, follows and edits its files sees it. VS Code stands behind it, or memory in tests.
 * URIs are strings as VS Code writes them, so that equal files have equal ones.
 */
export interface Workspace
	extends WorkspaceFolders, WorkspaceSettings, WorkspaceSearch, WorkspaceFiles, WorkspaceDocuments, WorkspaceEdits {
	readonly clock: Clock;
}

export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
	/** Milliseconds since some moment, which never go back, as those of {@link now} do when the machine's clock is set. */
	elapsed(): number;
	/** Runs an action once, unless what this returns is disposed before. */
	schedule(action: () => void, milliseconds: number): Disposable;
}

export interface WorkspaceFolder {
	readonly uri: string;
	readonly name: string;
}

export interface WorkspaceFolders {
	readonly folders: readonly WorkspaceFolder[];
	readonly onDidChangeFolders: Event<void>;
	/** The innermost folder of the workspace that a file lies in. */
	folderOf(uri: string): WorkspaceFolder | undefined;
	/** The path of a file from its folder, as the author knows it. */
	shownPath(uri: string): string;
}

export interface WorkspaceSettings {
	/** Fires when any of our settings may be another. */
	readonly onDidChangeSettings: Event<void>;
	/** @param scope a folder or file; undefined for the window */
	settings(scope: string | undefined): StorySettings;
	/**
	 * Whether somebody has set the frameworks, rather than left them at the default. Apart from the other settings, as
	 * VS Code takes longer to say this than all of them.
	 *
	 * @param scope a folder or file
	 */
	areFrameworksChosen(scope: string): boolean;
}

/** What the editor leaves out of its searches, and the search itself. */
export interface WorkspaceSearch {
	/** Fires when what is left out may be something else. */
	readonly onDidChangeSearch: Event<void>;
	/** The patterns that a setting of the editor leaves out outright. */
	excludedBy(setting: 'files.exclude' | 'search.exclude', folder: string): readonly string[];
	/** Patterns of files that settings of the editor make Markdown, as `markdownAssociations` reads them. */
	markdownPatterns(folder: string): readonly string[];
	/** Whether ignore files mean names in any case, as git does by default where the file system does. */
	readonly ignoresCase: boolean;
	/** Whether the editor leaves out what ignore files name. */
	usesIgnoreFiles(folder: string): boolean;
	/**
	 * Finds files at any depth, whatever the settings say.
	 *
	 * @param base URI of a folder
	 * @param glob of the files, from there
	 * @param exclude glob of files and folders that are not even listed
	 * @returns their URIs, in any order
	 */
	find(base: string, glob: string, exclude: string | undefined): Promise<readonly string[]>;
}

/** A file or folder that was created, changed or deleted, by whomever. */
export interface FileChange {
	readonly kind: 'created' | 'changed' | 'deleted';
	readonly uri: string;
}

/** A file or folder under another name. */
export interface FileRename {
	readonly from: string;
	readonly to: string;
}

export interface WorkspaceFiles {
	/** A folder that is moved or deleted is told of alone, without the files in it. */
	readonly onDidChangeFile: Event<FileChange>;
	/**
	 * Says how much {@link onDidChangeFile} tells of; at first everything.
	 *
	 * @param isWanted whether it tells of whatever comes and goes; else of no more than `watchedFiles` and
	 *   `watchedFolders` name, as all else comes and goes by thousands
	 */
	watchEverything(isWanted: boolean): void;
	/** Fires when the editor itself has deleted files or folders. */
	readonly onDidDeleteFiles: Event<void>;
	/** Fires when the editor itself is about to rename files or folders; it may still fail to. */
	readonly onWillRenameFiles: Event<readonly FileRename[]>;
	/** Fires when the editor itself has renamed files or folders: before or after {@link onDidChangeFile} tells of it. */
	readonly onDidRenameFiles: Event<readonly FileRename[]>;
	/** Whether a folder is there. */
	isFolder(uri: string): Promise<boolean>;
	/** The folders that lie in a folder; none where it is gone. */
	foldersIn(uri: string): Promise<readonly string[]>;
	/**
	 * Reads a file as the editor would show it: a byte order mark is dropped, broken bytes become U+FFFD.
	 *
	 * @param encoding by the editor's name for it; left out for that of the settings
	 * @returns undefined where the file is gone, or is no text
	 * @throws Error where it is there and could not be read
	 */
	read(uri: string, encoding?: string): Promise<string | undefined>;
	/**
	 * @returns undefined where the file is gone
	 * @throws Error where it is there and could not be read
	 */
	readBytes(uri: string): Promise<Uint8Array | undefined>;
	/**
	 * Where a file is on its disk, links followed; equal for two URIs only where they are of one file. Undefined where
	 * nothing tells: a browser's files have no way to say where a link leads, and equal texts may be two stories.
	 */
	realPath(uri: string): Promise<string | undefined>;
	/** Whether the editor would open a file without a byte order mark as UTF-8, whatever it holds. */
	opensAsUtf8(uri: string): boolean;
	/**
	 * Decodes bytes as the editor does: a byte order mark is dropped, broken bytes become U+FFFD.
	 *
	 * @param encoding by the editor's name for it
	 * @throws Error where they are no text
	 */
	decode(bytes: Uint8Array, encoding: string): Promise<string>;
	/** Encodes a text as the editor saves it, with the byte order mark of the encoding, where it has one. */
	encode(text: string, encoding: string): Promise<Uint8Array>;
}

/** A text that the editor holds, shown or not. The same object as long as it is open. */
export interface OpenDocument {
	readonly uri: string;
	/** Grows with every change, whoever makes it. */
	readonly version: number;
	/** Whether it holds text that no file does. */
	readonly isUnsaved: boolean;
	/** The editor's name of the encoding that its author chose. */
	readonly encoding: string;
	/** The editor's name of the language in which it is shown. */
	readonly languageId: string;
	getText(): string;
}

export interface WorkspaceDocuments {
	readonly onDidOpenDocument: Event<OpenDocument>;
	readonly onDidChangeDocument: Event<OpenDocument>;
	/** Fires with the URI of a document, once it is closed. */
	readonly onDidCloseDocument: Event<string>;
	/** Every document that is open. */
	documents(): readonly OpenDocument[];
	/** The document that is open under this URI. */
	document(uri: string): OpenDocument | undefined;
	/**
	 * Opens a document without showing it.
	 *
	 * @throws Error where there is none
	 */
	openDocument(uri: string): Promise<OpenDocument>;
	/**
	 * When the file of a document was last written by another program, in milliseconds as the clock's `now` tells.
	 *
	 * @returns undefined where the editor wrote it last, or nothing tells
	 */
	writtenElsewhere(document: OpenDocument): Promise<number | undefined>;
}

/** Edits of a document, made for one version of its text. */
export interface DocumentEdits {
	readonly document: OpenDocument;
	readonly version: number;
	/** They don't overlap; their spans refer to the text of that version. */
	readonly edits: readonly TextEdit[];
}

export interface WorkspaceEdits {
	/** Why a file can't be changed, as the end of a sentence; undefined where nothing is known that stands in the way. */
	reasonAgainstWriting(uri: string): Promise<string | undefined>;
	/** Whether a tab shows a file. */
	isShown(uri: string): boolean;
	/**
	 * Makes edits as one that is undone as a whole.
	 *
	 * @param label names the edit, as in a list of what can be undone
	 * @returns whether they were made: somebody may be typing, or a file is read-only
	 */
	applyEdits(changes: readonly DocumentEdits[], label: string): Promise<boolean>;
	/** @returns whether it was saved */
	save(document: OpenDocument): Promise<boolean>;
	/** Creates a file as an edit. @returns whether it was created */
	createFile(uri: string, text: string, label: string): Promise<boolean>;
	/** Deletes a file as an edit. @returns whether it was deleted */
	deleteFile(uri: string, label: string): Promise<boolean>;
}
