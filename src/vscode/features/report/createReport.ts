import * as vscode from 'vscode';
import { reportFormats } from '../../../core/report/reportFormats.ts';
import { commands } from '../../ids.ts';
import { askForFolder } from '../commands/newFile.ts';
import { asChoice, type ReportDocuments } from './reportDocuments.ts';
import { askWhatToHide } from './reportRedaction.ts';
import type { ReportChoice, Reports } from './reports.ts';
import { writeReport } from './writeReport.ts';

/**
 * Creates a report of what the author chooses: which framework, which folder, which format, which names hidden. A
 * keybinding can give the answers: `{ "format": "html", "lens": "staff", "scope": "stories", "hide": ["company"] }`,
 * and with `target` the address of the file to write.
 */
export function registerCreateReport(
	reports: Reports,
	reportDocuments: ReportDocuments,
	scanned: Promise<void>,
): vscode.Disposable {
	return vscode.commands.registerCommand(commands.createReport, async (given?: unknown) => {
		if (!vscode.workspace.workspaceFolders?.length) {
			await askForFolder();
			return;
		}
		await scanned;
		const answers =
			typeof given === 'object' && given !== null ? (given as Readonly<Record<string, unknown>>) : undefined;
		const wanted = answers ? givenReport(answers) : await askForReport(reports, reportDocuments);
		if (!wanted) return;
		const { format, choice, target } = wanted;
		if (format.id === 'markdown' && !target) await reportDocuments.show(choice);
		else await writeReport(reports, format, choice, target);
	});
}

type Format = (typeof reportFormats)[number];

interface WantedReport {
	readonly format: Format;
	readonly choice: ReportChoice;
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

async function askForReport(reports: Reports, documents: ReportDocuments): Promise<WantedReport | undefined> {
	const scope = await askForScope(reports);
	if (!scope) return undefined;
	const lens = await askForLens(reports, scope.scope);
	if (!lens) return undefined;
	const format = await askForFormat();
	if (!format) return undefined;
	const hide = await askWhatToHide(reports, documents, { ...scope, ...lens });
	return hide && { format, choice: { ...scope, ...lens, ...hide } };
}

async function askForScope(reports: Reports): Promise<Pick<ReportChoice, 'scope'> | undefined> {
	const all = reports.count();
	const folders = [...(await reports.folders())].filter(([, stories]) => stories < all);
	if (folders.length === 0) return {};
	const described = (stories: number) => (stories === 1 ? '1 story' : `${stories} stories`);
	const items = [
		{ label: 'All stories', description: described(all), choice: {} },
		...folders.map(([scope, stories]) => ({
			label: `$(folder) ${scope}`,
			description: described(stories),
			choice: { scope },
		})),
	];
	return (
		await vscode.window.showQuickPick(items, {
			title: titleFor('which stories'),
			placeHolder: 'Which stories should it tell of?',
		})
	)?.choice;
}

async function askForLens(
	reports: Reports,
	scope: string | undefined,
): Promise<Pick<ReportChoice, 'lens'> | undefined> {
	const frameworks = reports.frameworksFor(scope);
	if (frameworks.length <= 1) return {};
	const counted = (number: number) => (number === 1 ? '1 competency' : `${number} competencies`);
	const items = [
		{ label: 'All active frameworks', description: '', choice: {} },
		...frameworks.map(({ id, name, competencies }) => ({
			label: name,
			description: counted(competencies.length),
			choice: { lens: id },
		})),
	];
	return (
		await vscode.window.showQuickPick(items, {
			title: titleFor('framework'),
			placeHolder: 'Through which framework should the stories be seen?',
		})
	)?.choice;
}

async function askForFormat(): Promise<Format | undefined> {
	const items = reportFormats.map((format) => ({ label: format.name, description: format.purpose, format }));
	return (await vscode.window.showQuickPick(items, { title: titleFor('format'), placeHolder: 'Which format?' }))
		?.format;
}

function titleFor(step: string): string {
	return `Create Report: ${step}`;
}
