import * as vscode from 'vscode';

/** Where VS Code shows, and where it runs. */
export type Machine = Pick<typeof vscode.env, 'uiKind' | 'remoteName'>;

/** Whether files can be written: on a desktop, and where a browser shows what another machine holds. */
export function hasDisk({ uiKind, remoteName }: Machine): boolean {
	return uiKind === vscode.UIKind.Desktop || remoteName !== undefined;
}

/** Whether the author's own programs can open a file: it lies on the machine that shows VS Code. */
export function canOpenHere({ scheme }: vscode.Uri, { uiKind, remoteName }: Machine): boolean {
	return scheme === 'file' && uiKind === vscode.UIKind.Desktop && remoteName === undefined;
}
