import * as vscode from 'vscode';
import { asShown } from './dialogs.ts';

/** The answer of somebody who wants to see the question before again. */
export const back = Symbol('back');

/** Which of several questions one is. */
export interface StepPlace {
	/** From 1. */
	readonly step: number;
	readonly totalSteps: number;
}

/** A question of several: takes the answers before it, and adds its own. Undefined ends them all. */
export type Step<Answers> = (answers: Answers, place: StepPlace) => Promise<Answers | typeof back | undefined>;

/**
 * Asks one question after another, and goes back where that is wanted.
 *
 * @param stepsFor the questions that there are after some answers; what was answered changes only those behind it
 * @returns undefined where the author changed their mind
 */
export async function askInTurn<Answers>(
	first: Answers,
	stepsFor: (answers: Answers) => readonly Step<Answers>[],
): Promise<Answers | undefined> {
	const given: Answers[] = [];
	for (;;) {
		const answers = given.at(-1) ?? first;
		const steps = stepsFor(answers);
		const step = steps[given.length];
		if (!step) return answers;
		const answer = await step(answers, { step: given.length + 1, totalSteps: steps.length });
		if (answer === undefined) return undefined;
		if (answer === back) given.pop();
		else given.push(answer);
	}
}

interface StepOptions<T> extends StepPlace, Pick<vscode.QuickPickOptions, 'ignoreFocusOut' | 'matchOnDescription'> {
	readonly title: string;
	readonly placeHolder: string;
	/** Whether a row is chosen where nothing else is: the one that was chosen last. */
	readonly isPreset?: (row: T) => boolean;
	/** Whether several rows can be chosen. */
	readonly several?: boolean;
}

/**
 * Shows the list of one step.
 *
 * @returns the rows that were chosen; undefined where the list was closed
 */
export async function pickStep<T extends vscode.QuickPickItem>(
	rows: readonly T[],
	{ placeHolder, isPreset = () => false, several = false, ...options }: StepOptions<T>,
): Promise<readonly T[] | typeof back | undefined> {
	const pick = vscode.window.createQuickPick<T>();
	const items = asShown(rows);
	const preset = items.filter((_item, index) => rows[index] !== undefined && isPreset(rows[index]));
	Object.assign(pick, { ...options, placeholder: placeHolder, canSelectMany: several, items });
	if (several) pick.selectedItems = preset;
	else if (preset.length > 0) pick.activeItems = preset;
	if (options.step > 1) pick.buttons = [vscode.QuickInputButtons.Back];
	try {
		return await new Promise((resolve) => {
			pick.onDidAccept(() => resolve(pick.selectedItems));
			pick.onDidTriggerButton(() => resolve(back));
			pick.onDidHide(() => resolve(undefined));
			pick.show();
		});
	} finally {
		pick.dispose();
	}
}
