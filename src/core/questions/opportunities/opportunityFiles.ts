import type { EditResult } from '../../edit/editResult.ts';
import type { Lookups } from '../../framework/lookups.ts';
import { currentText } from '../../library/currentText.ts';
import { Disposables } from '../../library/disposables.ts';
import { editsOfDocument, unsavedSentence } from '../../library/documentEdits.ts';
import type { EditHistory } from '../../library/editHistory.ts';
import { type Disposable, Emitter, type Event } from '../../library/event.ts';
import { HeldFiles } from '../../library/heldFiles.ts';
import { KeyedDebounce } from '../../library/keyedDebounce.ts';
import { type Log, logError } from '../../library/log.ts';
import { leadsOut, storiesFolderOf } from '../../library/placesOfSettings.ts';
import { isWithin, joinPath } from '../../library/uris.ts';
import type { DocumentEdits, Workspace, WorkspaceSettings } from '../../library/workspace.ts';
import { LineMap } from '../../text/lines.ts';
import { messageOf } from '../../text/messageOf.ts';
import { opportunitiesFor, opportunitiesName, type Opportunity, type PlannedExperience } from './opportunity.ts';
import type { SeenOpportunity } from './planOpportunity.ts';

/**
 * Where the opportunities of a folder of the workspace stand.
 *
 * @returns undefined where the setting leads out of the folder
 */
export function opportunitiesUri(folder: string, workspace: Pick<WorkspaceSettings, 'settings'>): string | undefined {
	const directory = storiesFolderOf(folder, workspace.settings(folder));
	return directory === undefined ? undefined : joinPath(directory, opportunitiesName);
}

/** Pause after the last change of a file before it is read, in milliseconds: shorter than the pause of a reader. */
const pause = 100;

/** An opportunity with the file it stands in. */
export interface FiledOpportunity extends Opportunity {
	/** The file's URI as a string. */
	readonly file: string;
	/** Position among the file's opportunities. */
	readonly index: number;
	/** The line on which it begins, from 0. */
	readonly line: number;
}

/** Reads the text of a list of opportunities, and computes edits of it. */
export interface OpportunityLanguage {
	readOpportunities(text: string, context: OpportunityContext): Promise<readonly Opportunity[]>;
	planOpportunity(text: string, context: OpportunityContext, experience: PlannedExperience): Promise<EditResult>;
	tickOpportunity(
		text: string,
		context: OpportunityContext,
		seen: SeenOpportunity,
		done: boolean,
	): Promise<EditResult>;
}

interface OpportunityContext {
	readonly lookups: Lookups;
}

/** What {@link OpportunityFiles} takes. */
export interface OpportunityFilesParts {
	readonly workspace: Workspace;
	readonly language: OpportunityLanguage;
	readonly frameworks: { lookupsFor(uri: string): Lookups; readonly onDidChange: Event<void> };
	/** Makes what is planned and ticked, and remembers it. */
	readonly history: EditHistory;
	readonly log: Pick<Log, 'error'>;
	readonly showError: (message: string) => void;
}

/** The experiences that the author plans: one file a folder, in the folder of the stories. */
export class OpportunityFiles implements Disposable {
	readonly #parts: OpportunityFilesParts;
	readonly #disposables = new Disposables();
	readonly #changes: Emitter<void>;
	readonly #plans: Emitter<PlannedExperience>;
	readonly #soon: KeyedDebounce;
	readonly #held: HeldFiles;
	/** Where the files are expected that were read last. */
	#places: readonly string[] = [];
	#all: readonly FiledOpportunity[] = [];
	/** Counts the readings. */
	#readings = 0;
	/** The latest reading that is in the list: an older one that takes longer counts for nothing. */
	#taken = 0;

	constructor(parts: OpportunityFilesParts) {
		this.#parts = parts;
		const { workspace, frameworks, log } = parts;
		this.#changes = new Emitter(logError(log));
		this.#plans = new Emitter(logError(log));
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

	/** Fires with an experience that was just planned, once it is in the list. */
	get onDidPlan(): Event<PlannedExperience> {
		return this.#plans.event;
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
		const { workspace, language, frameworks } = this.#parts;
		const found: FiledOpportunity[] = [];
		this.#places = workspace.folders.flatMap(({ uri }) => opportunitiesUri(uri, workspace) ?? []);
		for (const file of this.#places) {
			const text = await this.#textOf(file).catch(() => null);
			if (text === null) {
				// What it listed counts meanwhile.
				if (this.#held.wait(file, () => this.#readSoon()))
					found.push(...this.#all.filter((each) => each.file === file));
				continue;
			}
			this.#held.release(file);
			if (text === undefined) continue;
			const read = await language.readOpportunities(text, { lookups: frameworks.lookupsFor(file) });
			const lines = LineMap.of(text);
			found.push(...read.map((each, index) => ({ ...each, file, index, line: lines.lineAt(each.span.start) })));
		}
		if (reading < this.#taken) return;
		this.#taken = reading;
		if (JSON.stringify(found) === JSON.stringify(this.#all)) return;
		this.#all = found;
		this.#changes.fire();
	}

	/**
	 * Adds an experience to the list of a folder, which is created with its first.
	 *
	 * @param folder of the workspace
	 * @returns whether it was added; where not, the author is told why
	 */
	async plan(folder: string, experience: PlannedExperience): Promise<boolean> {
		const { workspace, language, frameworks, history } = this.#parts;
		const uri = opportunitiesUri(folder, workspace);
		if (uri === undefined) return this.#refuse(leadsOut('storiesFolder'));
		const context = { lookups: frameworks.lookupsFor(uri) };
		const label = `Plan “${experience.what}”`;
		// One that another program holds is waited for like any that is edited.
		if ((await this.#textOf(uri).catch(() => '')) !== undefined) {
			const added = await this.#edit(uri, (text) => language.planOpportunity(text, context, experience), label);
			if (added) this.#plans.fire(experience);
			return added;
		}
		const {
			edits: [first],
			refusal,
		} = await language.planOpportunity('', context, experience);
		if (refusal) return this.#refuse(refusal.message);
		if (!(await history.createFile(uri, first?.newText ?? '', label)))
			return this.#refuse(`${workspace.shownPath(uri)} could not be created: is the folder read-only?`);
		await this.load();
		this.#plans.fire(experience);
		return true;
	}

	/** Ticks an opportunity, or takes the tick away. */
	tick({ file, index, what }: Pick<FiledOpportunity, 'file' | 'index' | 'what'>, done: boolean): Promise<boolean> {
		const { language, frameworks } = this.#parts;
		const context = { lookups: frameworks.lookupsFor(file) };
		return this.#edit(
			file,
			(text) => language.tickOpportunity(text, context, { index, what }, done),
			`${done ? 'Tick' : 'Untick'} “${what}”`,
		);
	}

	dispose(): void {
		this.#taken = Infinity;
		this.#disposables.dispose();
	}

	async #edit(uri: string, editsFor: (text: string) => Promise<EditResult>, label: string): Promise<boolean> {
		const { workspace, history } = this.#parts;
		const reason = await workspace.reasonAgainstWriting(uri);
		if (reason !== undefined) return this.#refuse(`${opportunitiesName}: ${reason}`);
		let refused: string | undefined;
		const attempt = async (): Promise<readonly DocumentEdits[] | undefined> => {
			refused = undefined;
			try {
				const made = await editsOfDocument(uri, workspace, async (document) => {
					const { edits, refusal } = await editsFor(document.getText());
					refused = refusal?.message;
					return edits;
				});
				return refused === undefined ? [made] : undefined;
			} catch (error) {
				refused = `${opportunitiesName}: ${messageOf(error)}`;
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
		return !notSaved || this.#refuse(`${opportunitiesName}: ${unsavedSentence(notSaved)}`);
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
