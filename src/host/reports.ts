import * as vscode from 'vscode';
import { deriveFrom } from '../core/derived.ts';
import type { Framework } from '../core/framework/model.ts';
import { localDay } from '../core/localDay.ts';
import { buildReport, isInScope, type ReportFile, type ReportInput } from '../core/report/buildReport.ts';
import { type EarlierReport, earlierReportName, readEarlierReport } from '../core/report/earlierReport.ts';
import { type HideableField, type ListedName, listedNames } from '../core/report/redact/listedNames.ts';
import { type RedactedReport, redactReport } from '../core/report/redact/redactReport.ts';
import type { Report } from '../core/report/report.ts';
import type { ReportFormatId } from '../core/report/reportForms.ts';
import { isPrepared, prepareStory, type StoryContext } from '../core/report/reportStory.ts';
import { isFull, type Story } from '../core/story/model.ts';
import type { Frameworks } from './frameworks.ts';
import type { LanguageClient } from './language/languageClient.ts';
import type { FiledOpportunity, OpportunityFiles } from './opportunityFiles.ts';
import { readText } from './readText.ts';
import { linkTo, reportPath } from './reportPaths.ts';
import { readSettings } from './settings.ts';
import type { StoryFiles } from './storyFiles.ts';
import { isWithin } from './uriPaths.ts';

/** What somebody wants a report of. Plain data: it stands in the address of the document that shows it. */
export interface ReportChoice {
	/** Id of a framework; all that are active when left out. */
	readonly lens?: string;
	/** Path of a folder as reports name it; everything when left out. */
	readonly scope?: string;
	/** Fields whose names are hidden; nothing is when left out. */
	readonly hide?: readonly HideableField[];
}

/** How many stories have their words in memory at once. */
const storiesATurn = 100;

/** Makes reports of what the workspace holds this moment. */
export class Reports {
	readonly #language: LanguageClient;
	readonly #storyFiles: StoryFiles;
	readonly #frameworks: Frameworks;
	readonly #opportunities: OpportunityFiles;

	/**
	 * @param language words what is planned, and writes reports
	 * @param opportunities what the author plans
	 */
	constructor(language: LanguageClient, storyFiles: StoryFiles, frameworks: Frameworks, opportunities: OpportunityFiles) {
		this.#language = language;
		this.#storyFiles = storyFiles;
		this.#frameworks = frameworks;
		this.#opportunities = opportunities;
	}

	/** @param from the folder of the document that will hold it, for links from there; links from the workspace when left out */
	async make(choice: ReportChoice, from?: vscode.Uri): Promise<Report> {
		const report = await this.#build(choice, from);
		return choice.hide ? redactReport(report, this.names(choice.hide)).report : report;
	}

	/** A report as the text of a file. */
	write(format: ReportFormatId, report: Report): Promise<string> {
		return this.#language.call('writeReport', [format, report], { urgent: true });
	}

	/** The report with names hidden, and what has become of each name. */
	async redact(choice: ReportChoice, hide: readonly HideableField[]): Promise<RedactedReport> {
		return redactReport(await this.#build(choice), this.names(hide));
	}

	/** Every name that is listed under these fields, in whatever folder. */
	names(hide: readonly HideableField[]): readonly ListedName[] {
		return listedNames(this.#files().flatMap(({ analysis }) => [...analysis.stories]), this.#frameworks.for(undefined), hide);
	}

	/** Paths of the files whose front matter cannot be read in full, so that names may be missing. */
	unreadable(): readonly string[] {
		const broken = (file: ReportFile) => file.analysis.problems.some(({ rule }) => rule === 'front-matter-syntax' || rule === 'front-matter-value');
		return this.#files().filter(broken).map(({ path }) => path);
	}

	/** The folders that hold stories, as reports name them, with how many they hold. */
	folders(): ReadonlyMap<string, number> {
		const folders = new Map<string, number>();
		for (const { path, analysis } of this.#files()) {
			const stories = storiesIn(analysis).length;
			if (stories === 0) continue;
			for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
				const folder = path.slice(0, end);
				folders.set(folder, (folders.get(folder) ?? 0) + stories);
			}
		}
		return new Map([...folders].toSorted(([a], [b]) => (a < b ? -1 : 1)));
	}

	/** How many stories there are. */
	count(): number {
		return this.#files().reduce((sum, { analysis }) => sum + storiesIn(analysis).length, 0);
	}

	/** The frameworks that hold for what is chosen. */
	frameworksFor(scope: string | undefined): readonly Framework[] {
		return this.#frameworks.for(scope === undefined ? undefined : this.#uriIn(scope));
	}

	/** The folder of the workspace that a report of this scope belongs to. */
	folderOf(scope: string | undefined): vscode.WorkspaceFolder | undefined {
		const uri = scope === undefined ? undefined : this.#uriIn(scope);
		return (uri && vscode.workspace.getWorkspaceFolder(uri)) ?? vscode.workspace.workspaceFolders?.[0];
	}

	async #build({ lens, scope }: ReportChoice, from?: vscode.Uri): Promise<Report> {
		const folder = this.folderOf(scope);
		const [earlier, opportunities] = await Promise.all([folder && earlierReport(folder.uri), this.#planned(scope === undefined ? undefined : folder)]);
		const { wordsPerMinute, reportDate } = readSettings(folder?.uri);
		await this.#prepare(scope, wordsPerMinute);
		// Only now: meanwhile stories may have changed.
		const places = new Map(this.#uris().map((uri) => [reportPath(uri), uri]));
		return buildReport({
			files: this.#files(),
			frameworks: this.frameworksFor(scope),
			...(lens !== undefined && { lens }),
			...(scope !== undefined && { scope }),
			wordsPerMinute,
			...(reportDate && { date: localDay(new Date()) }),
			linkTo: (path, line) => linkTo(places.get(path), line, from),
			earlier,
			...(opportunities && { opportunities }),
		});
	}

	/** Fetches the words of stories of which no report has told yet; they are not kept. */
	async #prepare(scope: string | undefined, wordsPerMinute: number): Promise<void> {
		for (;;) {
			const context: StoryContext = { competencies: deriveFrom(this.frameworksFor(scope)).competencies, wordsPerMinute };
			const missing = this.#storyFiles.index.stories().filter(({ file, story }) => !isFull(story) && !isPrepared(story, context) && isInScope(reportPath(vscode.Uri.parse(file, true)), scope));
			if (missing.length === 0) return;
			for (let next = 0; next < missing.length; next += storiesATurn) {
				const words = await this.#storyFiles.withWords(missing.slice(next, next + storiesATurn));
				for (const [{ story }, full] of words) prepareStory(story, full, context);
			}
		}
	}

	/**
	 * What the author plans.
	 * @param folder of the workspace whose list counts; all lists when left out
	 */
	async #planned(folder: vscode.WorkspaceFolder | undefined): Promise<ReportInput['opportunities']> {
		const isAsked = ({ file }: FiledOpportunity) => !folder || isWithin(vscode.Uri.parse(file, true), folder.uri);
		const planned = this.#opportunities.all.filter(isAsked);
		return planned.length > 0 ? this.#language.call('plannedOpportunities', [planned], { urgent: true }) : undefined;
	}

	#uris(): readonly vscode.Uri[] {
		return this.#storyFiles.index.files().map((key) => vscode.Uri.parse(key, true));
	}

	/** In the order of their paths, so that placeholders do not depend on which file was read first. */
	#files(): readonly ReportFile[] {
		const files = this.#uris().flatMap((uri): readonly ReportFile[] => {
			const file = this.#storyFiles.get(uri);
			return file ? [{ path: reportPath(uri), analysis: file.analysis, lines: file.lines }] : [];
		});
		return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
	}

	/** A file in a folder that a report names. */
	#uriIn(scope: string): vscode.Uri | undefined {
		return this.#uris().find((uri) => reportPath(uri).startsWith(`${scope}/`));
	}
}

function storiesIn({ kind, stories }: ReportFile['analysis']): readonly Story[] {
	return kind === 'story' || kind === 'bank' ? stories : [];
}

async function earlierReport(folder: vscode.Uri): Promise<EarlierReport | undefined> {
	const text = await readText(vscode.Uri.joinPath(folder, earlierReportName));
	return text === undefined ? undefined : readEarlierReport(text);
}
