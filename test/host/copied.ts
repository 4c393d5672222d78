import * as vscode from 'vscode';
import { eventually } from './eventually.ts';

/** What is in the clipboard before something is copied. */
export const nothingYet = 'nothing yet';

/**
 * What is in the clipboard after a command that copies, with what its lists and boxes propose.
 *
 * @param step a command that chooses in a list, once it is open; where it opens just after that, the first row is taken
 */
export async function copiedBy(
	command: string,
	step: string | undefined,
	...given: readonly unknown[]
): Promise<string> {
	await vscode.env.clipboard.writeText(nothingYet);
	let isDone = false;
	const done = vscode.commands.executeCommand(command, ...given).then(() => (isDone = true));
	await eventually(
		async () => {
			// Until the list is open, these do nothing.
			if (step) await vscode.commands.executeCommand(step);
			await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
			return isDone;
		},
		(is) => is,
	);
	await done;
	return vscode.env.clipboard.readText();
}

/** Copies again and again until what is copied is as wanted: see {@link copiedBy} for why once may not be enough. */
export async function copiedAs(
	wanted: RegExp,
	command: string,
	step: string | undefined,
	...given: readonly unknown[]
): Promise<string> {
	return eventually(
		() => copiedBy(command, step, ...given),
		(text) => wanted.test(text),
	);
}

/** In a list whose first row is chosen as it opens. */
export const chooseSecond = 'workbench.action.quickOpenSelectNext';
