import * as vscode from 'vscode';
import type { MatrixFormat } from '../../core/matrix/formats/matrixFormats.ts';
import type { Matrix } from '../../core/matrix/matrix.ts';
import { messageOf } from '../../core/messageOf.ts';
import type { LanguageClient } from '../../worker/client.ts';

interface Way extends vscode.QuickPickItem {
	readonly format: MatrixFormat;
	readonly copies: boolean;
}

/** Asks in which form a matrix is wanted, and saves or copies it. */
export async function exportMatrix(matrix: Matrix, language: LanguageClient): Promise<void> {
	const way = await vscode.window.showQuickPick(ways(), { title: vscode.l10n.t('Export Matrix'), placeHolder: vscode.l10n.t('As it is filtered and sorted on the page') });
	if (!way) return;
	const extension = extensions[way.format];
	const text = await language.call('writeMatrix', [way.format, matrix], { urgent: true });
	if (way.copies) {
		await vscode.env.clipboard.writeText(text);
		vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) The matrix is in the clipboard'), messageTime);
		return;
	}
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
	const target = await vscode.window.showSaveDialog({
		...(folder && { defaultUri: vscode.Uri.joinPath(folder, `star-stories-matrix.${extension}`) }),
		filters: { [way.label]: [extension] },
		title: vscode.l10n.t('Save Matrix'),
	});
	if (!target) return;
	try {
		await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
		vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Saved {0}', vscode.workspace.asRelativePath(target)), messageTime);
	} catch (error) {
		await vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be written: {1}', vscode.workspace.asRelativePath(target), messageOf(error)));
	}
}

/** Of the files that hold a matrix, without the dot. */
const extensions: Readonly<Record<MatrixFormat, string>> = { html: 'html', csv: 'csv', markdown: 'md', svg: 'svg' };

/** How long a message stays in the status bar, in milliseconds. */
const messageTime = 5000;

function ways(): readonly Way[] {
	return [
		{ label: vscode.l10n.t('Web Page'), description: 'HTML', detail: vscode.l10n.t('One file without scripts, which prints on one page'), iconPath: new vscode.ThemeIcon('globe'), format: 'html', copies: false },
		{ label: vscode.l10n.t('Spreadsheet'), description: 'CSV', iconPath: new vscode.ThemeIcon('table'), format: 'csv', copies: false },
		{ label: vscode.l10n.t('Markdown Table'), description: 'Markdown', iconPath: new vscode.ThemeIcon('markdown'), format: 'markdown', copies: false },
		{ label: vscode.l10n.t('Picture'), description: 'SVG', iconPath: new vscode.ThemeIcon('file-media'), format: 'svg', copies: false },
		{ label: vscode.l10n.t('Copy as Markdown Table'), iconPath: new vscode.ThemeIcon('copy'), format: 'markdown', copies: true },
		{ label: vscode.l10n.t('Copy as CSV'), iconPath: new vscode.ThemeIcon('copy'), format: 'csv', copies: true },
	];
}
