import * as vscode from 'vscode';
import { nameOf } from '../../../core/library/uris.ts';

/**
 * Shows a page without scripts that has been saved: in the browser, where it can be printed; where the browser runs on
 * another machine than the file lies, in a panel.
 */
export async function showHtml(uri: vscode.Uri, html: string): Promise<void> {
	const { uiKind, remoteName } = vscode.env;
	const isHere = uri.scheme === 'file' && uiKind === vscode.UIKind.Desktop && remoteName === undefined;
	if (isHere && (await vscode.env.openExternal(uri))) return;
	const column = vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
	const panel = vscode.window.createWebviewPanel('starStories.htmlReport', nameOf(uri.toString()), column, {});
	panel.webview.html = html;
}
