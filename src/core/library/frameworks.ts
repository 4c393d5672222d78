import { activeFrameworks, namedFrameworks } from '../framework/active.ts';
import { isBuiltIn } from '../framework/built-in/ids.ts';
import { staff } from '../framework/built-in/staff.ts';
import { ambiguousIds, loadedApart, toldApart } from '../framework/file/foldersApart.ts';
import type { FrameworkDefaults, LoadedFramework } from '../framework/file/loadFramework.ts';
import { Lookups } from '../framework/lookups.ts';
import type { Framework } from '../framework/model.ts';
import type { TargetLevel } from '../framework/targetLevel.ts';
import { LineMap } from '../text/lines.ts';
import { type NamesRead, unreadNames } from '../text/names/hideable.ts';
import { Disposables } from './disposables.ts';
import { type Disposable, Emitter, type Event } from './event.ts';
import { HeldFiles } from './heldFiles.ts';
import { KeyedDebounce } from './keyedDebounce.ts';
import { type Log, logError } from './log.ts';
import { frameworkFileOf } from './placesOfSettings.ts';
import { nameOf, readable } from './uris.ts';
import type { Workspace, WorkspaceFolder } from './workspace.ts';

/** A framework file as it was last read. */
export interface FrameworkFile {
	readonly uri: string;
	readonly text: string;
	readonly loaded: LoadedFramework;
	readonly lines: LineMap;
}

/** Reads the texts of frameworks. */
export interface FrameworkReader {
	/** Every built-in framework, in the order in which they are offered. */
	builtInFrameworks(): Promise<readonly Framework[]>;
	loadFramework(text: string, identity: FrameworkDefaults): Promise<LoadedFramework>;
}

/** What a folder was read to have. */
interface FolderReading {
	readonly file: FrameworkFile | undefined;
	/** Ids of built-in frameworks, by the settings. */
	readonly named: readonly string[];
	/** Whether somebody has set them. */
	readonly areChosen: boolean;
	/** Absent where the folder has no framework file. */
	readonly names?: FrameworkNames;
}

/** The names that a framework file lists to be hidden. */
export interface FrameworkNames {
	readonly uri: string;
	readonly names: NamesRead;
}

interface FolderFrameworks {
	/** Absent where the folder has no framework file. */
	readonly file: FrameworkFile | undefined;
	/** What the file last meant while it was whole. */
	readonly lastGood: Framework | undefined;
	readonly active: Lookups;
}

/** Pause after a change of a framework file before it is read again, in milliseconds. */
const changePause = 200;

/**
 * The active frameworks of each folder: its framework file first, then the built-in ones that the settings name. A file
 * that breaks keeps what it last meant.
 */
export class Frameworks implements Disposable {
	readonly #workspace: Workspace;
	readonly #reader: FrameworkReader;
	readonly #log: Pick<Log, 'warn' | 'error'>;
	readonly #folders = new Map<string, FolderFrameworks>();
	readonly #names = new Map<string, FrameworkNames>();
	readonly #disposables = new Disposables();
	readonly #changes: Emitter<void>;
	readonly #reads: Emitter<string>;
	readonly #debounce: KeyedDebounce;
	readonly #held: HeldFiles;
	/** Where the files of all folders are expected. */
	#places: ReadonlySet<string> = new Set();
	#loaded = false;
	/** Counts the readings. */
	#readings = 0;
	/** The latest reading that holds: an older one that takes longer counts for nothing. */
	#taken = 0;
	#everywhere = new Lookups([staff]);
	/** The default is at hand; the texts of the others are the worker's, and come when somebody names them. */
	#builtIn: ReadonlyMap<string, Framework> = new Map([[staff.id, staff]]);
	#asked: Promise<ReadonlyMap<string, Framework>> | undefined;

	constructor(workspace: Workspace, reader: FrameworkReader, log: Pick<Log, 'warn' | 'error'>) {
		this.#workspace = workspace;
		this.#reader = reader;
		this.#log = log;
		this.#changes = new Emitter(logError(log));
		this.#reads = new Emitter(logError(log));
		this.#debounce = this.#disposables.add(new KeyedDebounce(workspace.clock, changePause));
		this.#held = this.#disposables.add(new HeldFiles(workspace.clock));
		this.#disposables.add(workspace.onDidChangeFile(({ uri }) => this.#loadIfOurs(uri)));
		this.#disposables.add(workspace.onDidChangeDocument(({ uri }) => this.#loadIfOurs(uri)));
		this.#disposables.add(workspace.onDidCloseDocument((uri) => this.#loadIfOurs(uri)));
		this.#disposables.add(workspace.onDidChangeFolders(() => this.#followFolders()));
		this.#disposables.add(workspace.onDidChangeSettings(() => this.#loadSoon()));
	}

	/** Fires when the frameworks of a folder, or the target level, are others than before. */
	get onDidChange(): Event<void> {
		return this.#changes.event;
	}

	/** Fires with the URI of a framework file that was read again or is gone. */
	get onDidRead(): Event<string> {
		return this.#reads.event;
	}

	/** Every built-in framework by its id, in the order in which they are offered. */
	builtIn(): Promise<ReadonlyMap<string, Framework>> {
		return (this.#asked ??= this.#reader.builtInFrameworks().then(
			(all) =>
				(this.#builtIn = new Map(
					all.map((framework) => [framework.id, framework.id === staff.id ? staff : framework]),
				)),
			(error: unknown) => {
				this.#asked = undefined;
				this.#log.error(`The built-in frameworks could not be read: ${String(error)}`);
				return this.#builtIn;
			},
		));
	}

	/** Reads the framework files of all folders. */
	async load(): Promise<void> {
		const reading = ++this.#readings;
		const { folders } = this.#workspace;
		this.#places = new Set(folders.flatMap(({ uri }) => frameworkFileOf(uri, this.#workspace.settings(uri)) ?? []));
		const named = [undefined, ...folders.map(({ uri }) => uri)].flatMap(
			(scope) => this.#workspace.settings(scope).frameworks,
		);
		if (named.some((id) => isBuiltIn(id) && !this.#builtIn.has(id))) await this.builtIn();
		const readings = await Promise.all(
			folders.map(async (folder) => [folder.uri, await this.#read(folder)] as const),
		);
		if (reading < this.#taken) return;
		this.#taken = reading;
		const before = new Map(this.#folders);
		const states = foldersApart(readings.filter(this.#isInWorkspace), before).map(
			([key, read, lastGood]) => [key, this.#stateOf(read, lastGood, before.get(key))] as const,
		);
		this.#folders.clear();
		for (const [key, state] of states) this.#folders.set(key, state);
		this.#takeNames(new Map(readings.flatMap(([key, { names }]) => (names ? [[key, names] as const] : []))));
		const distinct = new Set(states.flatMap(([, { active }]) => active.frameworks));
		const everywhere =
			distinct.size > 0
				? [...distinct]
				: namedFrameworks(this.#workspace.settings(undefined).frameworks, this.#builtIn);
		const level = this.#workspace.settings(undefined).targetLevel;
		const isSame = sameItems(everywhere, this.#everywhere.frameworks) && level === this.#everywhere.level;
		const changed = !isSame || states.some(([key, { active }]) => before.get(key)?.active !== active);
		if (!isSame) this.#everywhere = new Lookups(everywhere, level);
		for (const uri of filesOf([...before.values(), ...this.#folders.values()])) this.#reads.fire(uri);
		// Before the first time nobody has read anything with other frameworks.
		if (changed && this.#loaded) this.#changes.fire();
		this.#loaded = true;
	}

	/** Where a file cannot be read in full, what it listed before is hidden too. */
	#takeNames(read: ReadonlyMap<string, FrameworkNames>): void {
		const before = new Map(this.#names);
		this.#names.clear();
		for (const [folder, { uri, names }] of read) {
			const known = names.unread === undefined ? [] : (before.get(folder)?.names.names ?? []);
			const all = new Map([...known, ...names.names].map((each) => [`${each.field} ${each.name}`, each]));
			this.#names.set(folder, { uri, names: { ...names, names: [...all.values()] } });
		}
	}

	/** What the framework files of all folders list to be hidden, also those with errors. */
	get names(): readonly FrameworkNames[] {
		return [...this.#names.values()];
	}

	/**
	 * The active frameworks of a file, in order of precedence.
	 *
	 * @param uri of a file; undefined for those of all folders
	 */
	for(uri: string | undefined): readonly Framework[] {
		return this.lookupsFor(uri).frameworks;
	}

	/**
	 * What is looked up in the active frameworks of a file: the same object as long as they stay the same.
	 *
	 * @param uri of a file; undefined for those of all folders
	 */
	lookupsFor(uri: string | undefined): Lookups {
		const folder = uri === undefined ? undefined : this.#workspace.folderOf(uri);
		return (folder && this.#folders.get(folder.uri)?.active) ?? this.#everywhere;
	}

	/** The framework file of the folder that a file lies in; undefined where there is none. */
	fileFor(uri: string): FrameworkFile | undefined {
		const folder = this.#workspace.folderOf(uri);
		return folder && this.#folders.get(folder.uri)?.file;
	}

	/** What is known of a framework file; undefined where the file is none. */
	file(uri: string): FrameworkFile | undefined {
		return this.files().find((file) => file.uri === uri);
	}

	/** The first framework file that gives a competency its name; undefined where that is a built-in one's. */
	fileNaming(competency: string): FrameworkFile | undefined {
		return this.files().find(({ loaded }) =>
			loaded.entries.some((entry) => entry.competency === competency && entry.name !== undefined),
		);
	}

	/** Every framework file of the workspace. */
	files(): readonly FrameworkFile[] {
		return [...this.#folders.values()].flatMap(({ file }) => file ?? []);
	}

	dispose(): void {
		this.#disposables.dispose();
	}

	async #read(folder: WorkspaceFolder): Promise<FolderReading> {
		const { frameworks: named, frameworkFile } = this.#workspace.settings(folder.uri);
		const uri = frameworkFileOf(folder.uri, { frameworkFile });
		if (uri === undefined) return { file: undefined, named, areChosen: false };
		const text = await this.#textOf(uri).catch(() => null);
		if (text === null) {
			// What is known of it counts meanwhile.
			const isAwaited = this.#held.wait(uri, () => this.#loadSoon());
			const known = isAwaited ? this.#folders.get(folder.uri)?.file : undefined;
			const file = known?.uri === uri ? known : undefined;
			return {
				file,
				named,
				areChosen: file !== undefined && this.#workspace.areFrameworksChosen(folder.uri),
				names: { uri, names: unreadNames('it cannot be read') },
			};
		}
		this.#held.release(uri);
		if (text === undefined) return { file: undefined, named, areChosen: false };
		const loaded = await this.#reader.loadFramework(text, { id: 'workspace', name: folder.name }).catch(unreadable);
		return {
			file: { uri, text, loaded, lines: LineMap.of(text) },
			named,
			areChosen: this.#workspace.areFrameworksChosen(folder.uri),
			names: { uri, names: loaded.names },
		};
	}

	#stateOf(
		{ file, named, areChosen }: FolderReading,
		lastGood: Framework | undefined,
		before: FolderFrameworks | undefined,
	): FolderFrameworks {
		const level = this.#workspace.settings(undefined).targetLevel;
		if (!file) return stateOf(before, file, undefined, namedFrameworks(named, this.#builtIn), level);
		if (!file.loaded.framework)
			this.#log.warn(
				`${readable(file.uri)} has errors: ${lastGood ? 'what it last meant stays in force' : 'it is left out'}.`,
			);
		return stateOf(before, file, lastGood, activeFrameworks(lastGood, named, areChosen, this.#builtIn), level);
	}

	/**
	 * The text of a file as the author sees it: with what is not saved yet.
	 *
	 * @throws Error where it is there and cannot be read
	 */
	async #textOf(uri: string): Promise<string | undefined> {
		const open = this.#workspace.document(uri);
		return open?.isUnsaved ? open.getText() : this.#workspace.read(uri);
	}

	#loadIfOurs(uri: string): void {
		if (!this.#places.has(uri)) return;
		this.#held.release(uri);
		this.#loadSoon();
	}

	/** One that has left the workspace and comes back is a new one: meanwhile others held for its files. */
	#followFolders(): void {
		const gone = [...this.#folders].filter((folder) => !this.#isInWorkspace(folder));
		for (const [uri] of gone) this.#folders.delete(uri);
		for (const uri of filesOf(gone.map(([, state]) => state))) this.#reads.fire(uri);
		this.#loadSoon();
	}

	readonly #isInWorkspace = ([uri]: readonly [uri: string, ...unknown[]]): boolean =>
		this.#workspace.folders.some((folder) => folder.uri === uri);

	#loadSoon(): void {
		this.#debounce.schedule('load', () => void this.load().catch(logError(this.#log)));
	}
}

/**
 * Tells competencies apart that the files of several folders have under one id.
 *
 * @param readings by folder
 * @returns each with what its file last meant
 */
function foldersApart(
	readings: readonly (readonly [string, FolderReading])[],
	before: ReadonlyMap<string, FolderFrameworks>,
): readonly (readonly [string, FolderReading, Framework | undefined])[] {
	const last = ([key, { file }]: readonly [string, FolderReading]) =>
		file && (file.loaded.framework ?? before.get(key)?.lastGood);
	const ambiguous = ambiguousIds(readings.flatMap((reading) => last(reading) ?? []));
	const folders = new Set<string>();
	return readings.map(([key, reading]) => {
		const { file } = reading;
		const lastGood = last([key, reading]);
		if (!file) return [key, reading, undefined];
		const folder = slugWithin(nameOf(key), folders);
		return [
			key,
			{ ...reading, file: { ...file, loaded: loadedApart(file.loaded, ambiguous, folder) } },
			lastGood && toldApart(lastGood, ambiguous, folder),
		];
	});
}

/** A name in the letters of an id, which no folder has that was named before. */
function slugWithin(name: string, taken: Set<string>): string {
	const plain =
		name
			.toLowerCase()
			.replaceAll(/[^a-z0-9]+/gu, '-')
			.replaceAll(/^-|-$/gu, '') || 'folder';
	let own = plain;
	for (let number = 2; taken.has(own); number++) own = `${plain}-${number}`;
	taken.add(own);
	return own;
}

/**
 * The state of a folder after a reading. The frameworks and look-ups of before stay where nothing has changed.
 *
 * @param active the frameworks, in order of precedence
 */
function stateOf(
	before: FolderFrameworks | undefined,
	file: FrameworkFile | undefined,
	lastGood: Framework | undefined,
	active: readonly Framework[],
	level: TargetLevel,
): FolderFrameworks {
	const isSameFile = JSON.stringify(before?.lastGood) === JSON.stringify(lastGood);
	if (!before || !isSameFile) return { file, lastGood, active: new Lookups(active, level) };
	const kept = active.map((framework) => (framework === lastGood && before.lastGood ? before.lastGood : framework));
	const isSame = sameItems(kept, before.active.frameworks) && level === before.active.level;
	return { file, lastGood: before.lastGood, active: isSame ? before.active : new Lookups(kept, level) };
}

/** One that takes too long is told of like one that is broken. */
function unreadable(): LoadedFramework {
	const message = 'This file is too intricate to be read: simplify it.';
	return {
		problems: [{ rule: 'framework-syntax', severity: 'error', message, span: { start: 0, end: 0 } }],
		entries: [],
		references: [],
		presets: [],
		questions: [],
		names: unreadNames('it is too intricate to be read'),
	};
}

function filesOf(states: readonly FolderFrameworks[]): ReadonlySet<string> {
	return new Set(states.flatMap(({ file }) => file?.uri ?? []));
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
	return a.length === b.length && a.every((item, index) => item === b[index]);
}
