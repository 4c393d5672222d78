import * as vscode from 'vscode';
import type { Matrix } from '../../../core/library/matrix/matrix.ts';
import { exportedMatrix } from '../../../core/report/matrix/exportedMatrix.ts';
import type { MatrixFormat } from '../../../core/report/matrix/formats.ts';
import { messageOf } from '../../../core/text/messageOf.ts';
import { writeWhole } from '../../files.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import type { ClipboardPage, RichText } from '../../clipboardPage.ts';
import { pickOne, showDone, showErrorMessage } from '../../dialogs.ts';
import { askAboutNames } from '../report/askAboutNames.ts';
import type { NameHiding } from '../report/nameHiding.ts';

interface Way extends vscode.QuickPickItem {
	readonly format: MatrixFormat;
	/** What becomes of it: a PNG is drawn from an SVG, and rich text has the plain form beside it. */
	readonly as: 'file' | 'picture' | 'copy' | 'rich copy';
}

/** A matrix for documents and mails. */
export async function matrixRichText(matrix: Matrix, language: LanguageClient): Promise<RichText> {
	const write = (format: MatrixFormat) => language.call('writeMatrix', [format, matrix], { urgent: true });
	const [html, plain] = await Promise.all([write('html'), write('markdown')]);
	return { html, plain };
}

/** Asks in which form a matrix is wanted, and where it names anything with which names, and saves or copies it. */
export async function exportMatrix(
	whole: Matrix,
	language: LanguageClient,
	nameHiding: NameHiding,
	clipboard: ClipboardPage,
): Promise<void> {
	const way = await pickOne(ways(), {
		title: 'Export Matrix',
		placeHolder: 'As it is filtered and sorted on the page',
	});
	const matrix = way && (await askAboutNames(exportedMatrix(whole), 'Export Matrix: names', nameHiding));
	if (!matrix) return;
	const extension = way.as === 'picture' ? 'png' : extensions[way.format];
	if (way.as === 'rich copy') {
		if (await clipboard.copy(await matrixRichText(matrix, language))) showDone('The matrix is in the clipboard');
		return;
	}
	const text = await language.call('writeMatrix', [way.format, matrix], { urgent: true });
	if (way.as === 'copy') {
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
		const bytes = way.as === 'picture' ? await clipboard.draw(text) : new TextEncoder().encode(text);
		if (!bytes) return;
		await writeWhole(target, bytes);
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
			as: 'file',
		},
		{
			label: 'Spreadsheet',
			description: 'CSV',
			iconPath: new vscode.ThemeIcon('table'),
			format: 'csv',
			as: 'file',
		},
		{
			label: 'Markdown Table',
			description: 'Markdown',
			iconPath: new vscode.ThemeIcon('markdown'),
			format: 'markdown',
			as: 'file',
		},
		{
			label: 'Picture',
			description: 'PNG',
			detail: 'For slides, documents and mails',
			iconPath: new vscode.ThemeIcon('file-media'),
			format: 'svg',
			as: 'picture',
		},
		{
			label: 'Drawing',
			description: 'SVG',
			detail: 'Sharp at any size',
			iconPath: new vscode.ThemeIcon('file-media'),
			format: 'svg',
			as: 'file',
		},
		{
			label: 'Copy as Rich Text',
			detail: 'A table for documents and mails',
			iconPath: new vscode.ThemeIcon('copy'),
			format: 'html',
			as: 'rich copy',
		},
		{ label: 'Copy as Markdown Table', iconPath: new vscode.ThemeIcon('copy'), format: 'markdown', as: 'copy' },
		{ label: 'Copy as CSV', iconPath: new vscode.ThemeIcon('copy'), format: 'csv', as: 'copy' },
	];
}
