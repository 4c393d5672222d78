import type { EditResult } from '../edit/editResult.ts';
import type { Lookups } from '../framework/lookups.ts';
import { LineMap } from '../text/lines.ts';
import { messageOf } from '../text/messageOf.ts';
import type { Span } from '../text/span.ts';
import { currentText } from './currentText.ts';
import { Disposables } from './disposables.ts';
import { editsOfDocument, unsavedSentence } from './documentEdits.ts';
import type { EditHistory } from './editHistory.ts';
import { type Disposable, Emitter, type Event } from './event.ts';
import { HeldFiles } from './heldFiles.ts';
import { KeyedDebounce } from './keyedDebounce.ts';
import { type Log, logError } from './log.ts';
import { leadsOut, storiesFolderOf } from './placesOfSettings.ts';
import { isWithin, joinPath } from './uris.ts';
import type { DocumentEdits, Workspace, WorkspaceSettings } from './workspace.ts';

/**
 * Where a list that stands in the folder of the stories is expected.
 *
 * @param name of its file
 * @param folder of the workspace
 * @returns undefined where the setting leads out of the folder
 */
export function listUri(
	name: string,
	folder: string,
	workspace: Pick<WorkspaceSettings, 'settings'>,
): string | undefined {
	const directory = storiesFolderOf(folder, workspace.settings(folder));
	return directory === undefined ? undefined : joinPath(directory, name);
}

/** Pause after the last change of a file before it is read, in milliseconds: shorter than the pause of a reader. */
const pause = 100;

/** An item of a list with the file it stands in. */
export type Filed<T> = T & {
	/** The file's URI as a string. */
	readonly file: string;
	/** Position among the file's items. */
	readonly index: number;
	/** The line on which it begins, from 0. */
	readonly line: number;
};

interface ListContext {
	readonly lookups: Lookups;
}

/** What the lists of a workspace are read, followed and edited with. */
export interface ListServices {
	readonly workspace: Workspace;
	readonly frameworks: { lookupsFor(uri: string): Lookups; readonly onDidChange: Event<void> };
	/** Makes the edits, and remembers them. */
	readonly history: EditHistory;
	readonly log: Pick<Log, 'error'>;
	readonly showError: (message: string) => void;
}

/** What {@link ListFiles} takes. */
export interface ListFilesParts<T> extends ListServices {
	/** Of the file. */
	readonly name: string;
	readonly read: (text: string, context: ListContext) => Promise<readonly T[]>;
}

/** A list that the author keeps in the folder of the stories: one file a folder of the workspace, read as it changes. */
export class ListFiles<T extends { readonly span: Span }> implements Disposable {
	readonly #parts: ListFilesParts<T>;
	readonly #disposables = new Disposables();
	readonly #changes: Emitter<void>;
	readonly #soon: KeyedDebounce;
	readonly #held: HeldFiles;
	/** Where the files are expected that were read last. */
	#places: readonly string[] = [];
	#all: readonly Filed<T>[] = [];
	#unread: readonly string[] = [];
	/** Counts the readings. */
	#readings = 0;
	/** The latest reading that is in the list: an older one that takes longer counts for nothing. */
	#taken = 0;

	constructor(parts: ListFilesParts<T>) {
		this.#parts = parts;
		const { workspace, frameworks, log } = parts;
		this.#changes = new Emitter(logError(log));
		this.#soon = this.#disposables.add(new KeyedDebounce(workspace.clock, pause));
		this.#held = this.#disposables.add(new HeldFiles(workspace.clock));
		// A folder that comes or goes as a whole is told of without its files.
		const readIf = (uri: string): void => {
			for (const file of this.#places) {
				if (!isWithin(file, uri)) continue;
				this.#held.release(file);
				this.#readSoon();
			}
		};
		this.#disposables.add(workspace.onDidChangeFile(({ uri }) => readIf(uri)));
		this.#disposables.add(workspace.onDidDeleteFiles(() => this.#readSoon()));
		this.#disposables.add(workspace.onDidRenameFiles(() => this.#readSoon()));
		this.#disposables.add(workspace.onDidChangeDocument(({ uri }) => readIf(uri)));
		this.#disposables.add(workspace.onDidCloseDocument(readIf));
		this.#disposables.add(workspace.onDidChangeFolders(() => this.#readSoon()));
		this.#disposables.add(frameworks.onDidChange(() => this.#readSoon()));
		this.#disposables.add(workspace.onDidChangeSettings(() => this.#readSoon()));
	}

	get onDidChange(): Event<void> {
		return this.#changes.event;
	}

	/** Every item of the workspace, in the order of folders and places. */
	get all(): readonly Filed<T>[] {
		return this.#all;
	}

	/** The files that are there and could not be read, or not for now: what they list may be missing. */
	get unread(): readonly string[] {
		return this.#unread;
	}

	/** Reads the files of all folders. @returns resolves when what they held is in the list, or something newer */
	async load(): Promise<void> {
		const reading = ++this.#readings;
		const { workspace, name } = this.#parts;
		const found: Filed<T>[] = [];
		const unread: string[] = [];
		this.#places = workspace.folders.flatMap(({ uri }) => listUri(name, uri, workspace) ?? []);
		for (const file of this.#places) {
			const text = await this.#textOf(file).catch(() => null);
			if (text !== null) this.#held.release(file);
			if (text === undefined) continue;
			const items = text === null ? undefined : await this.#itemsOf(file, text);
			if (text === null || !items) {
				unread.push(file);
				// What it listed counts meanwhile.
				if (text !== null || this.#held.wait(file, () => this.#readSoon()))
					found.push(...this.#all.filter((each) => each.file === file));
				continue;
			}
			const lines = LineMap.of(text);
			found.push(...items.map((each, index) => ({ ...each, file, index, line: lines.lineAt(each.span.start) })));
		}
		if (reading < this.#taken) return;
		this.#taken = reading;
		this.#unread = unread;
		if (JSON.stringify(found) === JSON.stringify(this.#all)) return;
		this.#all = found;
		this.#changes.fire();
	}

	/**
	 * Adds to the list of a folder, which is created with its first item.
	 *
	 * @param folder of the workspace
	 * @param editsFor computes the edits of a text, empty for a file that is to be created
	 * @param label names the edit, as in a list of what can be undone
	 * @returns whether it was added; where not, the author is told why
	 */
	async add(
		folder: string,
		editsFor: (text: string, context: ListContext) => Promise<EditResult>,
		label: string,
	): Promise<boolean> {
		const { workspace, name, frameworks, history } = this.#parts;
		const uri = listUri(name, folder, workspace);
		if (uri === undefined) return this.#refuse(leadsOut('storiesFolder'));
		// One that another program holds is waited for like any that is edited.
		if ((await this.#textOf(uri).catch(() => '')) !== undefined) return this.edit(uri, editsFor, label);
		const {
			edits: [first],
			refusal,
		} = await editsFor('', { lookups: frameworks.lookupsFor(uri) });
		if (refusal) return this.#refuse(refusal.message);
		if (!(await history.createFile(uri, first?.newText ?? '', label)))
			return this.#refuse(`${workspace.shownPath(uri)} could not be created: is the folder read-only?`);
		await this.load();
		return true;
	}

	/**
	 * Edits a list as it is by then.
	 *
	 * @param uri of its file
	 * @returns whether it was edited; where not, the author is told why
	 */
	async edit(
		uri: string,
		editsFor: (text: string, context: ListContext) => Promise<EditResult>,
		label: string,
	): Promise<boolean> {
		const { workspace, name, history, frameworks } = this.#parts;
		const reason = await workspace.reasonAgainstWriting(uri);
		if (reason !== undefined) return this.#refuse(`${name}: ${reason}`);
		let refused: string | undefined;
		const attempt = async (): Promise<readonly DocumentEdits[] | undefined> => {
			refused = undefined;
			try {
				const made = await editsOfDocument(uri, workspace, async (document) => {
					const context = { lookups: frameworks.lookupsFor(uri) };
					const { edits, refusal } = await editsFor(document.getText(), context);
					refused = refusal?.message;
					return edits;
				});
				return refused === undefined ? [made] : undefined;
			} catch (error) {
				refused = `${name}: ${messageOf(error)}`;
				return undefined;
			}
		};
		const { applied, unsaved } = await history.make(attempt, label);
		if (!applied)
			return this.#refuse(
				refused ?? 'VS Code could not make the edit: the files keep changing, or are read-only.',
			);
		await this.load();
		const [notSaved] = unsaved;
		return !notSaved || this.#refuse(`${name}: ${unsavedSentence(notSaved)}`);
	}

	dispose(): void {
		this.#taken = Infinity;
		this.#disposables.dispose();
	}

	/** Undefined where what reads it breaks down. */
	async #itemsOf(file: string, text: string): Promise<readonly T[] | undefined> {
		const { read, frameworks, log } = this.#parts;
		try {
			return await read(text, { lookups: frameworks.lookupsFor(file) });
		} catch (error) {
			logError(log)(error);
			return undefined;
		}
	}

	/** @throws Error where the file is there and cannot be read */
	async #textOf(uri: string): Promise<string | undefined> {
		const current = await currentText(uri, this.#parts.workspace);
		return typeof current === 'object' ? current.getText() : current;
	}

	#refuse(message: string): false {
		this.#parts.showError(message);
		return false;
	}

	#readSoon(): void {
		this.#soon.schedule('read', () => void this.load().catch(logError(this.#parts.log)));
	}
}
