import * as vscode from 'vscode';
import { nameOf } from '../../../core/library/uris.ts';
import { canOpenHere, type Machine } from '../../machine.ts';

/**
 * Shows a page without scripts that has been saved: in the browser, where it can be printed; where the browser runs on
 * another machine than the file lies, or does not come, in a panel.
 */
export async function showHtml(
	uri: vscode.Uri,
	html: string,
	env: Machine & Pick<typeof vscode.env, 'openExternal'> = vscode.env,
): Promise<void> {
	if (canOpenHere(uri, env) && (await env.openExternal(uri))) return;
	const column = vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
	const panel = vscode.window.createWebviewPanel('starStories.htmlReport', nameOf(uri.toString()), column, {});
	panel.webview.html = html;
}
