import type * as vscode from 'vscode';

/** Makes what receives the failure of something that nobody waits for: it goes to the log, with its stack where it has one. */
export function reportTo(log: Pick<vscode.LogOutputChannel, 'error'>): (error: unknown) => void {
	return (error) => log.error(error instanceof Error ? error : String(error));
}
