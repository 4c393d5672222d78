import * as vscode from 'vscode';
import { markdownFormat } from '../../core/report/formats/markdown.ts';
import { Disposables } from '../disposables.ts';
import { commands } from '../ids.ts';
import { reportOf } from '../report.ts';
import type { Services } from '../services.ts';

/** The report is a document of its own scheme: it can be read, previewed and saved elsewhere, and asks for nothing. */
const scheme = 'star-stories';
const reportUri = vscode.Uri.from({ scheme, path: '/STAR Stories Report.md' });

/** Shows coverage and gaps as a Markdown document that follows the stories. */
export function registerShowReport(services: Services): vscode.Disposable {
	const { storyFiles, scanned } = services;
	const disposables = new Disposables();
	const changes = disposables.add(new vscode.EventEmitter<vscode.Uri>());
	disposables.add(
		vscode.workspace.registerTextDocumentContentProvider(scheme, {
			onDidChange: changes.event,
			provideTextDocumentContent: async () => {
				await scanned;
				return markdownFormat(reportOf(services));
			},
		}),
	);
	disposables.add(storyFiles.index.onDidChange(() => changes.fire(reportUri)));
	disposables.add(
		vscode.commands.registerCommand(commands.showReport, async () => {
			const document = await vscode.workspace.openTextDocument(reportUri);
			await vscode.window.showTextDocument(await vscode.languages.setTextDocumentLanguage(document, 'markdown'), { preview: false });
		}),
	);
	return disposables;
}
