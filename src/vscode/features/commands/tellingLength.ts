import type * as vscode from 'vscode';
import { type TellingLength, tellingLengths } from '../../../core/library/telling/telling.ts';

const memoryKey = 'tellingLength';

/** The length in which stories are told, as it was chosen last. */
export function chosenLength(memory: vscode.Memento): TellingLength {
	const kept = memory.get(memoryKey);
	return tellingLengths.find((length) => length === kept) ?? 'whole';
}

/** Keeps the length for the next time. */
export async function keepLength(memory: vscode.Memento, length: TellingLength): Promise<void> {
	await memory.update(memoryKey, length);
}
