import { describedProblems } from './describedProblems.ts';
import { addCompetency, frameworkWithCompetency } from './edit/addCompetency.ts';
import { addQuestions, frameworkWithQuestions } from './edit/addQuestions.ts';
import { changeStories, type RequestedChange } from './edit/changeStories.ts';
import { refuse } from './edit/editResult.ts';
import { insertInShort } from './edit/insertInShort.ts';
import { insertSection } from './edit/insertSection.ts';
import { renameInFramework, renameInStories, type RenameResult, type Renaming } from './edit/rename.ts';
import { splitBank } from './edit/splitBank.ts';
import { storiesToTable } from './edit/storiesToTable.ts';
import { tableToStories } from './edit/tableToStories.ts';
import { builtInFrameworks } from './framework/built-in/index.ts';
import { loadFramework } from './framework/file/loadFramework.ts';
import type { Framework } from './framework/model.ts';
import { promptsFor } from './framework/prompts.ts';
import type { SectionKind } from './framework/sectionKind.ts';
import { insertOpenProbes } from './library/insertOpenProbes.ts';
import type { Matrix } from './library/matrix/matrix.ts';
import {
	type MovedFile,
	relinkInInterviews,
	type RetitledStory,
	retitleInInterviews,
} from './questions/interviews/followStories.ts';
import type { InterviewMeeting, SeenInterview } from './questions/interviews/interview.ts';
import { readAsked } from './questions/interviews/askedReading.ts';
import { logInterview } from './questions/interviews/logInterview.ts';
import { readInterviews } from './questions/interviews/readInterviews.ts';
import { renameInInterviews } from './questions/interviews/renameInInterviews.ts';
import { type NewAnswer, recordAnswer, type SeenQuestion, setLanding } from './questions/interviews/recordAnswer.ts';
import type { PlannedExperience } from './questions/opportunities/opportunity.ts';
import { planOpportunity, type SeenOpportunity, tickOpportunity } from './questions/opportunities/planOpportunity.ts';
import { readOpportunities } from './questions/opportunities/readOpportunities.ts';
import { renameInOpportunities } from './questions/opportunities/renameInOpportunities.ts';
import { planHeader } from './questions/plan/planDocument.ts';
import { readPosting } from './questions/plan/posting.ts';
import { renameInPlan } from './questions/plan/renameInPlan.ts';
import { spokenOfStories } from './questions/plan/spoken.ts';
import { outlookOf, scheduleOf } from './questions/practice/schedule.ts';
import { maxAsked } from './questions/probes/probesToAsk.ts';
import { proposeTags } from './questions/recall/proposeTags.ts';
import { pastedQuestions } from './questions/recall/pastedQuestions.ts';
import { type MatrixFormat, matrixFormats } from './report/matrix/formats.ts';
import { leftoversIn } from './report/redact/leftovers.ts';
import { redactTexts } from './report/redact/redactor.ts';
import { writeReport } from './report/writeReport.ts';
import { plannedOpportunities } from './report/reportStory.ts';
import { formText, shortestSentence } from './library/telling/formText.ts';
import { tellingsOf } from './library/telling/tellingAt.ts';
import type { ToldSection } from './library/telling/toldSentences.ts';
import { analyse } from './rules/analyse.ts';
import { rules } from './rules/index.ts';
import { practisedProbes } from './rules/probes/competencyProbes.ts';
import { rulePage } from './rules/rulePage.ts';
import { formsPage } from './story/formsPage.ts';
import { mightContainStoryBy } from './story/mightContainStory.ts';
import { switchOffFixes } from './rules/switchOff.ts';
import { readDocument } from './story/document.ts';
import { type DocumentContext, type FullStory, taggedCompetencies } from './story/model.ts';
import type { RuleSummary } from './text/problem.ts';

/**
 * Everything that parses Markdown or YAML, or is seldom wanted and large, as functions of plain data to plain data, so
 * that it can run in a worker: the parsers have inputs of a few kilobytes that take seconds. The active frameworks come
 * as the property `lookups` of an argument: a worker is sent the frameworks of each such object once, and makes its own
 * look-ups of them.
 */
export const languageService = {
	analyse,
	loadFramework,
	builtInFrameworks: (): readonly Framework[] => [...builtInFrameworks.values()],
	/** Lines that were pasted, as questions with the competencies that they seem to probe. */
	pastedQuestions: (text: string, { lookups }: Pick<DocumentContext, 'lookups'>) => pastedQuestions(text, lookups),
	addQuestions,
	frameworkWithQuestions,
	addCompetency,
	frameworkWithCompetency,
	renameInFramework,
	renameInStories: (
		text: string,
		{ fileName, lookups }: DocumentContext,
		framework: Framework | undefined,
		renaming: Renaming,
	): RenameResult => renameInStories(text, fileName, lookups, framework, renaming),
	renameInOpportunities: (
		text: string,
		{ lookups }: Pick<DocumentContext, 'lookups'>,
		framework: Framework | undefined,
		renaming: Renaming,
	): RenameResult => renameInOpportunities(text, lookups, framework, renaming),
	changeStories: (text: string, { fileName, lookups }: DocumentContext, requests: readonly RequestedChange[]) =>
		changeStories(text, fileName, lookups, requests),
	/** The ways to switch a rule off where it found something that no edit mends. */
	switchOffFixes,
	/** A section of the story at an index, with the prompts of its competencies. */
	insertSection: (text: string, context: DocumentContext, index: number, kind: SectionKind) => {
		const document = readDocument(text, context);
		const story = document.stories[index];
		if (!story) return refuse('not-found', 'There is no such story any more.');
		const prompts = promptsFor(kind, taggedCompetencies(story.tags, context.lookups.competencies));
		return insertSection(document, story, kind, prompts, context.lookups);
	},
	/** The section In short of the story at an index, with what is proposed for it. */
	insertInShort: (text: string, context: DocumentContext, index: number, proposal: string) => {
		const document = readDocument(text, context);
		const story = document.stories[index];
		if (!story) return refuse('not-found', 'There is no such story any more.');
		return insertInShort(document, story, proposal);
	},
	/** The open questions of the story at an index, under Follow-ups. */
	insertOpenProbes: (text: string, context: DocumentContext, index: number) => {
		const document = readDocument(text, context);
		const story = document.stories[index];
		if (!story) return refuse('not-found', 'There is no such story any more.');
		return insertOpenProbes(document, story, context.lookups);
	},
	splitBank: (text: string, context: DocumentContext, kept: readonly number[]) =>
		splitBank(readDocument(text, context), kept),
	proposeTags,
	/** A story in each of its lengths. */
	tellingsOf,
	/** What a story is asked when it is practised. */
	practisedProbes: (story: FullStory, { lookups }: Pick<DocumentContext, 'lookups'>) =>
		practisedProbes(story, lookups, maxAsked),
	/** As much of a story as a field takes, with the length of its shortest sentence. */
	formText: (sections: readonly ToldSection[], characters: number) => ({
		...formText(sections, characters),
		shortest: shortestSentence(sections),
	}),
	spokenOfStories,
	tableToStories: (text: string, context: DocumentContext, offset: number) =>
		tableToStories(readDocument(text, context), context, offset),
	storiesToTable: (text: string, context: DocumentContext) => storiesToTable(readDocument(text, context), context),
	planHeader,
	renameInPlan,
	/** Lines of a pasted posting, with the competencies that they seem to ask for. */
	readPosting: (text: string, { lookups }: Pick<DocumentContext, 'lookups'>) => readPosting(text, lookups),
	readOpportunities: (text: string, { lookups }: Pick<DocumentContext, 'lookups'>) =>
		readOpportunities(text, lookups.competencies),
	plannedOpportunities,
	planOpportunity: (text: string, { lookups }: Pick<DocumentContext, 'lookups'>, experience: PlannedExperience) =>
		planOpportunity(text, lookups.competencies, experience),
	tickOpportunity: (
		text: string,
		{ lookups }: Pick<DocumentContext, 'lookups'>,
		seen: SeenOpportunity,
		done: boolean,
	) => tickOpportunity(text, lookups.competencies, seen, done),
	renameInInterviews: (
		text: string,
		{ lookups }: Pick<DocumentContext, 'lookups'>,
		framework: Framework | undefined,
		renaming: Renaming,
	): RenameResult => renameInInterviews(text, lookups, framework, renaming),
	retitleInInterviews: (text: string, { lookups }: Pick<DocumentContext, 'lookups'>, story: RetitledStory) =>
		retitleInInterviews(text, lookups, story),
	relinkInInterviews: (
		text: string,
		{ lookups }: Pick<DocumentContext, 'lookups'>,
		list: string,
		folder: string,
		moved: readonly MovedFile[],
	) => relinkInInterviews(text, lookups, list, folder, moved),
	readInterviews: (text: string, { lookups }: Pick<DocumentContext, 'lookups'>) => readInterviews(text, lookups),
	logInterview: (text: string, { lookups }: Pick<DocumentContext, 'lookups'>, meeting: InterviewMeeting) =>
		logInterview(text, lookups, meeting),
	recordAnswer: (
		text: string,
		{ lookups }: Pick<DocumentContext, 'lookups'>,
		seen: SeenInterview,
		answer: NewAnswer,
	) => recordAnswer(text, lookups, seen, answer),
	setLanding: (
		text: string,
		{ lookups }: Pick<DocumentContext, 'lookups'>,
		seen: SeenInterview,
		question: SeenQuestion,
		landed: string,
	) => setLanding(text, lookups, seen, question, landed),
	/** What questions that were asked in interviews come to. */
	readAsked,
	/** When the questions that were practised are due: the scheduler is not needed before somebody practises. */
	practiceSchedule: scheduleOf,
	practiceOutlook: outlookOf,
	writeReport,
	/** Stories may list any number of names, and reports be long. */
	redactTexts,
	leftoversIn,
	writeMatrix: (format: MatrixFormat, matrix: Matrix): string => matrixFormats[format].write(matrix),
	/** Every rule with what it finds, in the order of the documentation. */
	ruleSummaries: (): readonly RuleSummary[] => rules.map(({ id, summary }) => ({ id, summary })),
	/** Whether a text comes near a story. */
	mightContainStory: (text: string, { lookups }: Pick<DocumentContext, 'lookups'>): boolean =>
		mightContainStoryBy(lookups)(text),
	formsPage,
	/** The documentation of a kind of problem, as Markdown; undefined where there is none of that name. */
	rulePage: (id: string): string | undefined => {
		const described = describedProblems.find((each) => each.id === id);
		return described && rulePage(described);
	},
} as const;

export type LanguageService = typeof languageService;
