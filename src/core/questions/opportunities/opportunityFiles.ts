import type { EditResult } from '../../edit/editResult.ts';
import type { Lookups } from '../../framework/lookups.ts';
import { type Disposable, Emitter, type Event } from '../../library/event.ts';
import { type Filed, ListFiles, type ListServices, listUri } from '../../library/listFiles.ts';
import { logError } from '../../library/log.ts';
import type { WorkspaceSettings } from '../../library/workspace.ts';
import { opportunitiesFor, opportunitiesName, type Opportunity, type PlannedExperience } from './opportunity.ts';
import type { SeenOpportunity } from './planOpportunity.ts';

/**
 * Where the opportunities of a folder of the workspace stand.
 *
 * @returns undefined where the setting leads out of the folder
 */
export function opportunitiesUri(folder: string, workspace: Pick<WorkspaceSettings, 'settings'>): string | undefined {
	return listUri(opportunitiesName, folder, workspace);
}

/** An opportunity with the file it stands in. */
export type FiledOpportunity = Filed<Opportunity>;

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
export interface OpportunityFilesParts extends ListServices {
	readonly language: OpportunityLanguage;
}

/** The experiences that the author plans: one file a folder, in the folder of the stories. */
export class OpportunityFiles implements Disposable {
	readonly #language: OpportunityLanguage;
	readonly #files: ListFiles<Opportunity>;
	readonly #plans: Emitter<PlannedExperience>;

	constructor({ language, ...services }: OpportunityFilesParts) {
		this.#language = language;
		this.#plans = new Emitter(logError(services.log));
		this.#files = new ListFiles({
			...services,
			name: opportunitiesName,
			read: (text, context) => language.readOpportunities(text, context),
		});
	}

	get onDidChange(): Event<void> {
		return this.#files.onDidChange;
	}

	/** Fires with an experience that was just planned, once it is in the list. */
	get onDidPlan(): Event<PlannedExperience> {
		return this.#plans.event;
	}

	/** Every opportunity of the workspace, in the order of folders and places. */
	get all(): readonly FiledOpportunity[] {
		return this.#files.all;
	}

	/** The opportunities for a competency, in the order in which they are shown. */
	for(competency: string): readonly FiledOpportunity[] {
		return opportunitiesFor(competency, this.all);
	}

	/** Reads the files of all folders. @returns resolves when what they held is in the list, or something newer */
	load(): Promise<void> {
		return this.#files.load();
	}

	/**
	 * Adds an experience to the list of a folder, which is created with its first.
	 *
	 * @param folder of the workspace
	 * @returns whether it was added; where not, the author is told why
	 */
	async plan(folder: string, experience: PlannedExperience): Promise<boolean> {
		const isAdded = await this.#files.add(
			folder,
			(text, context) => this.#language.planOpportunity(text, context, experience),
			`Plan “${experience.what}”`,
		);
		if (isAdded) this.#plans.fire(experience);
		return isAdded;
	}

	/** Ticks an opportunity, or takes the tick away. */
	tick({ file, index, what }: Pick<FiledOpportunity, 'file' | 'index' | 'what'>, done: boolean): Promise<boolean> {
		return this.#files.edit(
			file,
			(text, context) => this.#language.tickOpportunity(text, context, { index, what }, done),
			`${done ? 'Tick' : 'Untick'} “${what}”`,
		);
	}

	dispose(): void {
		this.#files.dispose();
	}
}
