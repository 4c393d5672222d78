import * as vscode from 'vscode';
import type { StarStoriesExports } from '../api.d.ts';
import { EditHistory } from './core/library/editHistory.ts';
import { StoryEdits } from './core/library/storyEdits.ts';
import { OpportunityFiles } from './core/opportunities/opportunityFiles.ts';
import { PublicApi } from './host/api.ts';
import { Bank } from './host/bank.ts';
import { registerCodeLens } from './host/features/codeLens.ts';
import { registerCompetencyDefinition } from './host/features/competencyDefinition.ts';
import { registerCompetencyReferences } from './host/features/competencyReferences.ts';
import { registerCompetencyRename } from './host/features/competencyRename.ts';
import { registerCompetencyTree } from './host/features/competencyTree.ts';
import { registerCompletion } from './host/features/completion.ts';
import { registerCreateFramework } from './host/features/createFramework.ts';
import { registerCreateReport } from './host/features/createReport.ts';
import { registerAddQuestions } from './host/features/addQuestions.ts';
import { registerCopyCueCard } from './host/features/copyCueCard.ts';
import { registerDiagnostics } from './host/features/diagnostics.ts';
import { registerDocumentLinks } from './host/features/documentLinks.ts';
import { registerFindStory } from './host/features/findStory.ts';
import { registerHover } from './host/features/hover.ts';
import { registerInsertSection } from './host/features/insertSection.ts';
import { registerInterviewPlan } from './host/features/interviewPlan.ts';
import { registerMatrix } from './host/features/matrix.ts';
import { registerLanguageModelTools } from './host/features/languageModelTools.ts';
import { registerNewStory } from './host/features/newStory.ts';
import { registerOpenStory } from './host/features/openStory.ts';
import { registerOrganise } from './host/features/organise.ts';
import { registerPlanOpportunity } from './host/features/planOpportunity.ts';
import { registerPractice } from './host/features/practice.ts';
import { registerPracticeHistory } from './host/features/practiceHistory.ts';
import { registerQuickFixes } from './host/features/quickFixes.ts';
import { registerShowProblems } from './host/features/showProblems.ts';
import { registerShowReport } from './host/features/showReport.ts';
import { registerStoryRows } from './host/features/storyRows.ts';
import { registerTagStories } from './host/features/tagStories.ts';
import { FrameworkPages } from './host/frameworkPages.ts';
import { Frameworks } from './core/library/frameworks.ts';
import { deleteOldCache } from './host/language/oldCache.ts';
import { DiskAnalysis } from './host/language/diskAnalysis.ts';
import { LanguageClient } from './worker/client.ts';
import { startWorker } from './host/language/workerThread.ts';
import { type PracticeScheduler, PracticeStore } from './host/practice/practiceStore.ts';
import { Standings } from './host/practice/standings.ts';
import { ReportDocuments } from './host/reportDocuments.ts';
import { Reports } from './host/reports.ts';
import { reportTo } from './host/reportTo.ts';
import type { Services } from './host/services.ts';
import { registerStatusBar } from './host/features/statusBar.ts';
import { Slices } from './host/slices.ts';
import { StoryFiles } from './host/storyFiles.ts';
import { StoryRecall } from './host/storyRecall.ts';
import { StoryScanner } from './host/storyScanner.ts';
import { VscodeWorkspace } from './host/vscodeWorkspace.ts';

/** What is seen first comes first. */
const features = [
	registerDiagnostics,
	registerCompetencyTree,
	registerCodeLens,
	registerStatusBar,
	registerQuickFixes,
	registerCompletion,
	registerHover,
	registerMatrix,
	registerPractice,
	registerCompetencyDefinition,
	registerDocumentLinks,
	registerCompetencyReferences,
	registerCompetencyRename,
	registerNewStory,
	registerInsertSection,
	registerCreateFramework,
	registerOrganise,
	registerOpenStory,
	registerFindStory,
	registerCopyCueCard,
	registerAddQuestions,
	registerInterviewPlan,
	registerShowProblems,
	registerShowReport,
	registerTagStories,
	registerStoryRows,
	registerPlanOpportunity,
	registerCreateReport,
	registerPracticeHistory,
	registerLanguageModelTools,
];

/**
 * Builds the services and registers the features, in slices between which the thread is free for others; both extension
 * hosts start here. VS Code waits for the end of it before it runs a command or brings back a page.
 * @returns what other extensions may use
 */
export async function activate(context: vscode.ExtensionContext): Promise<StarStoriesExports> {
	const slices = new Slices();
	const { extensionUri, workspaceState } = context;
	const log = vscode.window.createOutputChannel('STAR Stories', { log: true });
	const language = new LanguageClient((listener) => startWorker(context.extensionUri, listener));
	const workspace = new VscodeWorkspace();
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
	const storyFiles = new StoryFiles(language, frameworks, log);
	const bank = new Bank(storyFiles.index, frameworks);
	const recall = new StoryRecall(storyFiles, frameworks, language);
	const disk = new DiskAnalysis(language, ({ uri }) => storyFiles.contextFor(uri));
	const scanner = new StoryScanner(storyFiles, disk, workspace, frameworks.onDidChange, log);
	context.subscriptions.push(log, workspace, language, frameworks, frameworkPages, storyFiles, bank, scanner);
	await slices.next();
	const editHistory = new EditHistory(workspace);
	const editing = { workspace, history: editHistory, frameworks, log, showError: (message: string) => void vscode.window.showErrorMessage(message) };
	const opportunities = new OpportunityFiles({
		...editing,
		language: {
			readOpportunities: (...args) => language.call('readOpportunities', args, { urgent: true }),
			planOpportunity: (...args) => language.call('planOpportunity', args, { urgent: true }),
			tickOpportunity: (...args) => language.call('tickOpportunity', args, { urgent: true }),
		},
	});
	context.subscriptions.push(opportunities);
	const reports = new Reports(language, storyFiles, frameworks, opportunities);
	const readAll = async () => {
		// While VS Code lists the files.
		language.warmUp();
		await Promise.all([scanner.scan(), opportunities.load()]);
	};
	let everybodyListens!: () => void;
	// Whoever registers late would miss what is found early.
	const listening = new Promise<void>((resolve) => (everybodyListens = resolve));
	const scanned = listening.then(() => frameworks.load()).then(readAll).catch(reportTo(log));
	const reportDocuments = new ReportDocuments(reports, storyFiles, frameworks, opportunities, scanned);
	context.subscriptions.push(reportDocuments);
	const storyEdits = new StoryEdits({ ...editing, changeStories: (...args) => language.call('changeStories', args, { urgent: true }) });
	await slices.next();
	const scheduler: PracticeScheduler = {
		schedule: (tellings) => language.call('practiceSchedule', [tellings], { urgent: true }),
		outlook: (tellings, question, now) => language.call('practiceOutlook', [tellings, question, now], { urgent: true }),
	};
	const practice = new PracticeStore(vscode.Uri.joinPath(context.globalStorageUri, 'practice'), scheduler, log);
	const standings = new Standings(practice, storyFiles.index);
	context.subscriptions.push(practice, standings);
	void scanned.then(() => practice.open()).catch(reportTo(log));
	void scanned.then(() => deleteOldCache(context.storageUri)).catch(reportTo(log));
	const services: Services = { extensionUri, workspaceState, log, workspace, language, frameworks, frameworkPages, bank, recall, storyFiles, reports, reportDocuments, storyEdits, editHistory, opportunities, practice, standings, scanned, allKnown: () => scanned.then(() => scanner.caughtUp()) };
	for (const register of features) {
		await slices.next();
		context.subscriptions.push(register(services));
	}
	const api = new PublicApi(services);
	context.subscriptions.push(api);
	await slices.next();
	everybodyListens();
	return api.exports;
}
