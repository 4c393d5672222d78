import * as vscode from 'vscode';
import { earlierReportName } from '../../../core/report/changes.ts';
import type { ReportFormat, ReportFormatId } from '../../../core/report/reportFormats.ts';
import { messageOf } from '../../../core/text/messageOf.ts';
import type { ReportChoice, Reports } from './reports.ts';

/** A format that is offered. */
type OfferedFormat = ReportFormat & { readonly id: ReportFormatId };

/**
 * Writes a report to a file that the author chooses, and shows it. Where it cannot be written it is opened unsaved, so
 * that nothing is lost.
 *
 * @param target the file; asked for when left out
 */
export async function writeReport(
	reports: Reports,
	format: OfferedFormat,
	choice: ReportChoice,
	target?: vscode.Uri,
): Promise<void> {
	const folder = reports.folderOf(choice.scope);
	if (!target && folder && vscode.workspace.fs.isWritableFileSystem(folder.uri.scheme) === false) {
		await openUnsaved(format, await reports.write(format.id, await reports.make(choice)));
		return;
	}
	const uri = target ?? (await askForFile(format, choice, folder?.uri));
	if (!uri) return;
	// The dialog asks by itself.
	if (target && !(await mayReplace(target))) return;
	const text = await reports.write(format.id, await reports.make(choice, vscode.Uri.joinPath(uri, '..')));
	try {
		await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
	} catch (error) {
		await openUnsaved(format, text);
		const reason = messageOf(error);
		void vscode.window.showErrorMessage(
			`${vscode.workspace.asRelativePath(uri)} could not be written, so the report is open and not saved: ${reason}`,
		);
		return;
	}
	await vscode.window.showTextDocument(uri, { preview: false });
}

async function askForFile(
	{ name, extension }: ReportFormat,
	{ hide }: ReportChoice,
	folder: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
	// Under this name the next report finds it and says what has changed; one without names would be no use for that.
	const file = `${earlierReportName.replace(/\.json$/u, '')}${hide ? '-redacted' : ''}.${extension}`;
	return vscode.window.showSaveDialog({
		...(folder && { defaultUri: vscode.Uri.joinPath(folder, file) }),
		filters: { [name]: [extension] },
		title: 'Save Report',
	});
}

async function mayReplace(target: vscode.Uri): Promise<boolean> {
	try {
		await vscode.workspace.fs.stat(target);
	} catch {
		return true;
	}
	const replace = 'Replace';
	return (
		(await vscode.window.showWarningMessage(
			`${vscode.workspace.asRelativePath(target)} is there already. Replace it?`,
			{ modal: true },
			replace,
		)) === replace
	);
}

async function openUnsaved({ id }: ReportFormat, content: string): Promise<void> {
	const language = id === 'anki' || id === 'csv' ? 'plaintext' : id;
	await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content, language }), {
		preview: false,
	});
}
