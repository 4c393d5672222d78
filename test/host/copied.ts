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
	await withProposed(() => vscode.commands.executeCommand(command, ...given), step);
	return vscode.env.clipboard.readText();
}

/**
 * What comes of something that asks, with what its lists and boxes propose.
 *
 * @param step as for {@link copiedBy}
 */
export async function withProposed<T>(run: () => PromiseLike<T>, step: string | undefined): Promise<T> {
	let isDone = false;
	const done = run().then((result) => {
		isDone = true;
		return result;
	});
	await eventually(
		async () => {
			// Until the list is open, these do nothing.
			if (step) await vscode.commands.executeCommand(step);
			await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
			return isDone;
		},
		(is) => is,
	);
	return done;
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
