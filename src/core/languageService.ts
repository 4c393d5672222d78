import { addQuestions, frameworkWithQuestions } from './edit/addQuestions.ts';
import { frontMatterForCandidate } from './edit/storyTags.ts';
import { changeStories, type RequestedChange } from './edit/changeStories.ts';
import { renameInFramework, renameInStories, type RenameResult, type Renaming } from './edit/rename.ts';
import { splitBank } from './edit/splitBank.ts';
import { builtInFrameworks } from './framework/built-in/index.ts';
import { loadFramework } from './framework/file/loadFramework.ts';
import { deriveFrom } from './framework/lookups.ts';
import type { Framework } from './framework/model.ts';
import type { Matrix } from './library/matrix/matrix.ts';
import type { PlannedExperience } from './questions/opportunities/opportunity.ts';
import { planOpportunity, type SeenOpportunity, tickOpportunity } from './questions/opportunities/planOpportunity.ts';
import { readOpportunities } from './questions/opportunities/readOpportunities.ts';
import { frameworkOfPlan } from './questions/plan/planDocument.ts';
import { outlookOf, scheduleOf } from './questions/practice/schedule.ts';
import { pastedQuestions } from './questions/recall/pastedQuestions.ts';
import { type MatrixFormat, matrixFormats } from './report/matrix/formats.ts';
import { leftoversIn } from './report/redact/listedNames.ts';
import { redactTexts } from './report/redact/redactor.ts';
import { writeReport } from './report/writeReport.ts';
import { plannedOpportunities } from './report/reportStory.ts';
import { analyse } from './rules/analyse.ts';
import { rules } from './rules/index.ts';
import { parseWith } from './story/parse.ts';
import type { RuleSummary } from './text/problem.ts';

/** What a document is read with. */
export interface DocumentContext {
	/** The file's name without folders. */
	readonly fileName: string;
	/** The active frameworks, in order of precedence. */
	readonly frameworks: readonly Framework[];
}

/**
 * Everything that parses Markdown or YAML, or is seldom wanted and large, as functions of plain data to plain data, so
 * that it can run in a worker: the parsers have inputs of a few kilobytes that take seconds. Frameworks come as the
 * property `frameworks` of an argument; in that place the worker is told of each array once.
 */
export const languageService = {
	analyse,
	loadFramework,
	builtInFrameworks: (): readonly Framework[] => [...builtInFrameworks.values()],
	/** Lines that were pasted, as questions with the competencies that they seem to probe. */
	pastedQuestions: (text: string, { frameworks }: Pick<DocumentContext, 'frameworks'>) =>
		pastedQuestions(text, frameworks),
	addQuestions,
	frameworkWithQuestions,
	renameInFramework,
	renameInStories: (
		text: string,
		{ fileName, frameworks }: DocumentContext,
		framework: Framework | undefined,
		renaming: Renaming,
	): RenameResult => renameInStories(text, fileName, frameworks, framework, renaming),
	changeStories: (text: string, { fileName, frameworks }: DocumentContext, requests: readonly RequestedChange[]) =>
		changeStories(text, fileName, frameworks, requests),
	splitBank: (text: string, { fileName, frameworks }: DocumentContext, kept: readonly number[]) =>
		splitBank(parseWith(text, fileName, frameworks), kept),
	frontMatterForCandidate: (text: string, { fileName, frameworks }: DocumentContext) =>
		frontMatterForCandidate(parseWith(text, fileName, frameworks)),
	frameworkOfPlan,
	readOpportunities: (text: string, { frameworks }: Pick<DocumentContext, 'frameworks'>) =>
		readOpportunities(text, deriveFrom(frameworks).competencies),
	plannedOpportunities,
	planOpportunity: (
		text: string,
		{ frameworks }: Pick<DocumentContext, 'frameworks'>,
		experience: PlannedExperience,
	) => planOpportunity(text, deriveFrom(frameworks).competencies, experience),
	tickOpportunity: (
		text: string,
		{ frameworks }: Pick<DocumentContext, 'frameworks'>,
		seen: SeenOpportunity,
		done: boolean,
	) => tickOpportunity(text, deriveFrom(frameworks).competencies, seen, done),
	/** When the questions that were practised are due: the scheduler is not needed before somebody practises. */
	practiceSchedule: scheduleOf,
	practiceOutlook: outlookOf,
	writeReport,
	/** The pattern of the names is of any length, and compiling it takes as long as it is. */
	redactTexts,
	leftoversIn,
	writeMatrix: (format: MatrixFormat, matrix: Matrix): string => matrixFormats[format].write(matrix),
	/** Every rule with what it finds, in the order of the documentation. */
	ruleSummaries: (): readonly RuleSummary[] => rules.map(({ id, summary }) => ({ id, summary })),
} as const;

export type LanguageService = typeof languageService;
