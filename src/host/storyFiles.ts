import * as vscode from 'vscode';
import { type Analysis, type AnalysisContext, nothing } from '../core/analysis.ts';
import { StoryIndex } from '../core/bank/storyIndex.ts';
import { intricateDocument } from '../core/intricateDocument.ts';
import { localDay } from '../core/localDay.ts';
import { LineMap } from '../core/text/lines.ts';
import { FailureLog } from './failureLog.ts';
import type { Frameworks } from './frameworks.ts';
import type { LanguageClient } from './language/languageClient.ts';
import { OverBudget } from './language/workerLane.ts';
import { readSettings } from './settings.ts';
import { isWithin } from './uriPaths.ts';

/** What is known of one file, and how its offsets become positions. */
export interface StoryFile {
	readonly uri: vscode.Uri;
	readonly analysis: Analysis;
	readonly lines: LineMap;
}

/** A file of stories under a new name. */
export interface FileMove {
	readonly from: vscode.Uri;
	readonly to: vscode.Uri;
}

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
	#fresh = new WeakMap<vscode.TextDocument, { version: number; analysis: Promise<Analysis> }>();

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

	/** Every file of which anything is known. */
	uris(): readonly vscode.Uri[] {
		return [...this.#files.values()].map(({ uri }) => uri);
	}

	/**
	 * The analysis of a document, whatever is still waiting to be analysed. Its offsets hold for the text as it is when the
	 * answer comes: where the document changes meanwhile, it is analysed again.
	 */
	async analysisOf(document: vscode.TextDocument): Promise<Analysis> {
		for (;;) {
			const { version } = document;
			const analysis = await this.#analysisNow(document);
			if (document.version === version) return analysis;
		}
	}

	#analysisNow(document: vscode.TextDocument): Promise<Analysis> {
		const known = this.#fresh.get(document);
		if (known?.version === document.version) return known.analysis;
		const analysis = this.#analyse(document.uri, document.getText(), true);
		this.#fresh.set(document, { version: document.version, analysis });
		return analysis;
	}

	/** What an analysis depends on besides the text and the name of the file. */
	contextFor(uri: vscode.Uri): Omit<AnalysisContext, 'fileName'> {
		const { severities, wordsPerMinute, staleAfterYears } = readSettings(uri);
		return { frameworks: this.#frameworks.for(uri), severities, wordsPerMinute, staleAfterYears, today: localDay(new Date()) };
	}

	/** Reads a text without taking it in. */
	async read(uri: vscode.Uri, source: string | vscode.TextDocument): Promise<StoryFile> {
		const analysis = await (typeof source === 'string' ? this.#analyse(uri, source, false) : this.analysisOf(source));
		const text = typeof source === 'string' ? source : source.getText();
		return { uri, analysis, lines: new LineMap(analysis === nothing ? '' : text) };
	}

	/** Takes in what was read, all at once; undefined for a file that is gone. */
	update(files: Iterable<readonly [vscode.Uri, StoryFile | undefined]>): void {
		const counted = new Map<string, Analysis>();
		const changed: vscode.Uri[] = [];
		for (const [uri, file] of files) {
			const key = uri.toString();
			const known = this.#files.delete(key);
			if (file && (file.analysis.kind !== 'other' || file.analysis.problems.length > 0)) this.#files.set(key, file);
			else if (!known) continue;
			changed.push(uri);
			// Also where its folder has left the workspace and only an editor still holds it.
			counted.set(key, vscode.workspace.getWorkspaceFolder(uri) ? (file?.analysis ?? nothing) : nothing);
		}
		this.index.update(counted);
		if (changed.length > 0) this.#changes.fire(changed);
	}

	/**
	 * Takes in that files or folders were renamed: what is known of a story holds under its new name, until it is read again.
	 * @returns the files of stories that this concerns
	 */
	move(renames: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[]): readonly FileMove[] {
		const moves = renames.flatMap(({ oldUri, newUri }) =>
			this.uris()
				.filter((uri) => isWithin(uri, oldUri))
				.map((from): FileMove => ({ from, to: newUri.with({ path: newUri.path + from.path.slice(oldUri.path.length) }) })),
		);
		const files = moves.flatMap(({ from, to }) => {
			const known = this.get(from);
			return known ? [[from, undefined] as const, [to, { ...known, uri: to }] as const] : [];
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

	async #analyse(uri: vscode.Uri, text: string, urgent: boolean): Promise<Analysis> {
		const key = uri.toString();
		const fileName = uri.path.slice(uri.path.lastIndexOf('/') + 1);
		const context = { fileName, ...this.contextFor(uri) };
		try {
			const isApart = this.#intricate.has(key);
			const analysis = await (urgent && !isApart
				? this.#language.call('analyseDocument', [key, text, context], { urgent })
				: this.#language.call('analyse', [text, context], isApart ? { apart: key } : {}));
			this.#intricate.delete(key);
			this.#failures.report(uri.toString(true), analysis.failures);
			return analysis.kind === 'other' && analysis.problems.length === 0 ? nothing : analysis;
		} catch (error) {
			if (error instanceof OverBudget) this.#intricate.add(key);
			this.#log.error(`${uri.toString(true)} was not analysed: ${error instanceof Error ? error.message : String(error)}.`);
			return error instanceof OverBudget ? intricateDocument(text, context.severities) : nothing;
		}
	}
}
