import * as vscode from 'vscode';
import { Disposables } from '../core/library/disposables.ts';
import { logError } from '../core/library/log.ts';
import type { Check } from '../pages/protocol/check.ts';
import { randomName } from './randomName.ts';

/** Where the bundles of the pages lie; a page can load from nowhere else. */
export function pagesFolder(extensionUri: vscode.Uri): vscode.Uri {
	return vscode.Uri.joinPath(extensionUri, 'dist', 'pages');
}

/**
 * The document of a page: its script and its style sheet, and nothing that content could be mistaken for. A page builds
 * itself from messages, so nothing of a story is ever part of a document.
 *
 * @param page name of the bundle, as in the build
 * @param title for screen readers; plain text of this extension
 * @param also what its policy allows besides
 */
export function pageHtml(
	webview: vscode.Webview,
	extensionUri: vscode.Uri,
	page: string,
	title: string,
	also: readonly string[] = [],
): string {
	const nonce = randomName();
	const source = (file: string) =>
		webview.asWebviewUri(vscode.Uri.joinPath(pagesFolder(extensionUri), file)).toString();
	const policy = [`default-src 'none'`, `script-src 'nonce-${nonce}'`, `style-src 'nonce-${nonce}'`, ...also].join(
		'; ',
	);
	return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<link nonce="${nonce}" rel="stylesheet" href="${source('page.css')}">
<link nonce="${nonce}" rel="stylesheet" href="${source(`${page}.css`)}">
</head>
<body>
<div id="page" data-page="${page}"></div>
<script nonce="${nonce}" src="${source('pages.js')}"></script>
</body>
</html>`;
}

/** What one kind of page is. */
export interface PageKind<Request> {
	/** The panel's type in VS Code, under which a reload of the window finds it again. */
	readonly viewType: string;
	/** Name of its bundle. */
	readonly page: string;
	readonly title: string;
	/** A codicon for the tab. */
	readonly icon: string;
	/** Lets through the messages that the page may send. */
	readonly isRequest: Check<Request>;
}

/**
 * The only panel of a kind of page. It is created once, shown again afterwards, and restored after a reload of the
 * window. VS Code discards the page while it is hidden, so it asks for everything when it is shown again.
 */
export class PagePanel<Message, Request> implements vscode.Disposable {
	readonly #kind: PageKind<Request>;
	readonly #extensionUri: vscode.Uri;
	readonly #log: Pick<vscode.LogOutputChannel, 'warn' | 'error'>;
	readonly #onRequest: (request: Request) => Promise<unknown>;
	readonly #disposables = new Disposables();
	#panel: vscode.WebviewPanel | undefined;
	/** Whether the page on the screen has received everything it shows. */
	#isReady = false;
	/** What to show once it is ready. */
	#pending: Message | undefined;

	constructor(
		kind: PageKind<Request>,
		{ extensionUri, log }: { extensionUri: vscode.Uri; log: Pick<vscode.LogOutputChannel, 'warn' | 'error'> },
		onRequest: (request: Request) => Promise<unknown>,
	) {
		this.#kind = kind;
		this.#extensionUri = extensionUri;
		this.#log = log;
		this.#onRequest = onRequest;
		this.#disposables.add(
			vscode.window.registerWebviewPanelSerializer(kind.viewType, {
				deserializeWebviewPanel: async (panel) => this.#adopt(panel),
			}),
		);
	}

	/** Whether the panel is on the screen. */
	get visible(): boolean {
		return this.#panel?.visible === true;
	}

	/** The column beside the panel's: an existing one where there is one. */
	get beside(): vscode.ViewColumn {
		const own = this.#panel?.viewColumn;
		const other = vscode.window.tabGroups.all.find(({ viewColumn }) => viewColumn !== own);
		return other?.viewColumn ?? vscode.ViewColumn.Beside;
	}

	/**
	 * Opens the panel in the active column, or shows it where it is.
	 *
	 * @param pending says what to show; sent after {@link ready}
	 */
	show(pending?: Message): void {
		this.#pending = pending;
		const { viewType, title } = this.#kind;
		const wasVisible = this.visible;
		if (this.#panel) this.#panel.reveal(undefined, false);
		else this.#adopt(vscode.window.createWebviewPanel(viewType, title, vscode.ViewColumn.Active));
		if (wasVisible && this.#isReady) this.#postPending();
		else this.#isReady = false;
	}

	/** To be called when the page on the screen has received everything it shows. */
	ready(): void {
		this.#isReady = true;
		this.#postPending();
	}

	/** Sends a message to the page. A hidden page misses it, and asks for everything when it is shown again. */
	post(message: Message): void {
		if (this.visible) void this.#panel?.webview.postMessage(message);
	}

	dispose(): void {
		this.#disposables.dispose();
		this.#panel?.dispose();
	}

	#postPending(): void {
		if (this.#pending !== undefined) this.post(this.#pending);
		this.#pending = undefined;
	}

	#adopt(panel: vscode.WebviewPanel): void {
		const { page, title, icon, isRequest } = this.#kind;
		// A reload can bring back a panel that a command has just opened anew.
		this.#panel?.dispose();
		this.#panel = panel;
		panel.iconPath = iconIn(this.#extensionUri, icon);
		panel.webview.options = { enableScripts: true, localResourceRoots: [pagesFolder(this.#extensionUri)] };
		panel.webview.onDidReceiveMessage((message: unknown) => {
			if (isRequest(message)) void this.#onRequest(message).catch(logError(this.#log));
			else this.#log.warn(`The page “${title}” sent what is no message of it; it was left alone.`);
		});
		panel.onDidDispose(() => {
			if (this.#panel === panel) this.#panel = undefined;
		});
		panel.webview.html = pageHtml(panel.webview, this.#extensionUri, page, title);
	}
}

function iconIn(extensionUri: vscode.Uri, name: string): { light: vscode.Uri; dark: vscode.Uri } {
	const file = (theme: string) => vscode.Uri.joinPath(extensionUri, 'media', 'pages', `${name}-${theme}.svg`);
	return { light: file('light'), dark: file('dark') };
}
