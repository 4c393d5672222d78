import * as vscode from 'vscode';
import {
	historyText,
	mergeHistories,
	noHistory,
	type PracticeHistory,
	readHistory,
} from '../../../core/questions/practice/history.ts';
import { writeWhole } from '../../files.ts';

/** What was read from the files. */
export interface PracticeFilesRead {
	readonly history: PracticeHistory;
	/** Files that could not be read in full, kept under another name. */
	readonly setAside: readonly vscode.Uri[];
	/** Files of a later version of this extension. */
	readonly newer: readonly vscode.Uri[];
}

const extension = '.json';
/** Of files that could not be read in full. */
const asideExtension = '.unreadable';
/** Of a file that is being written, or was when its window ended: it has all, or is no history. */
const unfinishedExtension = '.unfinished';

/**
 * A window that has not practised for so long, in milliseconds, is likely to be closed: its file can be joined to
 * another.
 */
const restingTime = 24 * 60 * 60 * 1000;

/** Above this many files, those at rest are joined. */
const maxFiles = 8;

/** How often the files are listed anew where another window removes one meanwhile. */
const maxAttempts = 3;

/**
 * The history of practice in a folder of the extension's own, in which every window writes a file of its own and reads
 * all of them: two windows never write the same file, so neither can lose what the other has written.
 */
export class PracticeFiles {
	readonly #folder: vscode.Uri;
	readonly #ownFile: vscode.Uri;
	readonly #setAside = new Map<string, vscode.Uri>();
	/** What this window has written, or failed to write. */
	#own: PracticeHistory = noHistory;

	/**
	 * @param folder need not exist yet
	 * @param name unlike that of any other window
	 */
	constructor(folder: vscode.Uri, name: string) {
		this.#folder = folder;
		this.#ownFile = vscode.Uri.joinPath(folder, `${name}${extension}`);
	}

	/** Reads what every window has written. A file that is no history is kept under another name. */
	async read(): Promise<PracticeFilesRead> {
		for (let attempt = 1; ; attempt++) {
			const files = await this.#list();
			const read = await Promise.all(files.map((uri) => this.#readFile(uri)));
			if (read.includes('gone') && attempt < maxAttempts) continue;
			const histories = [...read.filter((each) => typeof each === 'object'), ...(await this.#unfinished())];
			const { reset } = mergeHistories(histories);
			if (reset !== undefined) this.#own = mergeHistories([this.#own, { tellings: [], reset }]);
			const newer = files.filter((_, index) => read[index] === 'newer');
			return {
				history: mergeHistories([this.#own, ...histories]),
				setAside: [...this.#setAside.values()],
				newer,
			};
		}
	}

	/**
	 * Adds to what this window has written.
	 *
	 * @throws FileSystemError where it cannot be written; it is then part of what the next call writes
	 */
	async add(history: PracticeHistory): Promise<void> {
		this.#own = mergeHistories([this.#own, history]);
		await this.#write();
	}

	/**
	 * Empties the history: what this window and others wrote up to now is gone from the disk too.
	 *
	 * @param now in milliseconds since 1970
	 * @throws FileSystemError where that cannot be written
	 */
	async clear(now: number): Promise<void> {
		// Others keep what they have written in mind until they read that it is gone.
		await this.add({ tellings: [], reset: now });
		const entries = await vscode.workspace.fs.readDirectory(this.#folder);
		for (const [name] of entries) {
			const uri = vscode.Uri.joinPath(this.#folder, name);
			if (uri.toString() !== this.#ownFile.toString()) await vscode.workspace.fs.delete(uri, { useTrash: false });
		}
		this.#setAside.clear();
	}

	/** Joins the files of windows that are likely to be closed to this window's own, where there are many. */
	async joinResting(now: number): Promise<void> {
		const others = (await this.#list()).filter((uri) => uri.toString() !== this.#ownFile.toString());
		if (others.length <= maxFiles) return;
		const resting: { readonly uri: vscode.Uri; readonly mtime: number; readonly history: PracticeHistory }[] = [];
		for (const uri of others) {
			const mtime = await changedAt(uri);
			if (mtime === undefined || now - mtime < restingTime) continue;
			const history = await this.#readFile(uri);
			if (typeof history === 'object') resting.push({ uri, mtime, history });
		}
		if (resting.length === 0) return;
		await this.add(mergeHistories(resting.map(({ history }) => history)));
		for (const { uri, mtime } of resting) {
			if ((await changedAt(uri)) === mtime) await vscode.workspace.fs.delete(uri);
		}
	}

	async #list(): Promise<readonly vscode.Uri[]> {
		return (await this.#names()).filter((name) => name.endsWith(extension)).map((name) => this.#at(name));
	}

	async #names(): Promise<readonly string[]> {
		try {
			const entries = await vscode.workspace.fs.readDirectory(this.#folder);
			return entries
				.filter(([, type]) => (type & vscode.FileType.File) !== 0)
				.map(([name]) => name)
				.toSorted((one, other) => (one < other ? -1 : 1));
		} catch {
			return [];
		}
	}

	/**
	 * What is in files that are not finished. A window may have ended after it wrote one and before the file had its
	 * name; one that is still being written, or was cut off, is left to those who write it.
	 */
	async #unfinished(): Promise<readonly PracticeHistory[]> {
		const names = (await this.#names()).filter((name) => name.endsWith(unfinishedExtension));
		const texts = await Promise.all(names.map((name) => textOf(this.#at(name))));
		return texts.flatMap((text) => {
			const read = text === undefined ? undefined : readHistory(text);
			return read?.kind === 'read' && read.dropped === 0 ? [read.history] : [];
		});
	}

	#at(name: string): vscode.Uri {
		return vscode.Uri.joinPath(this.#folder, name);
	}

	async #readFile(uri: vscode.Uri): Promise<PracticeHistory | 'gone' | 'newer' | 'unreadable'> {
		const text = await textOf(uri);
		if (text === undefined) return 'gone';
		const read = readHistory(text);
		if (read.kind === 'newer') return 'newer';
		if (read.kind === 'read' && read.dropped === 0) return read.history;
		if (read.kind === 'unreadable') {
			await this.#putAside(uri);
			return 'unreadable';
		}
		try {
			// What could be understood would be gone with the file.
			await this.add(read.history);
			await this.#putAside(uri);
		} catch {
			this.#setAside.set(uri.toString(), uri);
		}
		return read.history;
	}

	async #putAside(uri: vscode.Uri): Promise<void> {
		const names = new Set(await this.#names());
		const stem = uri.path.slice(uri.path.lastIndexOf('/') + 1, -extension.length);
		let name = `${stem}${asideExtension}`;
		// Another that was put aside before stays too.
		for (let count = 2; names.has(name); count++) name = `${stem}-${count}${asideExtension}`;
		try {
			await vscode.workspace.fs.rename(uri, this.#at(name));
			this.#setAside.set(this.#at(name).toString(), this.#at(name));
		} catch {
			// It stays where it is, and is found unreadable again.
			this.#setAside.set(uri.toString(), uri);
		}
	}

	/**
	 * Whole or not at all: a file that is being written has another name, and is read back before it gets its own. A
	 * disk that is full keeps what fits, and VS Code says nothing of it.
	 */
	async #write(): Promise<void> {
		const bytes = new TextEncoder().encode(historyText(this.#own));
		const unfinished = this.#ownFile.with({ path: this.#ownFile.path + unfinishedExtension });
		await vscode.workspace.fs.createDirectory(this.#folder);
		await writeWhole(unfinished, bytes);
		try {
			await vscode.workspace.fs.rename(unfinished, this.#ownFile, { overwrite: true });
		} catch {
			// Not every store of a browser can rename. What is not finished is read as well, until this is.
			await writeWhole(this.#ownFile, bytes);
			await vscode.workspace.fs.delete(unfinished).then(undefined, () => undefined);
		}
	}
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
	try {
		return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
	} catch {
		return undefined;
	}
}

async function changedAt(uri: vscode.Uri): Promise<number | undefined> {
	try {
		return (await vscode.workspace.fs.stat(uri)).mtime;
	} catch {
		return undefined;
	}
}
