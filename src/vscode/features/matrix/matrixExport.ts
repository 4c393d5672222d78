import * as vscode from 'vscode';
import type { Matrix } from '../../../core/library/matrix/matrix.ts';
import { exportedMatrix } from '../../../core/report/matrix/exportedMatrix.ts';
import type { MatrixFormat } from '../../../core/report/matrix/formats.ts';
import { messageOf } from '../../../core/text/messageOf.ts';
import { writeWhole } from '../../files.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { pickOne, showDone, showErrorMessage } from '../../dialogs.ts';
import { askAboutNames } from '../report/askAboutNames.ts';
import type { NameHiding } from '../report/nameHiding.ts';

interface Way extends vscode.QuickPickItem {
	readonly format: MatrixFormat;
	readonly copies: boolean;
}

/** Asks in which form a matrix is wanted, and where it names anything with which names, and saves or copies it. */
export async function exportMatrix(whole: Matrix, language: LanguageClient, nameHiding: NameHiding): Promise<void> {
	const way = await pickOne(ways(), {
		title: 'Export Matrix',
		placeHolder: 'As it is filtered and sorted on the page',
	});
	const matrix = way && (await askAboutNames(exportedMatrix(whole), 'Export Matrix: names', nameHiding));
	if (!matrix) return;
	const extension = extensions[way.format];
	const text = await language.call('writeMatrix', [way.format, matrix], { urgent: true });
	if (way.copies) {
		await vscode.env.clipboard.writeText(text);
		showDone('The matrix is in the clipboard');
		return;
	}
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
	const target = await vscode.window.showSaveDialog({
		...(folder && { defaultUri: vscode.Uri.joinPath(folder, `star-stories-matrix.${extension}`) }),
		filters: { [way.label]: [extension] },
		title: 'Save Matrix',
	});
	if (!target) return;
	try {
		await writeWhole(target, new TextEncoder().encode(text));
		showDone(`Saved ${vscode.workspace.asRelativePath(target)}`);
	} catch (error) {
		await showErrorMessage(`${vscode.workspace.asRelativePath(target)} could not be written: ${messageOf(error)}`);
	}
}

/** Of the files that hold a matrix, without the dot. */
const extensions: Readonly<Record<MatrixFormat, string>> = { html: 'html', csv: 'csv', markdown: 'md', svg: 'svg' };

function ways(): readonly Way[] {
	return [
		{
			label: 'Web Page',
			description: 'HTML',
			detail: 'One file without scripts, which prints on one page',
			iconPath: new vscode.ThemeIcon('globe'),
			format: 'html',
			copies: false,
		},
		{
			label: 'Spreadsheet',
			description: 'CSV',
			iconPath: new vscode.ThemeIcon('table'),
			format: 'csv',
			copies: false,
		},
		{
			label: 'Markdown Table',
			description: 'Markdown',
			iconPath: new vscode.ThemeIcon('markdown'),
			format: 'markdown',
			copies: false,
		},
		{
			label: 'Picture',
			description: 'SVG',
			iconPath: new vscode.ThemeIcon('file-media'),
			format: 'svg',
			copies: false,
		},
		{ label: 'Copy as Markdown Table', iconPath: new vscode.ThemeIcon('copy'), format: 'markdown', copies: true },
		{ label: 'Copy as CSV', iconPath: new vscode.ThemeIcon('copy'), format: 'csv', copies: true },
	];
}
