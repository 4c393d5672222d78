import * as vscode from 'vscode';
import type { contextKeys } from './ids.ts';

/** What VS Code was told. */
const told = new Map<string, boolean>();

/** Sets a key for `when` clauses; VS Code hears of changes only. */
export function setContext(key: (typeof contextKeys)[keyof typeof contextKeys], value: boolean): void {
	if ((told.get(key) ?? false) === value) return;
	told.set(key, value);
	void vscode.commands.executeCommand('setContext', key, value);
}
