import type { Lookups } from '../framework/lookups.ts';
import { type Analysis, type AnalysisContext, type FullAnalysis, nothing, saysAnything } from '../rules/analysis.ts';
import { intricateDocument } from '../rules/unreadDocument.ts';
import { type FullStory, isFull, withoutSections, wordless } from '../story/model.ts';
import { localDay } from '../text/day.ts';
import { LineMap } from '../text/lines.ts';
import { messageOf } from '../text/messageOf.ts';
import { unreadNames } from '../text/names/hideable.ts';
import { currentText } from './currentText.ts';
import { Emitter, type Event } from './event.ts';
import type { HiddenCandidates } from './hiddenCandidates.ts';
import { FileNames } from './fileNames.ts';
import { FailureLog, type Log, logError } from './log.ts';
import { OverBudget, type StoryAnalyser } from './storyAnalyser.ts';
import type { StoryFile } from './storyFile.ts';
import { type LibraryStory, StoryIndex } from './storyIndex.ts';
import { foldersOf, isWithin, nameOf, readable } from './uris.ts';
import type {
	Clock,
	FileRename,
	OpenDocument,
	WorkspaceDocuments,
	WorkspaceFiles,
	WorkspaceFolders,
	WorkspaceSettings,
} from './workspace.ts';

/** Files that are read at once for the words of their stories. */
const filesAtOnce = 20;

/** What {@link StoryFiles} takes. */
export interface StoryFilesParts {
	readonly workspace: Pick<WorkspaceFolders, 'folderOf'> &
		Pick<WorkspaceSettings, 'settings'> &
		Pick<WorkspaceFiles, 'read' | 'realPath'> &
		Pick<WorkspaceDocuments, 'document'> & { readonly clock: Pick<Clock, 'now'> };
	readonly analyser: StoryAnalyser;
	/** Tells which frameworks hold for a file. */
	readonly frameworks: { lookupsFor(uri: string): Lookups };
	/** The files whose candidates count for nothing. */
	readonly hidden?: Pick<HiddenCandidates, 'has' | 'move' | 'onDidChange'>;
	/** Receives failures of rules. */
	readonly log: Pick<Log, 'error'>;
}

/**
 * The latest analysis of every file. Files of the workspace also count in {@link index}; a story opened from elsewhere,
 * or never saved, is only checked.
 */
export class StoryFiles {
	readonly index: StoryIndex;
	readonly #parts: StoryFilesParts;
	readonly #failures: FailureLog;
	readonly #files = new Map<string, StoryFile>();
	readonly #names = new FileNames();
	/** Every folder above one of the files; undefined until somebody asks after they have changed. */
	#folders: ReadonlySet<string> | undefined;
	/** Files whose analysis had to be ended. */
	readonly #intricate = new Set<string>();
	readonly #changes: Emitter<readonly string[]>;
	readonly #moves: Emitter<readonly FileRename[]>;
	/** The versions of documents whose analysis failed. */
	readonly #failedVersions = new WeakMap<OpenDocument, number>();
	#fresh = new WeakMap<OpenDocument, { version: number; analysis: Promise<FullAnalysis> }>();

	constructor(parts: StoryFilesParts) {
		this.#parts = parts;
		const report = logError(parts.log);
		this.#failures = new FailureLog(parts.log);
		this.index = new StoryIndex(report);
		this.#changes = new Emitter(report);
		this.#moves = new Emitter(report);
		parts.hidden?.onDidChange((uris) => this.update(uris.map((uri) => [uri, this.#files.get(uri)])));
	}

	/** Fires with the files that have another name, before they are told of as changed. */
	get onDidMove(): Event<readonly FileRename[]> {
		return this.#moves.event;
	}

	/** Fires with the files whose analysis changed. */
	get onDidChange(): Event<readonly string[]> {
		return this.#changes.event;
	}

	/** What is known of a file; nothing where its candidates are hidden. */
	get(uri: string): StoryFile | undefined {
		const file = this.#files.get(uri);
		return file?.analysis.kind === 'candidate' && this.#parts.hidden?.has(uri) ? undefined : file;
	}

	/** The files of the workspace that hold stories or candidates: those that {@link index} counts. */
	counted(): readonly StoryFile[] {
		return this.index.files().flatMap((key) => this.#files.get(key) ?? []);
	}

	/** Whether anything is known of a file, or of one that lies in a folder. */
	knows(uri: string): boolean {
		this.#folders ??= new Set(this.uris().flatMap(foldersOf));
		return this.#files.has(uri) || this.#folders.has(uri);
	}

	/** Of how many files anything is known. */
	get size(): number {
		return this.#files.size;
	}

	/** Every file of which anything is known. */
	uris(): readonly string[] {
		return [...this.#files.keys()];
	}

	/**
	 * The analysis of a document, whatever is still waiting to be analysed. Its offsets hold for the text as it is when
	 * the answer comes: where the document changes meanwhile, it is analysed again.
	 */
	async analysisOf(document: OpenDocument): Promise<FullAnalysis> {
		for (;;) {
			const { version } = document;
			const analysis = await this.#analysisNow(document);
			if (document.version === version) return analysis;
		}
	}

	#analysisNow(document: OpenDocument): Promise<FullAnalysis> {
		const known = this.#fresh.get(document);
		if (known?.version === document.version) return known.analysis;
		const { uri, version } = document;
		const analysis = this.#analyse(uri, document.getText(), true).catch((error: unknown) => {
			// Whoever asks next has it tried again, once.
			if (this.#failedVersions.get(document) !== version && this.#fresh.get(document) === fresh)
				this.#fresh.delete(document);
			this.#failedVersions.set(document, version);
			return this.#failed(uri, error);
		});
		const fresh = { version, analysis };
		this.#fresh.set(document, fresh);
		return analysis;
	}

	/** What an analysis depends on besides the text and the name of the file. */
	contextFor(uri: string): Omit<AnalysisContext, 'fileName'> {
		const { severities, wordsPerMinute, staleAfterYears } = this.#parts.workspace.settings(uri);
		return {
			lookups: this.#parts.frameworks.lookupsFor(uri),
			severities,
			wordsPerMinute,
			staleAfterYears,
			today: localDay(new Date(this.#parts.workspace.clock.now())),
		};
	}

	/** Reads a text without taking it in. */
	async read(uri: string, source: string | OpenDocument): Promise<StoryFile> {
		const analysis = await (typeof source === 'string'
			? this.#analysisOfText(uri, source, false).then(kept)
			: this.analysisOf(source));
		const text = typeof source === 'string' ? source : source.getText();
		const realPath = analysis === nothing ? undefined : await this.#parts.workspace.realPath(uri);
		return { uri, analysis, lines: LineMap.of(analysis === nothing ? '' : text), realPath };
	}

	/**
	 * Stories with their words, which are not kept of files that no editor holds.
	 *
	 * @param seen is handed each analysis that had to be made
	 * @returns those that can be read: not those whose file is gone, or a different one by now
	 */
	async withWords(
		entries: readonly LibraryStory[],
		seen?: (analysis: Analysis) => void,
	): Promise<ReadonlyMap<LibraryStory, FullStory>> {
		const full = new Map<LibraryStory, FullStory>();
		const wanted = new Map<string, LibraryStory[]>();
		for (const entry of entries) {
			if (isFull(entry.story)) full.set(entry, entry.story);
			else wanted.set(entry.file, [...(wanted.get(entry.file) ?? []), entry]);
		}
		const files = [...wanted];
		for (let next = 0; next < files.length; next += filesAtOnce) {
			const read = files.slice(next, next + filesAtOnce).map(async ([file, own]) => {
				const analysis = await this.#fullAnalysis(file);
				const { stories } = analysis;
				seen?.(analysis);
				for (const entry of own) {
					const story = stories[entry.index];
					if (story) full.set(entry, story);
				}
			});
			await Promise.all(read);
		}
		return full;
	}

	/** The same of one story; without a word where it cannot be read. */
	async withItsWords(entry: LibraryStory): Promise<FullStory> {
		return (await this.withWords([entry])).get(entry) ?? wordless(entry.story);
	}

	async #fullAnalysis(uri: string): Promise<FullAnalysis> {
		const source = await currentText(uri, this.#parts.workspace).catch(() => undefined);
		if (source === undefined) return nothing;
		return typeof source === 'string' ? this.#analysisOfText(uri, source, true) : this.analysisOf(source);
	}

	/** @param urgent whether somebody waits for it */
	async #analysisOfText(uri: string, text: string, urgent: boolean): Promise<FullAnalysis> {
		return this.#analyse(uri, text, false, urgent).catch((error: unknown) => this.#failed(uri, error));
	}

	#failed(uri: string, error: unknown): FullAnalysis {
		this.#parts.log.error(`${readable(uri)} was not analysed: ${messageOf(error)}.`);
		return { ...nothing, names: unreadNames('its analysis failed') };
	}

	/** Takes in what was read, all at once; undefined for a file that is gone. */
	update(files: Iterable<readonly [string, StoryFile | undefined]>): void {
		const changed = new Set<string>();
		const concerned = new Set<string>();
		for (const [uri, file] of files) {
			for (const name of this.#names.of(uri)) concerned.add(name);
			const known = this.#files.delete(uri);
			if (known !== (file !== undefined && saysAnything(file.analysis))) this.#folders = undefined;
			const isKept = file !== undefined && saysAnything(file.analysis);
			if (isKept) this.#files.set(uri, file);
			this.#names.set(uri, isKept ? file.realPath : undefined);
			if (isKept || known) changed.add(uri);
			for (const name of this.#names.of(uri)) concerned.add(name);
		}
		const counted = new Map<string, Analysis>();
		for (const uri of concerned) {
			// Also where its folder has left the workspace and only an editor still holds it.
			const counts = (this.#counts(uri) ? this.get(uri)?.analysis : undefined) ?? nothing;
			if (changed.has(uri) || counts !== this.index.get(uri)) counted.set(uri, counts);
		}
		this.index.update(counted);
		const told = [...new Set([...changed, ...counted.keys()])];
		if (told.length > 0) this.#changes.fire(told);
	}

	/** Whether a file is known here under another name, by which it counts. */
	isOtherName(uri: string): boolean {
		return !this.#names.isFirst(uri);
	}

	#counts(uri: string): boolean {
		return this.#parts.workspace.folderOf(uri) !== undefined && this.#names.isFirst(uri);
	}

	/**
	 * Takes in that files or folders were renamed: what is known of a story holds under its new name, until it is read
	 * again.
	 *
	 * @returns the files of stories that this concerns
	 */
	move(renames: readonly FileRename[]): readonly FileRename[] {
		const moves = renames.flatMap((rename) =>
			this.uris()
				.filter((uri) => isWithin(uri, rename.from))
				.map((uri): FileRename => ({ from: uri, to: rename.to + uri.slice(rename.from.length) })),
		);
		const files = moves.flatMap(({ from, to }) => {
			const known = this.#files.get(from);
			return known
				? [[from, undefined] as const, [to, { uri: to, analysis: known.analysis, lines: known.lines }] as const]
				: [];
		});
		this.#parts.hidden?.move(moves);
		if (moves.length > 0) this.#moves.fire(moves);
		this.update(files);
		return moves;
	}

	/** Forgets the files that `isGone` says are gone. */
	forget(isGone: (uri: string) => boolean): void {
		this.update(
			this.uris()
				.filter(isGone)
				.map((uri) => [uri, undefined]),
		);
	}

	/** Makes every later analysis a new one, after something other than a text has changed. */
	invalidate(): void {
		this.#fresh = new WeakMap();
		this.#failures.forget();
	}

	/**
	 * @param isOpen whether the document is being written
	 * @param urgent whether somebody waits for it
	 * @throws Error where it failed, for another reason than that it took too long
	 */
	async #analyse(uri: string, text: string, isOpen: boolean, urgent = isOpen): Promise<FullAnalysis> {
		const { analyser } = this.#parts;
		const context = { fileName: nameOf(uri), ...this.contextFor(uri) };
		const isApart = this.#intricate.has(uri);
		try {
			const analysis = await (isOpen && !isApart
				? analyser.analyseDocument(uri, text, context, { urgent })
				: analyser.analyse(text, context, isApart ? { apart: uri } : { urgent }));
			this.#intricate.delete(uri);
			this.#failures.report(readable(uri), analysis.failures);
			return saysAnything(analysis) ? analysis : nothing;
		} catch (error) {
			if (!(error instanceof OverBudget)) throw error;
			if (isApart) {
				this.#failed(uri, error);
				return intricateDocument(text, context.severities);
			}
			// On a busy machine it may not have been the file: it is tried once more, where nobody waits for it.
			this.#intricate.add(uri);
			return this.#analyse(uri, text, isOpen, urgent);
		}
	}
}

/** An analysis as it is kept of a file that no editor holds. */
function kept(analysis: FullAnalysis): Analysis {
	return analysis === nothing ? nothing : { ...analysis, stories: analysis.stories.map(withoutSections) };
}
