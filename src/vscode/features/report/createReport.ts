import * as vscode from 'vscode';
import { earlierReportName } from '../../../core/report/changes.ts';
import { reportFormats } from '../../../core/report/reportFormats.ts';
import { messageOf } from '../../../core/text/messageOf.ts';
import { confirmed, showErrorMessage } from '../../dialogs.ts';
import { writeWhole } from '../../files.ts';
import { commands } from '../../ids.ts';
import { showPreview } from '../../markdownPreview.ts';
import { askForFolder } from '../commands/newFile.ts';
import { asChoice, type ReportDocuments } from './reportDocuments.ts';
import type { ReportChoice, Reports } from './reports.ts';
import type { ReportAnswers } from './reportAnswers.ts';
import { ReportWizard } from './reportWizard.ts';
import { showHtml } from './showHtml.ts';

/**
 * Creates a report of what the author chooses: which framework, which folder, which format, which names hidden. A
 * keybinding can give the answers: `{ "format": "html", "lens": "staff", "scope": "stories", "hide": ["company"] }`,
 * and with `target` the address of the file to write.
 */
export function registerCreateReport(
	reports: Reports,
	reportDocuments: ReportDocuments,
	workspaceState: vscode.Memento,
	allKnown: () => Promise<void>,
): vscode.Disposable {
	const wizard = new ReportWizard(reports, reportDocuments, workspaceState);
	return vscode.commands.registerCommand(commands.createReport, async (given?: unknown) => {
		if (!vscode.workspace.workspaceFolders?.length) {
			await askForFolder();
			return;
		}
		await allKnown();
		const answers =
			typeof given === 'object' && given !== null ? (given as Readonly<Record<string, unknown>>) : undefined;
		const wanted: WantedReport | undefined = answers ? givenReport(answers) : await wizard.ask();
		if (!wanted) return;
		const { format = reportFormats[0], choice, target } = wanted;
		if (format.id === 'markdown' && !target) await reportDocuments.show(choice);
		else await writeReport(reports, format, choice, target);
	});
}

type Format = (typeof reportFormats)[number];

interface WantedReport extends ReportAnswers {
	/** The file to write; asked for when left out. */
	readonly target?: vscode.Uri;
}

function givenReport(answers: Readonly<Record<string, unknown>>): WantedReport {
	const format = reportFormats.find(({ id }) => id === answers['format']) ?? reportFormats[0];
	const { target } = answers;
	return {
		format,
		choice: asChoice(answers),
		...(typeof target === 'string' && { target: vscode.Uri.parse(target, true) }),
	};
}

/**
 * Writes a report to a file that the author chooses, and shows it. Where it cannot be written it is opened unsaved, so
 * that nothing is lost.
 *
 * @param target the file; asked for when left out
 */
async function writeReport(reports: Reports, format: Format, choice: ReportChoice, target?: vscode.Uri): Promise<void> {
	const folder = reports.scopes.folderOf(choice.scope);
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
		await writeWhole(uri, new TextEncoder().encode(text));
	} catch (error) {
		await openUnsaved(format, text);
		const reason = messageOf(error);
		void showErrorMessage(
			`${vscode.workspace.asRelativePath(uri)} could not be written, so the report is open and not saved: ${reason}`,
		);
		return;
	}
	if (format.id === 'html') await showHtml(uri, text);
	else if (format.id === 'markdown') await showPreview(uri);
	else await vscode.window.showTextDocument(uri, { preview: false });
}

async function askForFile(
	{ name, extension }: Format,
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
	return confirmed(`${vscode.workspace.asRelativePath(target)} is there already. Replace it?`, 'Replace');
}

async function openUnsaved({ id }: Format, content: string): Promise<void> {
	const language = id === 'anki' || id === 'csv' ? 'plaintext' : id;
	await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content, language }), {
		preview: false,
	});
}
