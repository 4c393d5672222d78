import type * as vscode from 'vscode';
import type { EditHistory } from '../core/library/editHistory.ts';
import type { Frameworks } from '../core/library/frameworks.ts';
import type { StoryEdits } from '../core/library/storyEdits.ts';
import type { Workspace } from '../core/library/workspace.ts';
import type { OpportunityFiles } from '../core/questions/opportunities/opportunityFiles.ts';
import type { LanguageClient } from '../worker/client.ts';
import type { Library } from './bank.ts';
import type { FrameworkPages } from './features/language/documentLinks.ts';
import type { PracticeStore } from './features/practice/practiceStore.ts';
import type { Standings } from './features/practice/standings.ts';
import type { ReportDocuments } from './features/report/reportDocuments.ts';
import type { Reports } from './features/report/reports.ts';
import type { StoryFiles } from './storyFiles.ts';
import type { StoryRecall } from './storyRecall.ts';

/** What the composition root builds and every feature may use. */
export interface Services {
	readonly extensionUri: vscode.Uri;
	/** What is remembered of this workspace from one session to the next. */
	readonly workspaceState: vscode.Memento;
	readonly log: vscode.LogOutputChannel;
	readonly workspace: Workspace;
	/** Parses Markdown and YAML, off this thread. */
	readonly language: LanguageClient;
	readonly frameworks: Frameworks;
	readonly frameworkPages: FrameworkPages;
	readonly library: Library;
	readonly storyFiles: StoryFiles;
	readonly reports: Reports;
	/** Reports as documents that follow the stories. */
	readonly reportDocuments: ReportDocuments;
	/** Finds stories for questions. */
	readonly recall: StoryRecall;
	/** Changes stories in their files. */
	readonly storyEdits: StoryEdits;
	/** What was changed from views, to be taken back there. */
	readonly editHistory: EditHistory;
	/** What the author plans to do for stories that are still missing. */
	readonly opportunities: OpportunityFiles;
	/** What was practised, and when it is due again. */
	readonly practice: PracticeStore;
	/** How far each story is practised. */
	readonly standings: Standings;
	/** Resolves when the first scan of the workspace is over. */
	readonly scanned: Promise<void>;
	/**
	 * Resolves when every story is known: the first scan is over, and so is one that runs since folders or settings
	 * have changed.
	 */
	readonly allKnown: () => Promise<void>;
}
