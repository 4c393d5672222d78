import * as vscode from 'vscode';
import { randomName } from '../randomName.ts';

/** Where the bundles of the pages lie; a page can load from nowhere else. */
export function pagesFolder(extensionUri: vscode.Uri): vscode.Uri {
	return vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
}

/**
 * The document of a page: its script and its style sheet, and nothing that content could be mistaken for. A page builds
 * itself from messages, so nothing of a story is ever part of a document.
 * @param page name of the bundle, as in the build
 * @param title for screen readers; plain text of this extension
 */
export function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri, page: string, title: string): string {
	const nonce = randomName();
	const source = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(pagesFolder(extensionUri), file)).toString();
	const policy = [`default-src 'none'`, `script-src 'nonce-${nonce}'`, `style-src 'nonce-${nonce}'`].join('; ');
	return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<link nonce="${nonce}" rel="stylesheet" href="${source(`${page}.css`)}">
</head>
<body>
<div id="page"></div>
<script nonce="${nonce}" src="${source(`${page}.js`)}"></script>
</body>
</html>`;
}
