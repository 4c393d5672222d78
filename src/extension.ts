import * as vscode from 'vscode';
import { staff } from './core/framework/staff.ts';
import { registerCompetencyTree } from './host/features/competencyTree.ts';
import { registerDiagnostics } from './host/features/diagnostics.ts';
import { registerInsertSection } from './host/features/insertSection.ts';
import { registerNewStory } from './host/features/newStory.ts';
import { registerOpenStory } from './host/features/openStory.ts';
import { registerQuickFixes } from './host/features/quickFixes.ts';
import { registerShowReport } from './host/features/showReport.ts';
import type { Services } from './host/services.ts';
import { StoryFiles } from './host/storyFiles.ts';
import { StoryScanner } from './host/storyScanner.ts';

const features = [
	registerDiagnostics,
	registerQuickFixes,
	registerCompetencyTree,
	registerNewStory,
	registerInsertSection,
	registerOpenStory,
	registerShowReport,
];

/** Builds the services and registers the features; both extension hosts start here. */
export function activate(context: vscode.ExtensionContext): void {
	const log = vscode.window.createOutputChannel('STAR Stories', { log: true });
	const frameworks = [staff];
	const storyFiles = new StoryFiles(frameworks, log);
	const scanner = new StoryScanner(storyFiles, log);
	context.subscriptions.push(log, storyFiles, scanner);
	const scanned = scanner.scan().catch((error: unknown) => log.error(error instanceof Error ? error : String(error)));
	const services: Services = { extensionUri: context.extensionUri, log, frameworks, storyFiles, scanned };
	for (const register of features) context.subscriptions.push(register(services));
}
