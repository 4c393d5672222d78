import * as vscode from 'vscode';
import type { ReadableWorkspace } from '../../../core/library/currentText.ts';
import type { EditedWorkspace } from '../../../core/library/editsOfFiles.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import type { ProposedQuestion } from '../../../core/questions/recall/pastedQuestions.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { asShown, pickSeveral, showInformationMessage } from '../../dialogs.ts';
import { commands } from '../../ids.ts';
import { changeFrameworkFile } from './changeFrameworkFile.ts';
import { pickFolder } from './newFile.ts';

/**
 * Takes a company's questions from the selection or the clipboard into the framework file, with what they seem to
 * probe.
 */
export function registerAddQuestions(
	workspace: EditedWorkspace & ReadableWorkspace,
	language: LanguageClient,
	frameworks: Frameworks,
): vscode.Disposable {
	return vscode.commands.registerCommand(commands.addQuestions, () => addQuestions(workspace, language, frameworks));
}

async function addQuestions(
	workspace: EditedWorkspace & ReadableWorkspace,
	language: LanguageClient,
	frameworks: Frameworks,
): Promise<void> {
	const editor = vscode.window.activeTextEditor;
	const selected = editor && !editor.selection.isEmpty ? editor.document.getText(editor.selection) : '';
	const pasted = selected.trim() === '' ? await vscode.env.clipboard.readText() : selected;
	const folder = await pickFolder('Whose framework file gets the questions?');
	if (!folder) return;
	const proposed = await language.call(
		'pastedQuestions',
		[pasted, { lookups: frameworks.lookupsFor(folder.uri.toString()) }],
		{ urgent: true },
	);
	if (proposed.length === 0) {
		await showInformationMessage('Select the questions, or copy them, one a line; then run this again.');
		return;
	}
	const chosen = await chooseQuestions(proposed, folder, frameworks);
	if (!chosen || chosen.length === 0) return;
	await changeFrameworkFile(
		folder,
		{
			title: 'Add Questions',
			create: 'Create it with them',
			added: (text) => language.call('addQuestions', [text, chosen], { urgent: true }),
			created: (presets) => language.call('frameworkWithQuestions', [presets, chosen], { urgent: true }),
		},
		workspace,
		frameworks,
	);
}

interface Row extends vscode.QuickPickItem {
	readonly question: ProposedQuestion;
}

/** Shows each line with the competencies proposed for it, to be unticked or corrected. */
async function chooseQuestions(
	proposed: readonly ProposedQuestion[],
	folder: vscode.WorkspaceFolder,
	frameworks: Frameworks,
): Promise<readonly ProposedQuestion[] | undefined> {
	const lookup = frameworks.lookupsFor(folder.uri.toString()).competencies;
	const change: vscode.QuickInputButton = {
		iconPath: new vscode.ThemeIcon('edit'),
		tooltip: 'Choose the Competencies',
	};
	let questions = [...proposed];
	let ticked = new Set(questions.filter(({ competencies }) => competencies.length > 0).map(({ text }) => text));
	const rowOf = (question: ProposedQuestion): Row => {
		const names = question.competencies.flatMap((id) => lookup.find(id)?.name ?? []);
		return {
			label: question.text,
			detail: names.length > 0 ? names.join(' · ') : 'No competency yet: choose one to add it',
			buttons: [change],
			question,
		};
	};
	for (;;) {
		const answer = await pickMany(questions.map(rowOf), ticked);
		if (!answer) return undefined;
		ticked = new Set(answer.ticked.map(({ text }) => text));
		if (answer.change === undefined) return answer.ticked.filter(({ competencies }) => competencies.length > 0);
		const { text } = answer.change;
		const competencies = await chooseCompetencies(answer.change, folder, frameworks);
		questions = questions.map((question) =>
			question.text === text && competencies ? { text, competencies } : question,
		);
		if (competencies && competencies.length > 0) ticked.add(text);
	}
}

interface Answer {
	readonly ticked: readonly ProposedQuestion[];
	/** The question whose competencies are to be chosen before going on. */
	readonly change?: ProposedQuestion;
}

function pickMany(rows: readonly Row[], ticked: ReadonlySet<string>): Promise<Answer | undefined> {
	return new Promise((resolve) => {
		const pick = vscode.window.createQuickPick<Row>();
		pick.title = 'Add Questions';
		pick.placeholder = 'Which of these belong into your framework file?';
		pick.canSelectMany = true;
		pick.matchOnDetail = true;
		const shown = asShown(rows);
		pick.items = shown;
		pick.selectedItems = shown.filter(({ question }) => ticked.has(question.text));
		let answer: Answer | undefined;
		const chosen = () => pick.selectedItems.map(({ question }) => question);
		pick.onDidAccept(() => {
			answer = { ticked: chosen() };
			pick.hide();
		});
		pick.onDidTriggerItemButton(({ item }) => {
			answer = { ticked: chosen(), change: item.question };
			pick.hide();
		});
		pick.onDidHide(() => {
			pick.dispose();
			resolve(answer);
		});
		pick.show();
	});
}

async function chooseCompetencies(
	question: ProposedQuestion,
	folder: vscode.WorkspaceFolder,
	frameworks: Frameworks,
): Promise<readonly string[] | undefined> {
	const rows = frameworks.lookupsFor(folder.uri.toString()).competencies.all.map(({ id, name, description }) => ({
		label: name,
		detail: description,
		picked: question.competencies.includes(id),
		id,
	}));
	const picked = await pickSeveral(rows, {
		title: question.text,
		placeHolder: 'What does it probe?',
		matchOnDetail: true,
	});
	return picked?.map(({ id }) => id);
}
