import * as vscode from 'vscode';
import { type Analysis, analyse, nothing } from '../core/analyse.ts';
import { StoryIndex } from '../core/bank/storyIndex.ts';
import { LineMap } from '../core/text/lines.ts';
import type { Frameworks } from './frameworks.ts';
import { readSettings } from './settings.ts';

/** What is known of one file, and how its offsets become positions. */
export interface StoryFile {
	readonly uri: vscode.Uri;
	readonly analysis: Analysis;
	readonly lines: LineMap;
}

/**
 * The latest analysis of every file. Files of the workspace also count in {@link index}; a story opened from elsewhere,
 * or never saved, is only checked.
 */
export class StoryFiles implements vscode.Disposable {
	readonly index = new StoryIndex();
	readonly #frameworks: Frameworks;
	readonly #log: vscode.LogOutputChannel;
	readonly #files = new Map<string, StoryFile>();
	readonly #changes = new vscode.EventEmitter<readonly vscode.Uri[]>();
	#fresh = new WeakMap<vscode.TextDocument, { version: number; analysis: Analysis }>();

	/** Fires with the files whose analysis changed. */
	readonly onDidChange = this.#changes.event;

	/**
	 * @param frameworks tells which hold for a file
	 * @param log where failures of rules go
	 */
	constructor(frameworks: Frameworks, log: vscode.LogOutputChannel) {
		this.#frameworks = frameworks;
		this.#log = log;
	}

	get(uri: vscode.Uri): StoryFile | undefined {
		return this.#files.get(uri.toString());
	}

	/** Every file of which anything is known. */
	uris(): readonly vscode.Uri[] {
		return [...this.#files.values()].map(({ uri }) => uri);
	}

	/**
	 * The analysis of a document as it is this moment, whatever is still waiting to be analysed. By the time it is there,
	 * the document may have changed.
	 */
	async analysisOf(document: vscode.TextDocument): Promise<Analysis> {
		return this.#analysisNow(document);
	}

	#analysisNow(document: vscode.TextDocument): Analysis {
		const known = this.#fresh.get(document);
		if (known?.version === document.version) return known.analysis;
		const analysis = this.#analyse(document.uri, document.getText());
		this.#fresh.set(document, { version: document.version, analysis });
		return analysis;
	}

	/** Takes in new texts, all at once; undefined for a file that is gone. */
	update(texts: Iterable<readonly [vscode.Uri, string | vscode.TextDocument | undefined]>): void {
		const counted = new Map<string, Analysis>();
		const changed: vscode.Uri[] = [];
		for (const [uri, source] of texts) {
			const key = uri.toString();
			const analysis = this.#analysisFrom(uri, source);
			const known = this.#files.delete(key);
			if (source !== undefined && analysis !== nothing) {
				const text = typeof source === 'string' ? source : source.getText();
				this.#files.set(key, { uri, analysis, lines: new LineMap(text) });
			} else if (!known) continue;
			changed.push(uri);
			// Also where its folder has left the workspace and only an editor still holds it.
			counted.set(key, vscode.workspace.getWorkspaceFolder(uri) ? analysis : nothing);
		}
		this.index.update(counted);
		if (changed.length > 0) this.#changes.fire(changed);
	}

	/** Forgets the files that `isGone` says are gone. */
	forget(isGone: (uri: vscode.Uri) => boolean): void {
		const gone = [...this.#files.values()].filter(({ uri }) => isGone(uri));
		this.update(gone.map(({ uri }) => [uri, undefined]));
	}

	/** Makes every later analysis a new one, after something other than a text has changed. */
	invalidate(): void {
		this.#fresh = new WeakMap();
	}

	dispose(): void {
		this.#changes.dispose();
	}

	#analysisFrom(uri: vscode.Uri, source: string | vscode.TextDocument | undefined): Analysis {
		if (source === undefined) return nothing;
		return typeof source === 'string' ? this.#analyse(uri, source) : this.#analysisNow(source);
	}

	#analyse(uri: vscode.Uri, text: string): Analysis {
		const fileName = uri.path.slice(uri.path.lastIndexOf('/') + 1);
		const { severities, wordsPerMinute, staleAfterYears } = readSettings(uri);
		const frameworks = this.#frameworks.for(uri);
		const analysis = analyse(text, { fileName, frameworks, severities, wordsPerMinute, staleAfterYears, today: today() });
		for (const { rule, message } of analysis.failures) this.#log.error(`Rule ${rule} failed on ${uri.toString(true)}: ${message}`);
		return analysis;
	}
}

/** Today in the author's time zone, as `YYYY-MM-DD`. */
function today(): string {
	const now = new Date();
	const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
	return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
