import * as vscode from 'vscode';
import { type ClipboardMessage, clipboardRequest } from '../pages/protocol/clipboard.ts';
import { pagesFolder, pageHtml } from './pagePanel.ts';

/** A document for the clipboard, in the two forms that programs take. */
export interface RichText {
	/** A page, or a piece of one. */
	readonly html: string;
	readonly plain: string;
}

/**
 * Does what an extension can only do in a page: to copy text with its formats, and to draw. The panel closes by itself
 * once that is done; where the browser wants to be asked it stays, with a button.
 */
export class ClipboardPage {
	readonly #extensionUri: vscode.Uri;

	constructor(extensionUri: vscode.Uri) {
		this.#extensionUri = extensionUri;
	}

	/** @returns whether it is on the clipboard; not where the panel was closed before */
	async copy(text: RichText): Promise<boolean> {
		return (await this.#run({ form: 'copy', ...text })) !== undefined;
	}

	/**
	 * @returns the picture as PNG; undefined where the panel was closed before
	 * @throws Error where the picture cannot be drawn
	 */
	async draw(svg: string): Promise<Uint8Array | undefined> {
		return this.#run({ form: 'draw', svg });
	}

	/** The bytes that were made, none where something was copied; undefined where the panel was closed. */
	#run(message: ClipboardMessage): Promise<Uint8Array | undefined> {
		const panel = vscode.window.createWebviewPanel('starStories.clipboard', 'Copy', vscode.ViewColumn.Active);
		return new Promise<Uint8Array | undefined>((resolve, reject) => {
			panel.onDidDispose(() => resolve(undefined));
			panel.webview.options = { enableScripts: true, localResourceRoots: [pagesFolder(this.#extensionUri)] };
			panel.webview.onDidReceiveMessage((request: unknown) => {
				if (!clipboardRequest(request)) return;
				if (request.form === 'ready') void panel.webview.postMessage(message);
				else if (request.form === 'copied') resolve(new Uint8Array());
				else if (request.form === 'drawn') resolve(request.png);
				else reject(new Error(request.reason));
			});
			panel.webview.html = pageHtml(panel.webview, this.#extensionUri, 'clipboard', 'Copy', ['img-src data:']);
		}).finally(() => panel.dispose());
	}
}
