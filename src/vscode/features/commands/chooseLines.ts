import * as vscode from 'vscode';
import type { Competency } from '../../../core/framework/model.ts';
import { asShown, pickSeveral } from '../../dialogs.ts';

/** A line of a pasted text, with the competencies that it is about. */
export interface ListedLine {
	readonly text: string;
	/** Ids of competencies. */
	readonly competencies: readonly string[];
	/** Why; the names of the competencies where it is left out. */
	readonly reason?: string;
	readonly isTicked: boolean;
}

/** How the list of lines is shown. */
export interface LineListOptions {
	readonly title: string;
	readonly placeHolder: string;
	/** What stands below a line without a competency. */
	readonly none: string;
	/** Asks for the competencies of a line. */
	readonly which: string;
	/** Those that there are to choose from. */
	readonly competencies: readonly Competency[];
}

/**
 * Shows each line with its competencies, to be unticked or corrected.
 *
 * @returns the ticked lines that have a competency; undefined where the author changed their mind
 */
export async function chooseLines(
	proposed: readonly ListedLine[],
	options: LineListOptions,
): Promise<readonly ListedLine[] | undefined> {
	let lines = proposed;
	for (;;) {
		const answer = await pickMany(lines, options);
		if (!answer) return undefined;
		const ticked = new Set(answer.ticked);
		lines = lines.map((line) => ({ ...line, isTicked: ticked.has(line) }));
		const { change } = answer;
		if (!change) return lines.filter(({ isTicked, competencies }) => isTicked && competencies.length > 0);
		const competencies = await chooseCompetencies(change, options);
		if (!competencies) continue;
		lines = lines.map((line) =>
			line.text === change.text
				? { text: line.text, competencies, isTicked: line.isTicked || competencies.length > 0 }
				: line,
		);
	}
}

interface Row extends vscode.QuickPickItem {
	readonly line: ListedLine;
}

interface Answer {
	readonly ticked: readonly ListedLine[];
	/** The line whose competencies are to be chosen before going on. */
	readonly change?: ListedLine;
}

const changeButton: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon('edit'),
	tooltip: 'Choose the Competencies',
};

function pickMany(lines: readonly ListedLine[], options: LineListOptions): Promise<Answer | undefined> {
	return new Promise((resolve) => {
		const pick = vscode.window.createQuickPick<Row>();
		pick.title = options.title;
		pick.placeholder = options.placeHolder;
		pick.canSelectMany = true;
		pick.matchOnDetail = true;
		// What was pasted may be looked at meanwhile.
		pick.ignoreFocusOut = true;
		const shown = asShown(lines.map((line) => rowOf(line, options)));
		pick.items = shown;
		pick.selectedItems = shown.filter(({ line }) => line.isTicked);
		let answer: Answer | undefined;
		const chosen = () => pick.selectedItems.map(({ line }) => line);
		pick.onDidAccept(() => {
			answer = { ticked: chosen() };
			pick.hide();
		});
		pick.onDidTriggerItemButton(({ item }) => {
			answer = { ticked: chosen(), change: item.line };
			pick.hide();
		});
		pick.onDidHide(() => {
			pick.dispose();
			resolve(answer);
		});
		pick.show();
	});
}

function rowOf(line: ListedLine, { competencies, none }: LineListOptions): Row {
	const names = competencies.filter(({ id }) => line.competencies.includes(id)).map(({ name }) => name);
	const detail = line.reason ?? (names.length > 0 ? names.join(' · ') : none);
	return { label: line.text, detail, buttons: [changeButton], line };
}

async function chooseCompetencies(
	{ text, competencies: chosen }: ListedLine,
	{ which, competencies }: LineListOptions,
): Promise<readonly string[] | undefined> {
	const rows = competencies.map(({ id, name, description }) => ({
		label: name,
		detail: description,
		picked: chosen.includes(id),
		id,
	}));
	const picked = await pickSeveral(rows, { title: text, placeHolder: which, matchOnDetail: true });
	return picked?.map(({ id }) => id);
}
