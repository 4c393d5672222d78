import * as vscode from 'vscode';
import type { StarStoriesExports } from '../api.d.ts';
import { EditHistory } from './core/library/editHistory.ts';
import { Frameworks } from './core/library/frameworks.ts';
import { HiddenCandidates } from './core/library/hiddenCandidates.ts';
import { LibraryCoverage } from './core/library/libraryCoverage.ts';
import { logError } from './core/library/log.ts';
import { Slices } from './core/library/slices.ts';
import { StoryEdits } from './core/library/storyEdits.ts';
import { StoryFiles } from './core/library/storyFiles.ts';
import { StoryScanner } from './core/library/storyScanner.ts';
import { InterviewFiles } from './core/questions/interviews/interviewFiles.ts';
import { OpportunityFiles } from './core/questions/opportunities/opportunityFiles.ts';
import { PublicApi } from './vscode/api.ts';
import { showErrorMessage } from './vscode/dialogs.ts';
import { registerChat } from './vscode/features/chat/chat.ts';
import { registerMcpServer } from './vscode/features/chat/mcpServer.ts';
import { registerProposedEdits } from './vscode/features/chat/proposedEdits.ts';
import { registerLanguageModelTools } from './vscode/features/chat/languageModelTools.ts';
import { registerAddQuestions } from './vscode/features/commands/addQuestions.ts';
import { registerCreateFramework } from './vscode/features/commands/createFramework.ts';
import { ClipboardPage } from './vscode/clipboardPage.ts';
import { registerCopyForForm } from './vscode/features/commands/copyForForm.ts';
import { registerCopyCueCard } from './vscode/features/commands/cueCards.ts';
import { registerFindStory } from './vscode/features/commands/findStory.ts';
import { registerHideCandidates } from './vscode/features/commands/hideCandidates.ts';
import { registerInterviewPlan } from './vscode/features/commands/interviewPlan.ts';
import { registerPlanFromPosting } from './vscode/features/commands/planFromPosting.ts';
import { registerInsertSection } from './vscode/features/commands/insertSection.ts';
import { registerNewStory } from './vscode/features/commands/newStory.ts';
import { registerOpenStory, registerShowProblems } from './vscode/features/commands/openStory.ts';
import { registerPlanOpportunity } from './vscode/features/commands/opportunities.ts';
import { registerConvertTable } from './vscode/features/commands/convertTable.ts';
import { registerSplitBank } from './vscode/features/commands/splitBank.ts';
import { StoryRecall } from './vscode/features/commands/storyRecall.ts';
import { registerTagCandidates } from './vscode/features/commands/tagCandidates.ts';
import { registerTagPlanned } from './vscode/features/commands/tagPlanned.ts';
import { registerTagStories } from './vscode/features/commands/tagStories.ts';
import { registerUnknownTags } from './vscode/features/commands/unknownTags.ts';
import { registerCodeLens } from './vscode/features/language/codeLens.ts';
import { registerCompletion } from './vscode/features/language/completion.ts';
import { registerDiagnostics } from './vscode/features/language/diagnostics.ts';
import { registerEditorContext } from './vscode/features/language/editorContext.ts';
import { FrameworkPages, registerDocumentLinks } from './vscode/features/language/documentLinks.ts';
import { registerHover } from './vscode/features/language/hover.ts';
import { registerQuickFixes } from './vscode/features/language/quickFixes.ts';
import { registerRulePages } from './vscode/features/language/rulePages.ts';
import { registerCompetencyRename } from './vscode/features/language/rename.ts';
import { registerStoryColours } from './vscode/features/language/storyColours.ts';
import { registerStatusBar } from './vscode/features/language/statusBar.ts';
import { registerAnsweredPrompts } from './vscode/features/language/answeredPrompts.ts';
import { registerMarkReady } from './vscode/features/language/markReady.ts';
import {
	registerCompetencyDefinition,
	registerCompetencyReferences,
} from './vscode/features/language/tagNavigation.ts';
import { HeardStories } from './vscode/features/interviews/heardStories.ts';
import { registerInterviewLenses } from './vscode/features/interviews/interviewLenses.ts';
import { registerItWasAsked } from './vscode/features/interviews/itWasAsked.ts';
import { registerMovedStories } from './vscode/features/interviews/movedStories.ts';
import { registerLogInterview } from './vscode/features/interviews/logInterview.ts';
import { registerMatrix } from './vscode/features/matrix/matrix.ts';
import { registerPractice } from './vscode/features/practice/practice.ts';
import { practiceFolderSetting, practicePlace } from './vscode/features/practice/practiceFolder.ts';
import { registerPracticeHistory } from './vscode/features/practice/practiceHistory.ts';
import { type PracticeScheduler, PracticeStore } from './vscode/features/practice/practiceStore.ts';
import { StoryPractices } from './vscode/features/practice/storyPractices.ts';
import { registerCopyRichText } from './vscode/features/report/copyRichText.ts';
import { registerCreateReport } from './vscode/features/report/createReport.ts';
import { NameHiding } from './vscode/features/report/nameHiding.ts';
import { registerShowReport, ReportDocuments } from './vscode/features/report/reportDocuments.ts';
import { Reports } from './vscode/features/report/reports.ts';
import { registerCompetencyTree } from './vscode/features/tree/competencyTree.ts';
import { registerStoryRows } from './vscode/features/tree/storyRows.ts';
import { registerChooseFrameworks } from './vscode/features/welcome/chooseFrameworks.ts';
import { registerFindMyStories } from './vscode/features/welcome/findMyStories.ts';
import { registerOpenSamples } from './vscode/features/welcome/openSamples.ts';
import { deleteOldCache } from './vscode/oldCache.ts';
import { startWorker, workersDisk } from './vscode/worker.ts';
import { settingsSection } from './vscode/ids.ts';
import { systemClock, VscodeWorkspace } from './vscode/workspace.ts';
import { LanguageClient } from './worker/client.ts';

/**
 * Builds the services and registers the features, in slices between which the thread is free for others; both extension
 * hosts start here. VS Code waits for the end of it before it runs a command or brings back a page.
 *
 * @returns what other extensions may use
 */
export async function activate(context: vscode.ExtensionContext): Promise<StarStoriesExports> {
	const slices = new Slices(systemClock);
	const { extensionUri, workspaceState } = context;
	const log = vscode.window.createOutputChannel('STAR Stories', { log: true });
	const language = new LanguageClient((listener) => startWorker(extensionUri, listener));
	const workspace = new VscodeWorkspace(log);
	const frameworks = new Frameworks(
		workspace,
		{
			builtInFrameworks: () => language.call('builtInFrameworks', [], { urgent: true }),
			loadFramework: (...args) => language.call('loadFramework', args),
		},
		log,
	);
	await slices.next();
	const frameworkPages = new FrameworkPages(frameworks);
	const hiddenCandidates = new HiddenCandidates(workspaceState, logError(log));
	const storyFiles = new StoryFiles({ workspace, analyser: language, frameworks, hidden: hiddenCandidates, log });
	const libraryCoverage = new LibraryCoverage(storyFiles.index, frameworks);
	const recall = new StoryRecall(storyFiles, frameworks, language);
	const scanner = new StoryScanner({
		files: storyFiles,
		disk: workersDisk(language),
		workspace,
		onDidChangeFrameworks: frameworks.onDidChange,
		log,
	});
	context.subscriptions.push(log, workspace, language, frameworks, frameworkPages, libraryCoverage, scanner);
	await slices.next();
	const editHistory = new EditHistory(workspace);
	const editing = {
		workspace,
		history: editHistory,
		frameworks,
		log,
		showError: (message: string) => void showErrorMessage(message),
	};
	const opportunities = new OpportunityFiles({
		...editing,
		language: {
			readOpportunities: (...args) => language.call('readOpportunities', args, { urgent: true }),
			planOpportunity: (...args) => language.call('planOpportunity', args, { urgent: true }),
			tickOpportunity: (...args) => language.call('tickOpportunity', args, { urgent: true }),
		},
	});
	const interviews = new InterviewFiles({
		...editing,
		language: {
			readInterviews: (...args) => language.call('readInterviews', args, { urgent: true }),
			logInterview: (...args) => language.call('logInterview', args, { urgent: true }),
			recordAnswer: (...args) => language.call('recordAnswer', args, { urgent: true }),
			setLanding: (...args) => language.call('setLanding', args, { urgent: true }),
			retitleInInterviews: (...args) => language.call('retitleInInterviews', args, { urgent: true }),
		},
	});
	const heard = new HeardStories(interviews, storyFiles.index, language);
	context.subscriptions.push(opportunities, interviews);
	const readAll = async () => {
		// While VS Code lists the files.
		language.warmUp();
		await Promise.all([scanner.scan(), opportunities.load(), interviews.load()]);
	};
	let featuresRegistered!: () => void;
	// Scanning starts after all features listen, so that none misses a story.
	const listening = new Promise<void>((resolve) => (featuresRegistered = resolve));
	const scanned = listening
		.then(() => frameworks.load())
		.then(readAll)
		.catch(logError(log));
	/** What waits for all that is there: a scan can begin anew at any time, as where frameworks or settings change. */
	const allKnown = () => scanned.then(() => scanner.lookAround()).then(() => scanner.caughtUp());
	const nameHiding = new NameHiding({ storyFiles, frameworks, language, interviews, allKnown });
	const reports = new Reports({ workspace, language, storyFiles, frameworks, opportunities, interviews, nameHiding });
	const reportDocuments = new ReportDocuments(reports, storyFiles, frameworks, opportunities, interviews, allKnown);
	context.subscriptions.push(reportDocuments);
	const storyEdits = new StoryEdits({
		...editing,
		changeStories: (...args) => language.call('changeStories', args, { urgent: true }),
		follow: (edits) =>
			interviews.retitled(
				edits,
				(title) => storyFiles.index.stories().filter(({ story }) => story.title === title).length === 1,
			),
	});
	await slices.next();
	const scheduler: PracticeScheduler = {
		schedule: (tellings) => language.call('practiceSchedule', [tellings], { urgent: true }),
		outlook: (tellings, question, now) =>
			language.call('practiceOutlook', [tellings, question, now], { urgent: true }),
	};
	const practiceAt = () => practicePlace(context.globalStorageUri);
	const practice = new PracticeStore(practiceAt().folder, scheduler, log);
	context.subscriptions.push(
		vscode.workspace.onDidChangeConfiguration((event) => {
			if (event.affectsConfiguration(`${settingsSection}.${practiceFolderSetting}`))
				void practice.use(practiceAt().folder).catch(logError(log));
		}),
	);
	const storyPractices = new StoryPractices(practice, storyFiles.index);
	context.subscriptions.push(practice, storyPractices);
	void scanned.then(() => practice.open()).catch(logError(log));
	void scanned.then(() => deleteOldCache(context.storageUri)).catch(logError(log));
	const planServices = { workspace, language, frameworks, storyFiles, heard, allKnown };
	const clipboard = new ClipboardPage(extensionUri);
	const renameServices = { workspace, language, frameworks, storyFiles, allKnown };
	// What is seen first comes first.
	const features: readonly (() => vscode.Disposable)[] = [
		() => registerDiagnostics(storyFiles, frameworks),
		() =>
			registerCompetencyTree({
				workspaceState,
				log,
				frameworks,
				storyFiles,
				storyEdits,
				opportunities,
				storyPractices,
				scanned,
				lookAround: () => scanner.lookAround(),
			}),
		() => registerEditorContext(storyFiles),
		() => registerCodeLens(storyFiles),
		() => registerStoryColours(storyFiles, frameworks),
		() => registerStatusBar(storyFiles),
		() => registerQuickFixes(workspace, language, storyFiles, frameworks),
		() => registerMarkReady(storyFiles, storyEdits),
		() => registerAnsweredPrompts(storyFiles, frameworks, log),
		() => registerCompletion(workspace, language, storyFiles, frameworks, libraryCoverage),
		() => registerHover(storyFiles, frameworks, libraryCoverage),
		() =>
			registerMatrix({
				extensionUri,
				clipboard,
				workspaceState,
				log,
				workspace,
				language,
				frameworks,
				storyFiles,
				libraryCoverage,
				storyEdits,
				editHistory,
				opportunities,
				practice,
				recall,
				storyPractices,
				nameHiding,
				scanned,
			}),
		() =>
			registerPractice({
				extensionUri,
				log,
				frameworks,
				storyFiles,
				practice,
				practiceAt,
				heard,
				language,
				nameHiding,
				workspaceState,
				scanned,
			}),
		() => registerCompetencyDefinition(storyFiles, frameworks, frameworkPages),
		() => registerDocumentLinks(language, storyFiles, frameworks, frameworkPages),
		() => registerRulePages(language),
		() => registerCompetencyReferences(workspace, storyFiles, frameworks, allKnown),
		() => registerCompetencyRename(renameServices),
		() => registerOpenSamples(extensionUri),
		() => registerChooseFrameworks(frameworks),
		() => registerFindMyStories({ language, frameworks, storyFiles, scanner, allKnown }),
		() => registerNewStory({ libraryCoverage, frameworks, allKnown }),
		() => registerInsertSection({ workspace, language, storyFiles, frameworks }),
		() => registerCreateFramework(),
		() => registerSplitBank(workspace, language, frameworks, storyFiles),
		() => registerConvertTable({ workspace, language, frameworks, storyFiles }),
		() => registerTagCandidates({ language, frameworks, storyFiles, libraryCoverage, storyEdits, allKnown }),
		() => registerHideCandidates(hiddenCandidates),
		() => registerOpenStory(storyFiles),
		() => registerFindStory({ storyFiles, frameworks, recall, practice, nameHiding, heard, scanned, log }),
		() => registerCopyCueCard({ storyFiles, frameworks, language, nameHiding }),
		() => registerCopyForForm({ storyFiles, language, nameHiding, workspaceState }),
		() =>
			registerCopyRichText({
				clipboard,
				language,
				storyFiles,
				frameworks,
				reports,
				nameHiding,
				allKnown,
			}),
		() => registerAddQuestions(workspace, language, frameworks),
		() => registerUnknownTags(workspace, language, frameworks),
		() => registerInterviewPlan(planServices),
		() => registerPlanFromPosting(planServices),
		() => registerInterviewLenses(interviews, storyFiles.index, allKnown),
		() => registerLogInterview(interviews, heard),
		() => registerMovedStories(workspace, language, frameworks, interviews),
		() => registerItWasAsked({ language, frameworks, storyFiles, interviews, allKnown }),
		() => registerTagPlanned({ language, frameworks, storyFiles, storyEdits, allKnown }),
		() => registerShowProblems(storyFiles),
		() => registerShowReport(reportDocuments),
		() => registerTagStories(storyFiles, libraryCoverage, storyEdits, editHistory, allKnown),
		() => registerStoryRows(renameServices, storyEdits, nameHiding),
		() => registerPlanOpportunity(opportunities, libraryCoverage, allKnown),
		() => registerCreateReport(reports, reportDocuments, workspaceState, allKnown),
		() => registerPracticeHistory(practice),
		() => registerMcpServer(context.extension, storyFiles, log),
		() => registerProposedEdits(),
		() => registerChat({ nameHiding, storyFiles, reports, allKnown, log }),
		() => registerLanguageModelTools({ nameHiding, storyFiles, reports, recall, allKnown }),
	];
	for (const register of features) {
		await slices.next();
		context.subscriptions.push(register());
	}
	const api = new PublicApi(storyFiles, frameworks, libraryCoverage, scanned);
	context.subscriptions.push(api);
	await slices.next();
	featuresRegistered();
	return api.exports;
}
