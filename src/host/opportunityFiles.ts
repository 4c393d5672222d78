import * as vscode from 'vscode';
import { opportunitiesFor, opportunitiesName, type Opportunity, type PlannedExperience } from '../core/opportunities/opportunity.ts';
import type { EditResult } from '../core/edit/editResult.ts';
import { messageOf } from '../core/messageOf.ts';
import { LineMap } from '../core/text/lines.ts';
import { Disposables } from './disposables.ts';
import { applyDocumentEdits } from './documentEdits.ts';
import { documentToEdit } from './documentToEdit.ts';
import { type EditHistory, gestureOf } from './editHistory.ts';
import type { Frameworks } from './frameworks.ts';
import { settingsSection } from './ids.ts';
import { KeyedDebounce } from './keyedDebounce.ts';
import type { LanguageClient } from '../worker/client.ts';
import { currentText } from './markdownFiles.ts';
import { isOpportunities, opportunitiesUri } from './opportunitiesUri.ts';
import { reasonAgainstWriting } from './readOnly.ts';
import { reportTo } from './reportTo.ts';

/** Pause after the last change of a file before it is read, in milliseconds: shorter than the pause of a reader. */
const pause = 100;

/** How often a file is looked at anew where somebody goes on typing in it meanwhile. */
const mostAttempts = 5;

/** An opportunity with the file it stands in. */
export interface FiledOpportunity extends Opportunity {
	/** The file's URI as a string. */
	readonly file: string;
	/** Position among the file's opportunities. */
	readonly index: number;
	/** The line on which it begins, from 0. */
	readonly line: number;
}

/** The experiences that the author plans: one file a folder, in the folder of the stories. */
export class OpportunityFiles implements vscode.Disposable {
	readonly #language: LanguageClient;
	readonly #frameworks: Frameworks;
	readonly #history: EditHistory;
	readonly #log: vscode.LogOutputChannel;
	readonly #disposables = new Disposables();
	readonly #changes = this.#disposables.add(new vscode.EventEmitter<void>());
	readonly #plans = this.#disposables.add(new vscode.EventEmitter<PlannedExperience>());
	readonly #soon = this.#disposables.add(new KeyedDebounce(pause));
	#all: readonly FiledOpportunity[] = [];
	/** Counts the readings. */
	#readings = 0;
	/** The latest reading that is in the list: an older one that takes longer counts for nothing. */
	#taken = 0;

	readonly onDidChange = this.#changes.event;

	/** Fires with an experience that was just planned, once it is in the list. */
	readonly onDidPlan = this.#plans.event;

	/** @param history remembers what was planned and ticked */
	constructor(language: LanguageClient, frameworks: Frameworks, history: EditHistory, log: vscode.LogOutputChannel) {
		this.#language = language;
		this.#frameworks = frameworks;
		this.#history = history;
		this.#log = log;
		const { workspace } = vscode;
		const readIf = (uri: vscode.Uri) => isOpportunities(uri) && this.#readSoon();
		const watcher = this.#disposables.add(workspace.createFileSystemWatcher(`**/${opportunitiesName}`));
		for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete]) this.#disposables.add(event(readIf));
		// A folder that goes is told of without its files.
		this.#disposables.add(workspace.onDidDeleteFiles(() => this.#readSoon()));
		this.#disposables.add(workspace.onDidRenameFiles(() => this.#readSoon()));
		this.#disposables.add(workspace.onDidChangeTextDocument(({ document }) => readIf(document.uri)));
		this.#disposables.add(workspace.onDidCloseTextDocument(({ uri }) => readIf(uri)));
		this.#disposables.add(workspace.onDidChangeWorkspaceFolders(() => this.#readSoon()));
		this.#disposables.add(frameworks.onDidChange(() => this.#readSoon()));
		this.#disposables.add(workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(settingsSection) && this.#readSoon()));
	}

	/** Every opportunity of the workspace, in the order of folders and places. */
	get all(): readonly FiledOpportunity[] {
		return this.#all;
	}

	/** The opportunities for a competency, in the order in which they are shown. */
	for(competency: string): readonly FiledOpportunity[] {
		return opportunitiesFor(competency, this.#all);
	}

	/** Reads the files of all folders. @returns resolves when what they held is in the list, or something newer */
	async load(): Promise<void> {
		const reading = ++this.#readings;
		const found: FiledOpportunity[] = [];
		for (const { uri: folder } of vscode.workspace.workspaceFolders ?? []) {
			const uri = opportunitiesUri(folder);
			const current = uri && (await currentText(uri));
			if (!uri || current === undefined) continue;
			const text = typeof current === 'string' ? current : current.getText();
			const read = await this.#language.call('readOpportunities', [text, { frameworks: this.#frameworks.for(uri) }], { urgent: true });
			const lines = LineMap.of(text);
			found.push(...read.map((each, index) => ({ ...each, file: uri.toString(), index, line: lines.lineAt(each.span.start) })));
		}
		if (reading < this.#taken) return;
		this.#taken = reading;
		if (JSON.stringify(found) === JSON.stringify(this.#all)) return;
		this.#all = found;
		this.#changes.fire();
	}

	/**
	 * Adds an experience to the list of a folder, which is created with its first.
	 * @returns whether it was added; where not, the author is told why
	 */
	async plan(folder: vscode.Uri, experience: PlannedExperience): Promise<boolean> {
		const uri = opportunitiesUri(folder);
		if (!uri) return this.#refuse(vscode.l10n.t('The setting starStories.storiesFolder leads out of the folder: name a folder inside it.'));
		const frameworks = this.#frameworks.for(uri);
		const label = vscode.l10n.t('Plan “{0}”', experience.what);
		const edits = (text: string) => this.#language.call('planOpportunity', [text, { frameworks }, experience], { urgent: true });
		if ((await currentText(uri)) !== undefined) {
			const added = await this.#edit(uri, edits, label);
			if (added) this.#plans.fire(experience);
			return added;
		}
		const { edits: [first], refusal } = await edits('');
		if (refusal) return this.#refuse(refusal.message);
		const text = first?.newText ?? '';
		const creation = new vscode.WorkspaceEdit();
		creation.createFile(uri, { contents: new TextEncoder().encode(text) }, { label, needsConfirmation: false });
		if (!(await vscode.workspace.applyEdit(creation))) return this.#refuse(vscode.l10n.t('{0} could not be created: is the folder read-only?', vscode.workspace.asRelativePath(uri)));
		// Taken back it leaves an empty file: a view deletes none.
		this.#history.add({ label, files: [{ uri, before: '', after: text, inverse: [{ span: { start: 0, end: text.length }, newText: '' }] }] });
		await this.load();
		this.#plans.fire(experience);
		return true;
	}

	/** Ticks an opportunity, or takes the tick away. */
	tick({ file, index, what }: Pick<FiledOpportunity, 'file' | 'index' | 'what'>, done: boolean): Promise<boolean> {
		const uri = vscode.Uri.parse(file, true);
		const frameworks = this.#frameworks.for(uri);
		const edits = (text: string) => this.#language.call('tickOpportunity', [text, { frameworks }, { index, what }, done], { urgent: true });
		return this.#edit(uri, edits, done ? vscode.l10n.t('Tick “{0}”', what) : vscode.l10n.t('Untick “{0}”', what));
	}

	dispose(): void {
		this.#taken = Infinity;
		this.#disposables.dispose();
	}

	async #edit(uri: vscode.Uri, editsFor: (text: string) => Promise<EditResult>, label: string): Promise<boolean> {
		const reason = await reasonAgainstWriting(uri);
		if (reason !== undefined) return this.#refuse(`${opportunitiesName}: ${reason}`);
		for (let attempt = 0; attempt < mostAttempts; attempt++) {
			let document: vscode.TextDocument;
			try {
				document = await documentToEdit(uri);
			} catch (error) {
				return this.#refuse(`${opportunitiesName}: ${messageOf(error)}`);
			}
			const { version } = document;
			const { edits, refusal } = await editsFor(document.getText());
			if (refusal) return this.#refuse(refusal.message);
			const changes = [{ document, version, edits }];
			const gesture = gestureOf(changes, label);
			const { applied, unsaved } = await applyDocumentEdits(changes, label);
			if (!applied) continue;
			this.#history.add(gesture);
			await this.load();
			return unsaved.length === 0 || this.#refuse(vscode.l10n.t('{0}: it was changed, and could not be saved.', opportunitiesName));
		}
		return this.#refuse(vscode.l10n.t('VS Code could not make the edit: the files keep changing, or are read-only.'));
	}

	#refuse(message: string): false {
		void vscode.window.showErrorMessage(message);
		return false;
	}

	#readSoon(): void {
		this.#soon.schedule('read', () => void this.load().catch(reportTo(this.#log)));
	}
}
