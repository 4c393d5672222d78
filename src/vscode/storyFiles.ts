import * as vscode from 'vscode';
import type { Frameworks } from '../core/library/frameworks.ts';
import { type LibraryStory, StoryIndex } from '../core/library/storyIndex.ts';
import { type Analysis, type AnalysisContext, type FullAnalysis, nothing } from '../core/rules/analysis.ts';
import { intricateDocument } from '../core/rules/unreadDocument.ts';
import { type FullStory, isFull, withoutSections, wordless } from '../core/story/model.ts';
import { localDay } from '../core/text/day.ts';
import { LineMap } from '../core/text/lines.ts';
import { messageOf } from '../core/text/messageOf.ts';
import type { LanguageClient } from '../worker/client.ts';
import { OverBudget } from '../worker/lane.ts';
import { FailureLog } from './log.ts';
import { currentText } from './readText.ts';
import { readSettings } from './settings.ts';
import type { StoryFile } from './storyFile.ts';
import { isWithin, nameOf } from './uris.ts';

/** A file of stories under a new name. */
export interface FileMove {
	readonly from: vscode.Uri;
	readonly to: vscode.Uri;
}

/** Files that are read at once for the words of their stories. */
const filesAtOnce = 20;

/**
 * The latest analysis of every file. Files of the workspace also count in {@link index}; a story opened from elsewhere,
 * or never saved, is only checked.
 */
export class StoryFiles implements vscode.Disposable {
	readonly index = new StoryIndex();
	readonly #language: LanguageClient;
	readonly #frameworks: Frameworks;
	readonly #log: vscode.LogOutputChannel;
	readonly #failures: FailureLog;
	readonly #files = new Map<string, StoryFile>();
	/** Files whose analysis had to be ended. */
	readonly #intricate = new Set<string>();
	readonly #changes = new vscode.EventEmitter<readonly vscode.Uri[]>();
	/** The versions of documents whose analysis failed. */
	readonly #failedVersions = new WeakMap<vscode.TextDocument, number>();
	#fresh = new WeakMap<vscode.TextDocument, { version: number; analysis: Promise<FullAnalysis> }>();

	readonly #moves = new vscode.EventEmitter<readonly FileMove[]>();

	/** Fires with the files that have another name, before they are told of as changed. */
	readonly onDidMove = this.#moves.event;

	/** Fires with the files whose analysis changed. */
	readonly onDidChange = this.#changes.event;

	/**
	 * @param language analyses
	 * @param frameworks tells which hold for a file
	 * @param log where failures of rules go
	 */
	constructor(language: LanguageClient, frameworks: Frameworks, log: vscode.LogOutputChannel) {
		this.#language = language;
		this.#frameworks = frameworks;
		this.#log = log;
		this.#failures = new FailureLog(log);
	}

	get(uri: vscode.Uri): StoryFile | undefined {
		return this.#files.get(uri.toString());
	}

	/** The files of the workspace that hold stories or candidates: those that {@link index} counts. */
	counted(): readonly StoryFile[] {
		return this.index.files().flatMap((key) => this.#files.get(key) ?? []);
	}

	/** Every file of which anything is known. */
	uris(): readonly vscode.Uri[] {
		return [...this.#files.values()].map(({ uri }) => uri);
	}

	/**
	 * The analysis of a document, whatever is still waiting to be analysed. Its offsets hold for the text as it is when
	 * the answer comes: where the document changes meanwhile, it is analysed again.
	 */
	async analysisOf(document: vscode.TextDocument): Promise<FullAnalysis> {
		for (;;) {
			const { version } = document;
			const analysis = await this.#analysisNow(document);
			if (document.version === version) return analysis;
		}
	}

	#analysisNow(document: vscode.TextDocument): Promise<FullAnalysis> {
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
	contextFor(uri: vscode.Uri): Omit<AnalysisContext, 'fileName'> {
		const { severities, wordsPerMinute, staleAfterYears } = readSettings(uri);
		return {
			lookups: this.#frameworks.lookupsFor(uri.toString()),
			severities,
			wordsPerMinute,
			staleAfterYears,
			today: localDay(new Date()),
		};
	}

	/** Reads a text without taking it in. */
	async read(uri: vscode.Uri, source: string | vscode.TextDocument): Promise<StoryFile> {
		const analysis = await (typeof source === 'string'
			? this.#analysisOfText(uri, source, false).then(kept)
			: this.analysisOf(source));
		const text = typeof source === 'string' ? source : source.getText();
		return { uri, analysis, lines: LineMap.of(analysis === nothing ? '' : text) };
	}

	/**
	 * Stories with their words, which are not kept of files that no editor holds.
	 *
	 * @returns those that can be read: not those whose file is gone, or a different one by now
	 */
	async withWords(entries: readonly LibraryStory[]): Promise<ReadonlyMap<LibraryStory, FullStory>> {
		const full = new Map<LibraryStory, FullStory>();
		const wanted = new Map<string, LibraryStory[]>();
		for (const entry of entries) {
			if (isFull(entry.story)) full.set(entry, entry.story);
			else wanted.set(entry.file, [...(wanted.get(entry.file) ?? []), entry]);
		}
		const files = [...wanted];
		for (let next = 0; next < files.length; next += filesAtOnce) {
			const read = files.slice(next, next + filesAtOnce).map(async ([file, own]) => {
				const { stories } = await this.#fullAnalysis(vscode.Uri.parse(file, true));
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

	async #fullAnalysis(uri: vscode.Uri): Promise<FullAnalysis> {
		const source = await currentText(uri);
		if (source === undefined) return nothing;
		return typeof source === 'string' ? this.#analysisOfText(uri, source, true) : this.analysisOf(source);
	}

	/** @param urgent whether somebody waits for it */
	async #analysisOfText(uri: vscode.Uri, text: string, urgent: boolean): Promise<FullAnalysis> {
		return this.#analyse(uri, text, false, urgent).catch((error: unknown) => this.#failed(uri, error));
	}

	#failed(uri: vscode.Uri, error: unknown): FullAnalysis {
		this.#log.error(`${uri.toString(true)} was not analysed: ${messageOf(error)}.`);
		return nothing;
	}

	/** Takes in what was read, all at once; undefined for a file that is gone. */
	update(files: Iterable<readonly [vscode.Uri, StoryFile | undefined]>): void {
		const counted = new Map<string, Analysis>();
		const changed: vscode.Uri[] = [];
		for (const [uri, file] of files) {
			const key = uri.toString();
			const known = this.#files.delete(key);
			if (file && (file.analysis.kind !== 'other' || file.analysis.problems.length > 0))
				this.#files.set(key, file);
			else if (!known) continue;
			changed.push(uri);
			// Also where its folder has left the workspace and only an editor still holds it.
			counted.set(key, vscode.workspace.getWorkspaceFolder(uri) ? (file?.analysis ?? nothing) : nothing);
		}
		this.index.update(counted);
		if (changed.length > 0) this.#changes.fire(changed);
	}

	/**
	 * Takes in that files or folders were renamed: what is known of a story holds under its new name, until it is read
	 * again.
	 *
	 * @returns the files of stories that this concerns
	 */
	move(renames: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[]): readonly FileMove[] {
		const moves = renames.flatMap(({ oldUri, newUri }) =>
			this.uris()
				.filter((uri) => isWithin(uri, oldUri))
				.map((from): FileMove => ({
					from,
					to: newUri.with({ path: newUri.path + from.path.slice(oldUri.path.length) }),
				})),
		);
		const files = moves.flatMap(({ from, to }) => {
			const known = this.get(from);
			return known
				? [[from, undefined] as const, [to, { uri: to, analysis: known.analysis, lines: known.lines }] as const]
				: [];
		});
		if (moves.length > 0) this.#moves.fire(moves);
		this.update(files);
		return moves;
	}

	/** Forgets the files that `isGone` says are gone. */
	forget(isGone: (uri: vscode.Uri) => boolean): void {
		const gone = [...this.#files.values()].filter(({ uri }) => isGone(uri));
		this.update(gone.map(({ uri }) => [uri, undefined]));
	}

	/** Makes every later analysis a new one, after something other than a text has changed. */
	invalidate(): void {
		this.#fresh = new WeakMap();
		this.#failures.forget();
	}

	dispose(): void {
		this.#moves.dispose();
		this.#changes.dispose();
	}

	/**
	 * @param isOpen whether the document is being written
	 * @param urgent whether somebody waits for it
	 * @throws Error where it failed, for another reason than that it took too long
	 */
	async #analyse(uri: vscode.Uri, text: string, isOpen: boolean, urgent = isOpen): Promise<FullAnalysis> {
		const key = uri.toString();
		const fileName = nameOf(uri);
		const context = { fileName, ...this.contextFor(uri) };
		const isApart = this.#intricate.has(key);
		try {
			const analysis = await (isOpen && !isApart
				? this.#language.call('analyseDocument', [key, text, context], { urgent })
				: this.#language.call('analyse', [text, context], isApart ? { apart: key } : { urgent }));
			this.#intricate.delete(key);
			this.#failures.report(uri.toString(true), analysis.failures);
			return analysis.kind === 'other' && analysis.problems.length === 0 ? nothing : analysis;
		} catch (error) {
			if (!(error instanceof OverBudget)) throw error;
			if (isApart) {
				this.#failed(uri, error);
				return intricateDocument(text, context.severities);
			}
			// On a busy machine it may not have been the file: it is tried once more, where nobody waits for it.
			this.#intricate.add(key);
			return this.#analyse(uri, text, isOpen, urgent);
		}
	}
}

/** An analysis as it is kept of a file that no editor holds. */
function kept(analysis: FullAnalysis): Analysis {
	return analysis === nothing ? nothing : { ...analysis, stories: analysis.stories.map(withoutSections) };
}
