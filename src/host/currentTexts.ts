import type * as vscode from 'vscode';
import { currentText } from './markdownFiles.ts';

/** The texts that an edit of several files is made from. Making it takes time, in which their authors may type on. */
export class CurrentTexts {
	readonly #versions = new Map<vscode.TextDocument, number>();

	/** What a story file holds, as it is in the editor, else on the disk; undefined where it is gone. */
	async of(uri: vscode.Uri): Promise<string | undefined> {
		const current = await currentText(uri);
		return current === undefined || typeof current === 'string' ? current : this.ofDocument(current);
	}

	ofDocument(document: vscode.TextDocument): string {
		this.#versions.set(document, document.version);
		return document.getText();
	}

	/** Whether every document that was read is still as it was. */
	get hold(): boolean {
		return [...this.#versions].every(([document, version]) => document.version === version);
	}
}
