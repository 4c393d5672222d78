import type * as vscode from 'vscode';
import type { Framework } from '../core/framework/model.ts';
import type { StoryFiles } from './storyFiles.ts';

/** What the composition root builds and every feature may use. */
export interface Services {
	readonly extensionUri: vscode.Uri;
	readonly log: vscode.LogOutputChannel;
	/** The active frameworks, in order of precedence. */
	readonly frameworks: readonly Framework[];
	readonly storyFiles: StoryFiles;
	/** Resolves when the first scan of the workspace is over. */
	readonly scanned: Promise<void>;
}
