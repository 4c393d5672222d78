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

interface TypedOptions extends StepPlace {
	readonly title: string;
	readonly placeHolder: string;
	/** What stands there when the list opens. */
	readonly value: string;
}

/**
 * Shows the list of one step, where what is typed counts as well.
 *
 * @returns the row that was chosen, or what was typed; undefined where the list was closed
 */
export async function typeOrPickStep<T extends vscode.QuickPickItem>(
	rows: readonly T[],
	{ placeHolder, value, ...options }: TypedOptions,
): Promise<{ readonly row?: T; readonly text: string } | typeof back | undefined> {
	const pick = vscode.window.createQuickPick();
	const fill = (): void => {
		const text = pick.value.trim();
		const typed = text === '' ? [] : [{ label: text, description: 'as typed', alwaysShow: true }];
		const all: readonly vscode.QuickPickItem[] = [...typed, ...rows];
		pick.items = asShown(all);
	};
	// VS Code would put rows whose words match above what is typed. Its typings lack the switch.
	Object.assign(pick, { ...options, placeholder: placeHolder, value, matchOnDescription: true, sortByLabel: false });
	if (options.step > 1) pick.buttons = [vscode.QuickInputButtons.Back];
	fill();
	try {
		return await new Promise((resolve) => {
			pick.onDidChangeValue(fill);
			pick.onDidAccept(() => {
				const [item] = pick.selectedItems;
				// Rows as they are shown are others, with what is typed in front.
				const row = item && rows[pick.items.indexOf(item) - (pick.items.length - rows.length)];
				const text = row?.label ?? pick.value.trim();
				if (text !== '') resolve(row ? { row, text } : { text });
			});
			pick.onDidTriggerButton(() => resolve(back));
			pick.onDidHide(() => resolve(undefined));
			pick.show();
		});
	} finally {
		pick.dispose();
	}
}

interface InputOptions extends StepPlace {
	readonly title: string;
	readonly prompt: string;
	readonly placeHolder?: string;
	/** What stands there when it opens. */
	readonly value: string;
	/** What is wrong with a value, trimmed. */
	readonly complaint?: (value: string) => string | undefined;
}

/** Asks for a line of text. @returns it trimmed; undefined where it was closed */
export async function inputStep({
	placeHolder,
	complaint = () => undefined,
	...options
}: InputOptions): Promise<string | typeof back | undefined> {
	const input = vscode.window.createInputBox();
	Object.assign(input, { ...options, placeholder: placeHolder });
	if (options.step > 1) input.buttons = [vscode.QuickInputButtons.Back];
	const complain = (): string | undefined => (input.validationMessage = complaint(input.value.trim()));
	try {
		return await new Promise((resolve) => {
			input.onDidChangeValue(complain);
			input.onDidAccept(() => {
				if (complain() === undefined) resolve(input.value.trim());
			});
			input.onDidTriggerButton(() => resolve(back));
			input.onDidHide(() => resolve(undefined));
			input.show();
		});
	} finally {
		input.dispose();
	}
}
