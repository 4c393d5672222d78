import * as vscode from 'vscode';
import { escapeLabel, escapeMessage } from '../core/text/escape.ts';

// The messages and lists of VS Code, for text that an author may have written: VS Code makes icons of `$(trash)` and links
// of `[text](command:…)`. Everything in the features goes through here (test/core/hostileText.test.ts); an icon of ours is
// an `iconPath`.

/** @returns the action that was chosen; undefined where the message was closed */
export async function showInformationMessage(text: string, ...actions: readonly string[]): Promise<string | undefined> {
	return vscode.window.showInformationMessage(escapeMessage(text), ...actions);
}

/** @returns the action that was chosen; undefined where the message was closed */
export async function showErrorMessage(text: string, ...actions: readonly string[]): Promise<string | undefined> {
	return vscode.window.showErrorMessage(escapeMessage(text), ...actions);
}

/**
 * Asks before something that cannot be undone.
 *
 * @param action what the button says
 * @param detail below the question
 * @returns whether it is agreed to
 */
export async function confirmed(question: string, action: string, detail?: string): Promise<boolean> {
	const options = { modal: true, ...(detail !== undefined && { detail }) };
	return (await vscode.window.showWarningMessage(escapeMessage(question), options, action)) === action;
}

/** Says for a moment in the status bar that something is done. */
export function showDone(text: string): void {
	vscode.window.setStatusBarMessage(`$(check) ${escapeLabel(text)}`, shownFor);
}

/** In milliseconds: as long as VS Code shows its own such messages. */
const shownFor = 4000;

/** Shows a list to pick several rows from; undefined where it was closed. */
export async function pickSeveral<T extends vscode.QuickPickItem>(
	items: readonly T[] | Promise<readonly T[]>,
	options: vscode.QuickPickOptions,
): Promise<readonly T[] | undefined> {
	return vscode.window.showQuickPick(shown(items), { ...options, canPickMany: true });
}

/** Shows a list to pick one row from; undefined where it was closed. */
export async function pickOne<T extends vscode.QuickPickItem>(
	items: readonly T[] | Promise<readonly T[]>,
	options: vscode.QuickPickOptions,
): Promise<T | undefined> {
	return vscode.window.showQuickPick(shown(items), options);
}

function shown<T extends vscode.QuickPickItem>(items: readonly T[] | Promise<readonly T[]>): T[] | Promise<T[]> {
	return items instanceof Promise ? items.then((all) => asShown(all)) : asShown(items);
}

/** Rows of a list as VS Code has to be given them. */
export function asShown<T extends vscode.QuickPickItem>(items: readonly T[]): T[] {
	return items.map((item) => ({
		...item,
		label: escapeLabel(item.label),
		...(item.description !== undefined && { description: escapeLabel(item.description) }),
		...(item.detail !== undefined && { detail: escapeLabel(item.detail) }),
	}));
}
