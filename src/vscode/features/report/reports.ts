import * as vscode from 'vscode';
import type { Lookups } from '../../../core/framework/lookups.ts';
import type { Framework } from '../../../core/framework/model.ts';
import type { CueContext } from '../../../core/library/cueCard.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import { Slices } from '../../../core/library/slices.ts';
import type { StoryFile } from '../../../core/library/storyFile.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { type LibraryStory, storiesOf } from '../../../core/library/storyIndex.ts';
import { isWithin, joinPath } from '../../../core/library/uris.ts';
import type { Workspace } from '../../../core/library/workspace.ts';
import type { FiledOpportunity, OpportunityFiles } from '../../../core/questions/opportunities/opportunityFiles.ts';
import { isInScope, type ReportInput, buildReport } from '../../../core/report/buildReport.ts';
import { type EarlierReport, earlierReportName, readEarlierReport } from '../../../core/report/changes.ts';
import { listedNames, type UnreadNames, unreadNamesOf } from '../../../core/report/redact/listedNames.ts';
import { nameOfLeftover } from '../../../core/report/redact/leftovers.ts';
import type { RedactedReport } from '../../../core/report/redact/redactReport.ts';
import type { Report } from '../../../core/report/report.ts';
import type { ReportFormatId } from '../../../core/report/reportFormats.ts';
import { type StoryContent, storyContent, StoryContents } from '../../../core/report/reportStory.ts';
import { type Story, wordless } from '../../../core/story/model.ts';
import { localDay } from '../../../core/text/day.ts';
import type { HideableField, ListedName, NamesRead } from '../../../core/text/names/hideable.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { readSettings } from '../../settings.ts';
import { linkTo, reportPath } from './reportDocuments.ts';
import { hideNames, leftoversIn } from './reportRedaction.ts';

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

/** How many stories have their words in memory at once. */
const storiesATurn = 100;

/** How often a report is begun anew where files change while their words are fetched. */
const maxAttempts = 3;

/** A file with the path under which reports name it. */
interface NamedFile extends StoryFile {
	readonly path: string;
}

/** Makes reports of what the workspace holds this moment, in slices between which the thread is free for others. */
export class Reports {
	readonly #workspace: Workspace;
	readonly #language: LanguageClient;
	readonly #storyFiles: StoryFiles;
	readonly #frameworks: Frameworks;
	readonly #opportunities: OpportunityFiles;
	readonly #contents = new StoryContents();

	/**
	 * @param language words what is planned, hides names and writes reports
	 * @param opportunities what the author plans
	 */
	constructor(
		workspace: Workspace,
		language: LanguageClient,
		storyFiles: StoryFiles,
		frameworks: Frameworks,
		opportunities: OpportunityFiles,
	) {
		this.#workspace = workspace;
		this.#language = language;
		this.#storyFiles = storyFiles;
		this.#frameworks = frameworks;
		this.#opportunities = opportunities;
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
			leftovers: await leftoversIn(redacted.report, names, this.#language),
		};
	}

	/** Every name that is listed, in whatever folder, by the fields that are asked for. */
	async listed(): Promise<(hide: readonly HideableField[]) => readonly ListedName[]> {
		const read = this.#listing(this.#files()).flatMap(({ names }) => names ?? []);
		return (hide) => listedNames(read, hide);
	}

	/** Everything that lists names: stories, candidates and framework files. */
	#listing(files: readonly NamedFile[]): readonly { readonly path: string; readonly names: NamesRead | undefined }[] {
		return [
			...files.map(({ path, analysis: { names } }) => ({ path, names })),
			...this.#frameworks.names.map(({ uri, names }) => ({
				path: reportPath(vscode.Uri.parse(uri, true)),
				names,
			})),
		];
	}

	/** The files that list names and cannot be read for sure, so that names may be missing. */
	async unreadable(): Promise<readonly UnreadNames[]> {
		return unreadNamesOf(this.#listing(this.#files()));
	}

	/** The folders that hold stories, as reports name them, with how many they hold. */
	async folders(): Promise<ReadonlyMap<string, number>> {
		const folders = new Map<string, number>();
		for (const { uri, path } of this.#files()) {
			const stories = this.#storyFiles.index.taggedOf(uri).length;
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
		return this.#storyFiles.index.stories().length;
	}

	/** The frameworks that hold for what is chosen. */
	frameworksFor(scope: string | undefined): readonly Framework[] {
		return this.#lookupsFor(scope).frameworks;
	}

	#lookupsFor(scope: string | undefined): Lookups {
		return this.#frameworks.lookupsFor(scope === undefined ? undefined : this.#uriIn(scope)?.toString());
	}

	/** The folder of the workspace that a report of this scope belongs to. */
	folderOf(scope: string | undefined): vscode.WorkspaceFolder | undefined {
		const uri = scope === undefined ? undefined : this.#uriIn(scope);
		return (uri && vscode.workspace.getWorkspaceFolder(uri)) ?? vscode.workspace.workspaceFolders?.[0];
	}

	async #redact(
		choice: ReportChoice,
		hide: readonly HideableField[],
		from?: vscode.Uri,
	): Promise<RedactedReport & { readonly names: readonly ListedName[] }> {
		const { report, files, read } = await this.#build(choice, from);
		// Also what came to be listed, or no longer is, while the report was made.
		const listing = [...this.#listing(files), ...this.#listing(this.#files())];
		const listed = listedNames([...listing.flatMap(({ names }) => names ?? []), ...read], hide);
		const also = choice.also === 'near' ? [] : (choice.also ?? []);
		const isAsked = hide.length > 0 || also.length > 0;
		const unread = isAsked ? new Set(unreadNamesOf(listing).map(({ path }) => path)).size : 0;
		const names = [...listed, ...also.map(besides)];
		let redacted = await hideNames(report, names, unread, this.#language);
		for (let round = 1; choice.also === 'near' && round <= maxRounds; round++) {
			const leftovers = await leftoversIn(redacted.report, names, this.#language);
			if (leftovers.length === 0) break;
			names.push(...leftovers.map(nameOfLeftover).map(besides));
			redacted = await hideNames(report, names, unread, this.#language);
		}
		return { names, ...redacted };
	}

	/** @returns the report with the files that were there when it was begun, and the names in what was read for it */
	async #build(
		{ lens, scope }: ReportChoice,
		from?: vscode.Uri,
	): Promise<{ readonly report: Report; readonly files: readonly NamedFile[]; readonly read: readonly NamesRead[] }> {
		const folder = this.folderOf(scope);
		const [earlier, opportunities] = await Promise.all([
			folder && this.#earlierReport(folder.uri.toString()),
			this.#planned(scope === undefined ? undefined : folder),
		]);
		const { wordsPerMinute, reportDate } = readSettings(folder?.uri);
		const slices = new Slices(this.#workspace.clock);
		const { lookups, files, inScope, contents, read } = await this.#stories(scope, wordsPerMinute, slices);
		const uris = new Map(inScope.map(({ path, uri }) => [path, vscode.Uri.parse(uri, true)]));
		const links = new Map<string, string | undefined>();
		const report = buildReport({
			files: inScope,
			contents,
			lookups,
			...(lens !== undefined && { lens }),
			...(scope !== undefined && { scope }),
			wordsPerMinute,
			...(reportDate && { date: localDay(new Date()) }),
			linkTo: (path, line) => {
				if (!links.has(path)) links.set(path, linkTo(uris.get(path), from));
				const link = links.get(path);
				return link === undefined ? undefined : `${link}#L${line}`;
			},
			earlier,
			...(opportunities && { opportunities }),
		});
		return { report, files, read };
	}

	/** The stories at one moment, with what the report says of them: what changes after it is not in the report. */
	async #stories(scope: string | undefined, wordsPerMinute: number, slices: Slices) {
		for (let attempt = 1; ; attempt++) {
			const lookups = this.#lookupsFor(scope);
			const files = this.#files();
			const inScope = files.filter(({ path }) => isInScope(path, scope));
			const content = await this.#contentsOf(
				inScope,
				{ competencies: lookups.competencies, wordsPerMinute },
				slices,
			);
			// The words are those of now, and may be of another story by then.
			const isSame =
				content.areKnown ||
				inScope.every(({ uri, analysis }) => this.#storyFiles.get(uri)?.analysis === analysis);
			if (isSame || attempt === maxAttempts) return { lookups, files, inScope, ...content };
		}
	}

	/**
	 * What the report says of each story. Words that no report has wanted yet are fetched for it, and not kept.
	 *
	 * @returns also the names that were read on the way, and whether nothing had to be fetched
	 */
	async #contentsOf(
		files: readonly NamedFile[],
		context: CueContext,
		slices: Slices,
	): Promise<{
		readonly contents: ReadonlyMap<Story, StoryContent>;
		readonly read: readonly NamesRead[];
		readonly areKnown: boolean;
	}> {
		const contents = new Map<Story, StoryContent>();
		const read: NamesRead[] = [];
		const missing: LibraryStory[] = [];
		for (const { uri, analysis } of files) {
			for (const entry of storiesOf(uri, analysis)) {
				const known = this.#contents.get(entry.story, context);
				if (known) contents.set(entry.story, known);
				else missing.push(entry);
			}
		}
		for (let next = 0; next < missing.length; next += storiesATurn) {
			const turn = missing.slice(next, next + storiesATurn);
			const words = await this.#storyFiles.withWords(turn, ({ names }) => names && read.push(names));
			for (const entry of turn) {
				await slices.next();
				const { story } = entry;
				const full = words.get(entry);
				// What is said of a story without its words holds for this report alone: the next one reads them.
				contents.set(
					story,
					full ? this.#contents.make(story, full, context) : storyContent(wordless(story), context),
				);
			}
		}
		return { contents, read, areKnown: missing.length === 0 };
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

	/** In the order of their paths, so that placeholders do not depend on which file was read first. */
	#files(): readonly NamedFile[] {
		return this.#storyFiles
			.counted()
			.map(({ uri, analysis, lines }) => ({
				uri,
				path: reportPath(vscode.Uri.parse(uri, true)),
				analysis,
				lines,
			}))
			.toSorted((a, b) => (a.path < b.path ? -1 : 1));
	}

	async #earlierReport(folder: string): Promise<EarlierReport | undefined> {
		const text = await this.#workspace.read(joinPath(folder, earlierReportName)).catch(() => undefined);
		return text === undefined ? undefined : readEarlierReport(text);
	}

	/** A file in a folder that a report names. */
	#uriIn(scope: string): vscode.Uri | undefined {
		const uris = this.#storyFiles.counted().map(({ uri }) => vscode.Uri.parse(uri, true));
		return uris.find((uri) => isInScope(reportPath(uri), scope));
	}
}

/** How often what comes near a name is looked for among what is left. */
const maxRounds = 3;

/** A word that nobody listed. */
function besides(name: string): ListedName {
	return { name, field: 'confidential' };
}
