import type { Lookups } from '../framework/lookups.ts';
import { type Coverage, coverageOf, type CoverageState } from '../library/coverage.ts';
import { lensOf } from '../library/lens.ts';
import { type LibraryStory, storiesOf, storyKey } from '../library/storyIndex.ts';
import { countsAsProblem } from '../library/storyProblems.ts';
import { isWithin } from '../library/uris.ts';
import type { Analysis } from '../rules/analysis.ts';
import type { Status } from '../story/fields.ts';
import { isFull, type Story } from '../story/model.ts';
import type { LineMap } from '../text/lines.ts';
import { severities, type Severity } from '../text/problem.ts';
import { changesSince, type EarlierReport } from './changes.ts';
import { areScoped, merits, reportCompetency } from './competency.ts';
import {
	type Report,
	type ReportOpportunity,
	type ReportPlace,
	type ReportProblem,
	type ReportRule,
	type ReportStory,
	type ReportSummary,
	reportVersion,
} from './report.ts';
import { type ReadInterview, reportInterviews } from './reportInterviews.ts';
import { reportPortfolio } from './reportPortfolio.ts';
import { reportQuestions } from './reportQuestions.ts';
import { type StoryContent, storyContent } from './reportStory.ts';

/** A file of the library as it was read. */
export interface ReportFile {
	/** Path from the folder, with `/`. */
	readonly path: string;
	readonly analysis: Pick<Analysis, 'kind' | 'stories' | 'problems'>;
	readonly lines: LineMap;
}

/** What a report is made from. */
export interface ReportInput {
	/** The files of the library, in any order; those without stories count for nothing. */
	readonly files: readonly ReportFile[];
	/** What is said of stories whose words are not at hand. */
	readonly contents?: ReadonlyMap<Story, StoryContent>;
	/** The active frameworks. */
	readonly lookups: Lookups;
	/** Names the framework through which the stories are seen, as `lensOf` wants it; all when left out. */
	readonly lens?: string;
	/** Path of the folder that it is about, with `/` and not empty; all when left out. */
	readonly scope?: string;
	/** How fast the author speaks; the usual speed when left out. */
	readonly wordsPerMinute?: number;
	/** The day, `YYYY-MM-DD`, where the report is to name it. */
	readonly date?: string;
	/** The day, `YYYY-MM-DD`, on which it is made, whether it names it or not; without it nothing is called long ago. */
	readonly today?: string;
	/** Where a link to a place leads, ready to stand in a document; without it there are no links. */
	readonly linkTo?: (path: string, line: number) => string | undefined;
	/** What the author plans, by the id of the competency it is for. */
	readonly opportunities?: ReadonlyMap<string, readonly ReportOpportunity[]>;
	/** The interviews that were held, each file named as those of the library are. */
	readonly interviews?: readonly ReadInterview[];
	/** An earlier report to compare with; one of another scope is left aside. */
	readonly earlier?: EarlierReport | undefined;
}

/**
 * Makes the report of a library. The same input gives the same report, in whatever order the files come.
 *
 * @throws Error where the words of a story are not at hand, nor what is said of it
 */
export function buildReport(input: ReportInput): Report {
	const { lookups, lens, scope, date, opportunities, interviews = [], earlier } = input;
	const view = lensOf(lookups.frameworks, lens);
	const files = input.files
		.filter(({ path }) => isInScope(path, scope))
		.toSorted((a, b) => (a.path < b.path ? -1 : 1));
	const entries = files.flatMap(({ path, analysis }) => storiesOf(path, analysis));
	const seen = entries.map(view.through);
	const indexOf = new Map(seen.map((entry, index) => [entry, index]));
	const placeOf = placesIn(files, input.linkTo);
	const coverage = coverageOf(view.competencies.all, seen, lookups.level);
	const isScoped = areScoped(entries);
	const held = reportInterviews(interviews, seen, coverage);
	const portfolio = reportPortfolio(entries, lookups, input.today);
	const base = {
		version: reportVersion,
		...(date !== undefined && { date }),
		...(view.framework && { lens: view.framework.name }),
		...(scope !== undefined && { scope }),
		summary: summaryOf(entries, coverage),
		...(isScoped && { level: lookups.level }),
		competencies: coverage.map((item) => ({
			...reportCompetency(item, opportunities?.get(item.competency.id) ?? [], isScoped),
			best: item.best.map((entry) => ({
				story: indexOf.get(entry) ?? 0,
				why: merits(entry, item.competency.id),
			})),
		})),
		questions: reportQuestions(view.competencies, lookups, seen),
		stories: entries.map((entry): ReportStory => ({
			...contentOf(entry.story, input),
			...placeOf(entry.file, entry.story.anchor.start),
			problems: entry.openProblems,
		})),
		problems: reportProblems(files, indexOf, placeOf),
		...(portfolio && { portfolio }),
		...(held && { interviews: held }),
	} as const;
	// What lies outside of one of them has neither come nor gone.
	return { ...base, ...(earlier && earlier.scope === scope && { changes: changesSince(earlier, base) }) };
}

/** Whether a report of a folder is about a file. */
export function isInScope(path: string, scope: string | undefined): boolean {
	return scope === undefined || isWithin(path, scope);
}

function contentOf(story: Story, { contents, lookups, wordsPerMinute }: ReportInput): StoryContent {
	const known = contents?.get(story);
	if (known) return known;
	if (!isFull(story)) throw new Error(`The words of “${story.title}” are not at hand.`);
	return storyContent(story, { competencies: lookups.competencies, wordsPerMinute });
}

type PlaceOf = (path: string, offset: number) => ReportPlace;

function placesIn(files: readonly ReportFile[], linkTo: ReportInput['linkTo']): PlaceOf {
	const linesOf = new Map(files.map(({ path, lines }) => [path, lines]));
	return (path, offset) => {
		const line = (linesOf.get(path)?.lineAt(offset) ?? 0) + 1;
		const link = linkTo?.(path, line);
		return { path, line, ...(link !== undefined && { link }) };
	};
}

function summaryOf(entries: readonly LibraryStory[], coverage: readonly Coverage[]): ReportSummary {
	const statuses: Record<Status, number> = { draft: 0, ready: 0, retired: 0 };
	for (const { story } of entries) statuses[story.details.status]++;
	const states: Record<CoverageState, number> = { gap: 0, weak: 0, single: 0, covered: 0, rich: 0 };
	for (const { state } of coverage) states[state]++;
	return {
		stories: entries.length,
		files: new Set(entries.map(({ file }) => file)).size,
		statuses,
		states,
		problems: entries.reduce((sum, { openProblems }) => sum + openProblems, 0),
	};
}

/**
 * The open problems by rule: the graver rules first, then those that found more, then by id.
 *
 * @param files in the order in which their problems are to stand
 */
function reportProblems(
	files: readonly ReportFile[],
	indexOf: ReadonlyMap<LibraryStory, number>,
	placeOf: PlaceOf,
): readonly ReportRule[] {
	const stories = new Map([...indexOf].map(([story, index]) => [storyKey(story), index]));
	const found = new Map<string, { readonly severity: Severity; readonly problems: ReportProblem[] }>();
	for (const { path, analysis } of files) {
		for (const { rule, severity, message, span, story } of analysis.problems.filter(countsAsProblem)) {
			// A candidate is no story yet, and its hint no problem of one.
			if (rule === 'candidate') continue;
			const known = found.get(rule) ?? { severity, problems: [] };
			const index = stories.get(storyKey({ file: path, index: story ?? 0 }));
			const belongs = story !== undefined || analysis.kind === 'story';
			known.problems.push({
				...placeOf(path, span.start),
				message,
				...(belongs && index !== undefined && { story: index }),
			});
			found.set(rule, known);
		}
	}
	return [...found]
		.map(([rule, { severity, problems }]) => ({ rule, severity, found: problems }))
		.toSorted((a, b) => rank(a) - rank(b) || b.found.length - a.found.length || (a.rule < b.rule ? -1 : 1));
}

function rank({ severity }: ReportRule): number {
	return severities.indexOf(severity);
}
