import * as vscode from 'vscode';
import type { BankStory } from '../../core/bank/storyIndex.ts';
import { coverageReport } from '../../core/report/coverageReport.ts';
import { Disposables } from '../disposables.ts';
import { commands } from '../ids.ts';
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
				return reportOf(services);
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

function reportOf({ storyFiles, bank }: Services): string {
	const stories = storyFiles.index.stories();
	return coverageReport({ coverage: bank.coverageFor(undefined), stories, linkTo: (entry) => linkTo(entry, storyFiles) });
}

/** A path from the root of the workspace, as Markdown in VS Code understands it; the whole URI where there are several. */
function linkTo({ file, story }: BankStory, storyFiles: Services['storyFiles']): string | undefined {
	const uri = vscode.Uri.parse(file, true);
	const folder = vscode.workspace.getWorkspaceFolder(uri);
	const lines = storyFiles.get(uri)?.lines;
	if (!folder || !lines) return undefined;
	const line = lines.lineAt(story.anchor.start) + 1;
	const isFirst = folder.index === 0;
	const path = isFirst ? uri.path.slice(folder.uri.path.replace(/\/$/u, '').length) : uri.toString();
	const encoded = isFirst ? path.split('/').map(encodeURIComponent).join('/') : path;
	return `${encoded.replace(/[()]/gu, (mark) => (mark === '(' ? '%28' : '%29'))}#L${line}`;
}
