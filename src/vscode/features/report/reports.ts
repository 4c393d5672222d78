import * as vscode from 'vscode';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import { Slices } from '../../../core/library/slices.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { isWithin, joinPath } from '../../../core/library/uris.ts';
import type { Workspace } from '../../../core/library/workspace.ts';
import type { FiledOpportunity, OpportunityFiles } from '../../../core/questions/opportunities/opportunityFiles.ts';
import type { InterviewFiles } from '../../../core/questions/interviews/interviewFiles.ts';
import { isInScope, type ReportInput, buildReport } from '../../../core/report/buildReport.ts';
import { type EarlierReport, earlierReportName, readEarlierReport } from '../../../core/report/changes.ts';
import { listedNames } from '../../../core/report/redact/listedNames.ts';
import { type RedactedReport, textsOf, withTexts } from '../../../core/report/redact/redactReport.ts';
import type { ReadInterview } from '../../../core/report/reportInterviews.ts';
import type { Report } from '../../../core/report/report.ts';
import type { ReportFormatId } from '../../../core/report/reportFormats.ts';
import { localDay } from '../../../core/text/day.ts';
import type { HideableField, ListedName, NamesRead } from '../../../core/text/names/hideable.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { readSettings } from '../../settings.ts';
import { besides, type Listing, type NameHiding } from './nameHiding.ts';
import { ReportContents } from './reportContents.ts';
import { linkTo, reportPath } from './reportPaths.ts';
import { ReportScopes } from './reportScopes.ts';

/** What somebody wants a report of. Plain data: it stands in the address of the document that shows it. */
export interface ReportChoice {
	/** Names a framework, by its id too; all that are active when left out. */
	readonly lens?: string;
	/** Path of a folder as reports name it; everything when left out. */
	readonly scope?: string;
	/** Fields whose names are hidden; nothing is when left out. */
	readonly hide?: readonly HideableField[];
	/** Words that are hidden besides; `near` for all that come near a name. */
	readonly also?: readonly string[] | 'near';
}

/** How often a report is begun anew where files change while their words are fetched. */
const maxAttempts = 3;

interface ReportServices {
	readonly workspace: Workspace;
	/** Words what is planned, and writes reports. */
	readonly language: LanguageClient;
	readonly storyFiles: StoryFiles;
	readonly frameworks: Frameworks;
	/** What the author plans. */
	readonly opportunities: OpportunityFiles;
	/** Those that were held. */
	readonly interviews: Pick<InterviewFiles, 'all'>;
	readonly nameHiding: NameHiding;
}

/** Makes reports of what the workspace holds this moment, in slices between which the thread is free for others. */
export class Reports {
	readonly #workspace: Workspace;
	readonly #language: LanguageClient;
	readonly #storyFiles: StoryFiles;
	readonly #opportunities: OpportunityFiles;
	readonly #interviews: Pick<InterviewFiles, 'all'>;
	readonly #contents: ReportContents;
	readonly scopes: ReportScopes;
	readonly nameHiding: NameHiding;

	constructor({
		workspace,
		language,
		storyFiles,
		frameworks,
		opportunities,
		interviews,
		nameHiding,
	}: ReportServices) {
		this.#interviews = interviews;
		this.#workspace = workspace;
		this.#language = language;
		this.#storyFiles = storyFiles;
		this.#opportunities = opportunities;
		this.#contents = new ReportContents(storyFiles);
		this.scopes = new ReportScopes(storyFiles, frameworks);
		this.nameHiding = nameHiding;
	}

	/**
	 * @param from the folder of the document that will hold it, for links from there; links from the workspace when
	 *   left out
	 */
	async make(choice: ReportChoice, from?: vscode.Uri): Promise<Report> {
		return choice.hide || choice.also
			? (await this.#redact(choice, choice.hide ?? [], from)).report
			: (await this.#build(choice, from)).report;
	}

	/** A report as the text of a file. */
	write(format: ReportFormatId, report: Report): Promise<string> {
		return this.#language.call('writeReport', [format, report], { urgent: true });
	}

	/** The report with names hidden, what has become of each name, and words that are left and come near one. */
	async redact(
		choice: ReportChoice,
		hide: readonly HideableField[],
	): Promise<RedactedReport & { readonly leftovers: readonly string[] }> {
		const { names, ...redacted } = await this.#redact(choice, hide);
		return {
			...redacted,
			leftovers: await this.nameHiding.leftovers(textsOf(redacted.report), names),
		};
	}

	async #redact(
		choice: ReportChoice,
		hide: readonly HideableField[],
		from?: vscode.Uri,
	): Promise<RedactedReport & { readonly names: readonly ListedName[] }> {
		const { report, listing: before, read } = await this.#build(choice, from);
		// Also what came to be listed, or no longer is, while the report was made.
		const { names: listed, unread } = this.nameHiding.listing(before);
		const also = choice.also === 'near' ? [] : (choice.also ?? []);
		const isAsked = hide.length > 0 || also.length > 0;
		const wanted = [...listedNames([...listed, ...read], hide), ...also.map(besides)];
		const texts = textsOf(report);
		const hidden = await this.nameHiding.hide(texts, wanted, choice.also === 'near');
		const { names } = hidden;
		return { names, ...withTexts(report, names, isAsked ? unread.length : 0, texts, hidden) };
	}

	/** @returns the report with what was listed when it was begun, and the names in what was read for it */
	async #build(
		{ lens, scope }: ReportChoice,
		from?: vscode.Uri,
	): Promise<{ readonly report: Report; readonly listing: Listing; readonly read: readonly NamesRead[] }> {
		const folder = this.scopes.folderOf(scope);
		const [earlier, opportunities, interviews] = await Promise.all([
			folder && this.#earlierReport(folder.uri.toString()),
			this.#planned(scope === undefined ? undefined : folder),
			this.#held(scope === undefined ? undefined : folder),
		]);
		const { wordsPerMinute, reportDate } = readSettings(folder?.uri);
		const today = localDay(new Date());
		const slices = new Slices(this.#workspace.clock);
		const { lookups, listing, inScope, contents, read } = await this.#stories(scope, wordsPerMinute, slices);
		const uris = new Map(inScope.map(({ path, uri }) => [path, vscode.Uri.parse(uri, true)]));
		const links = new Map<string, string | undefined>();
		const report = buildReport({
			files: inScope,
			contents,
			lookups,
			...(lens !== undefined && { lens }),
			...(scope !== undefined && { scope }),
			wordsPerMinute,
			...(reportDate && { date: today }),
			today,
			linkTo: (path, line) => {
				if (!links.has(path)) links.set(path, linkTo(uris.get(path), from));
				const link = links.get(path);
				return link === undefined ? undefined : `${link}#L${line}`;
			},
			earlier,
			...(opportunities && { opportunities }),
			interviews,
		});
		return { report, listing, read };
	}

	/** The stories at one moment, with what the report says of them: what changes after it is not in the report. */
	async #stories(scope: string | undefined, wordsPerMinute: number, slices: Slices) {
		for (let attempt = 1; ; attempt++) {
			const lookups = this.scopes.lookupsFor(scope);
			const listing = this.nameHiding.listing();
			const inScope = this.scopes.files().filter(({ path }) => isInScope(path, scope));
			const content = await this.#contents.of(
				inScope,
				{ competencies: lookups.competencies, wordsPerMinute },
				slices,
			);
			// The words are those of now, and may be of another story by then.
			const isSame =
				content.areKnown ||
				inScope.every(({ uri, analysis }) => this.#storyFiles.get(uri)?.analysis === analysis);
			if (isSame || attempt === maxAttempts) return { lookups, listing, inScope, ...content };
		}
	}

	/**
	 * What the author plans.
	 *
	 * @param folder of the workspace whose list counts; all lists when left out
	 */
	async #planned(folder: vscode.WorkspaceFolder | undefined): Promise<ReportInput['opportunities']> {
		const isAsked = ({ file }: FiledOpportunity) => !folder || isWithin(file, folder.uri.toString());
		const planned = this.#opportunities.all.filter(isAsked);
		return planned.length > 0
			? this.#language.call('plannedOpportunities', [planned], { urgent: true })
			: undefined;
	}

	/**
	 * The interviews that were held, with what their questions come to.
	 *
	 * @param folder of the workspace whose list counts; all lists when left out
	 */
	async #held(folder: vscode.WorkspaceFolder | undefined): Promise<readonly ReadInterview[]> {
		const held = this.#interviews.all.filter(({ file }) => !folder || isWithin(file, folder.uri.toString()));
		if (held.length === 0) return [];
		const context = { lookups: this.scopes.lookupsFor(undefined) };
		const readings = await this.#language.call('readAsked', [held.flatMap(({ asked }) => asked), context], {
			urgent: true,
		});
		let next = 0;
		return held.map((each) => ({
			...each,
			file: reportPath(vscode.Uri.parse(each.file, true)),
			readings: readings.slice(next, (next += each.asked.length)),
		}));
	}

	async #earlierReport(folder: string): Promise<EarlierReport | undefined> {
		const text = await this.#workspace.read(joinPath(folder, earlierReportName)).catch(() => undefined);
		return text === undefined ? undefined : readEarlierReport(text);
	}
}
