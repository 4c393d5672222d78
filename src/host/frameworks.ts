import * as vscode from 'vscode';
import { activeFrameworks, namedFrameworks } from '../core/framework/active.ts';
import { isBuiltIn } from '../core/framework/builtInIds.ts';
import type { LoadedFramework } from '../core/framework/file/loadFramework.ts';
import type { Framework } from '../core/framework/model.ts';
import { staff } from '../core/framework/staff.ts';
import { LineMap } from '../core/text/lines.ts';
import { Disposables } from '../core/library/disposables.ts';
import { settingsSection } from './ids.ts';
import { KeyedDebounce } from '../core/library/keyedDebounce.ts';
import { systemClock } from './systemClock.ts';
import type { LanguageClient } from '../worker/client.ts';
import { readText } from './readText.ts';
import { areFrameworksChosen, readSettings } from './settings.ts';

/** A framework file as it was last read. */
export interface FrameworkFile {
	readonly uri: vscode.Uri;
	readonly text: string;
	readonly loaded: LoadedFramework;
	readonly lines: LineMap;
}

interface FolderFrameworks {
	/** Absent where the folder has no framework file. */
	readonly file: FrameworkFile | undefined;
	/** What the file last meant while it was whole. */
	readonly lastGood: Framework | undefined;
	readonly active: readonly Framework[];
}

/** Pause after a change of a framework file before it is read again, in milliseconds. */
const changePause = 200;

/**
 * The active frameworks of each folder: its framework file first, then the built-in ones that the settings name. A file
 * that breaks keeps what it last meant.
 */
export class Frameworks implements vscode.Disposable {
	readonly #language: LanguageClient;
	readonly #log: vscode.LogOutputChannel;
	readonly #folders = new Map<string, FolderFrameworks>();
	readonly #disposables = new Disposables();
	readonly #changes = this.#disposables.add(new vscode.EventEmitter<void>());
	readonly #reads = this.#disposables.add(new vscode.EventEmitter<vscode.Uri>());
	readonly #debounce = this.#disposables.add(new KeyedDebounce(systemClock, changePause));
	#loaded = false;
	#everywhere: readonly Framework[] = [staff];
	/** The default is at hand; the texts of the others are the worker's, and come when somebody names them. */
	#builtIn: ReadonlyMap<string, Framework> = new Map([[staff.id, staff]]);
	#asked: Promise<ReadonlyMap<string, Framework>> | undefined;

	/** Fires when the frameworks of a folder are others than before. */
	readonly onDidChange = this.#changes.event;

	/** Fires with a framework file that was read again or is gone. */
	readonly onDidRead = this.#reads.event;

	/** @param language reads framework files */
	constructor(language: LanguageClient, log: vscode.LogOutputChannel) {
		this.#language = language;
		this.#log = log;
		this.#followFiles();
		this.#disposables.add(vscode.workspace.onDidChangeWorkspaceFolders(() => this.#loadSoon()));
		this.#disposables.add(
			vscode.workspace.onDidChangeConfiguration((event) => {
				if (event.affectsConfiguration(settingsSection)) this.#loadSoon();
			}),
		);
	}

	/** Every built-in framework by its id, in the order in which they are offered. */
	builtIn(): Promise<ReadonlyMap<string, Framework>> {
		return (this.#asked ??= this.#language.call('builtInFrameworks', [], { urgent: true }).then(
			(all) => (this.#builtIn = new Map(all.map((framework) => [framework.id, framework.id === staff.id ? staff : framework]))),
			(error: unknown) => {
				this.#asked = undefined;
				this.#log.error(`The built-in frameworks could not be read: ${String(error)}`);
				return this.#builtIn;
			},
		));
	}

	/** Reads the framework files of all folders. */
	async load(): Promise<void> {
		const folders = vscode.workspace.workspaceFolders ?? [];
		const named = [undefined, ...folders.map(({ uri }) => uri)].flatMap((scope) => readSettings(scope).frameworks);
		if (named.some((id) => isBuiltIn(id) && !this.#builtIn.has(id))) await this.builtIn();
		const states = await Promise.all(folders.map(async (folder) => [folder.uri.toString(), await this.#read(folder)] as const));
		const before = new Map(this.#folders);
		this.#folders.clear();
		for (const [key, state] of states) this.#folders.set(key, state);
		const distinct = new Set(states.flatMap(([, { active }]) => active));
		const everywhere = distinct.size > 0 ? [...distinct] : namedFrameworks(readSettings(undefined).frameworks, this.#builtIn);
		const changed = !sameItems(everywhere, this.#everywhere) || states.some(([key, { active }]) => before.get(key)?.active !== active);
		if (!sameItems(everywhere, this.#everywhere)) this.#everywhere = everywhere;
		for (const uri of filesOf([...before.values(), ...this.#folders.values()])) this.#reads.fire(uri);
		// Before the first time nobody has read anything with other frameworks.
		if (changed && this.#loaded) this.#changes.fire();
		this.#loaded = true;
	}

	/**
	 * The frameworks that hold for a file. The same array as long as they stay the same.
	 * @param uri of the file; undefined for those of all folders
	 */
	for(uri: vscode.Uri | undefined): readonly Framework[] {
		const folder = uri && vscode.workspace.getWorkspaceFolder(uri);
		return (folder && this.#folders.get(folder.uri.toString())?.active) ?? this.#everywhere;
	}

	/** What is known of a framework file; undefined where the file is none. */
	file(uri: vscode.Uri): FrameworkFile | undefined {
		const key = uri.toString();
		return this.files().find((file) => file.uri.toString() === key);
	}

	/** Every framework file of the workspace. */
	files(): readonly FrameworkFile[] {
		return [...this.#folders.values()].flatMap(({ file }) => file ?? []);
	}

	dispose(): void {
		this.#disposables.dispose();
	}

	async #read(folder: vscode.WorkspaceFolder): Promise<FolderFrameworks> {
		const { frameworks: named, frameworkFile } = readSettings(folder.uri);
		const before = this.#folders.get(folder.uri.toString());
		const uri = vscode.Uri.joinPath(folder.uri, frameworkFile);
		const text = isWithin(folder.uri, uri) ? await textOf(uri) : undefined;
		if (text === undefined) return keeping(before, { file: undefined, lastGood: undefined, active: namedFrameworks(named, this.#builtIn) });
		const loaded = await this.#language.call('loadFramework', [text, { id: 'workspace', name: folder.name }]).catch(unreadable);
		const lastGood = loaded.framework ?? before?.lastGood;
		if (!loaded.framework) this.#log.warn(`${uri.toString(true)} has errors: ${lastGood ? 'what it last meant stays in force' : 'it is left out'}.`);
		const active = activeFrameworks(lastGood, named, areFrameworksChosen(folder.uri), this.#builtIn);
		return keeping(before, { file: { uri, text, loaded, lines: LineMap.of(text) }, lastGood, active });
	}

	#followFiles(): void {
		const watcher = this.#disposables.add(vscode.workspace.createFileSystemWatcher('**/*.{yaml,yml}'));
		for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete]) {
			this.#disposables.add(event((uri) => this.#loadIfOurs(uri)));
		}
		this.#disposables.add(vscode.workspace.onDidChangeTextDocument(({ document }) => this.#loadIfOurs(document.uri)));
		this.#disposables.add(vscode.workspace.onDidCloseTextDocument((document) => this.#loadIfOurs(document.uri)));
	}

	#loadIfOurs(uri: vscode.Uri): void {
		const folder = vscode.workspace.getWorkspaceFolder(uri);
		if (!folder || !/\.ya?ml$/iu.test(uri.path)) return;
		if (vscode.Uri.joinPath(folder.uri, readSettings(folder.uri).frameworkFile).toString() === uri.toString()) this.#loadSoon();
	}

	#loadSoon(): void {
		this.#debounce.schedule('load', () => void this.load().catch((error: unknown) => this.#log.error(String(error))));
	}
}

/** Keeps the arrays of before where nothing has changed, as what is derived from them is kept with them. */
function keeping(before: FolderFrameworks | undefined, now: FolderFrameworks): FolderFrameworks {
	const sameFile = JSON.stringify(before?.lastGood) === JSON.stringify(now.lastGood);
	if (!before || !sameFile) return now;
	const active = now.active.map((framework) => (framework === now.lastGood && before.lastGood ? before.lastGood : framework));
	return { ...now, lastGood: before.lastGood, active: sameItems(active, before.active) ? before.active : active };
}

/** One that takes too long is told of like one that is broken. */
function unreadable(): LoadedFramework {
	const message = vscode.l10n.t('This file is too intricate to be read: simplify it.');
	return { problems: [{ rule: 'framework-syntax', severity: 'error', message, span: { start: 0, end: 0 } }], entries: [], references: [], presets: [], questions: [] };
}

/** The text of a file as the author sees it: with what is not saved yet. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
	const key = uri.toString();
	const open = vscode.workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === key);
	return open?.isDirty ? open.getText() : readText(uri);
}

function filesOf(states: readonly FolderFrameworks[]): readonly vscode.Uri[] {
	return [...new Map(states.flatMap(({ file }) => (file ? [[file.uri.toString(), file.uri] as const] : []))).values()];
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
	return a.length === b.length && a.every((item, index) => item === b[index]);
}

function isWithin(folder: vscode.Uri, uri: vscode.Uri): boolean {
	return uri.path.startsWith(`${folder.path.replace(/\/$/u, '')}/`);
}
