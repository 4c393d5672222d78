import * as vscode from 'vscode';
import type { Span } from '../../src/core/text/span.ts';
import { eventually } from './eventually.ts';

/** Opens a file in an editor and gives it the focus. */
export async function showFile(uri: vscode.Uri): Promise<vscode.TextDocument> {
	return show(await vscode.workspace.openTextDocument(uri));
}

/** Opens a document that no file stands behind, in an editor with the focus. */
export async function showUntitled(content: string, language = 'markdown'): Promise<vscode.TextDocument> {
	const document = await show(await vscode.workspace.openTextDocument({ content, language }));
	// VS Code gives the name of a closed document again, and with it that one's backup where it was just being written.
	if (withPlainLineEnds(document.getText()) !== withPlainLineEnds(content)) await typeOver(document, content);
	return document;
}

function withPlainLineEnds(text: string): string {
	return text.replaceAll(/\r\n?/gu, '\n');
}

async function show(document: vscode.TextDocument): Promise<vscode.TextDocument> {
	return (await vscode.window.showTextDocument(document, { preview: false })).document;
}

/** Puts `text` in the place of all that a document holds, and saves nothing. */
export async function typeOver(document: vscode.TextDocument, text: string): Promise<void> {
	await replace(document, () => ({ start: 0, end: document.getText().length }), text);
}

/** Puts `replacement` in the place of the first such `words` of a document, and saves nothing. */
export async function typeInstead(document: vscode.TextDocument, words: string, replacement: string): Promise<void> {
	const place = (): Span => {
		const start = document.getText().indexOf(words);
		if (start < 0) {
			throw new Error(`No ${JSON.stringify(words)} in ${document.uri.toString()}`);
		}
		return { start, end: start + words.length };
	};
	await replace(document, place, replacement);
}

async function replace(document: vscode.TextDocument, place: () => Span, text: string): Promise<void> {
	for (;;) {
		const { version } = document;
		const { start, end } = place();
		const edit = new vscode.WorkspaceEdit();
		edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
		if (await vscode.workspace.applyEdit(edit)) {
			return;
		}
		// VS Code may have read the file again in between; somebody who types would not notice.
		if (document.version === version) {
			throw notApplied(edit);
		}
	}
}

/** Makes a workspace edit and applies it. */
export async function apply(fill: (edit: vscode.WorkspaceEdit) => void): Promise<void> {
	const edit = new vscode.WorkspaceEdit();
	fill(edit);
	if (!(await vscode.workspace.applyEdit(edit))) {
		throw notApplied(edit);
	}
}

function notApplied(edit: vscode.WorkspaceEdit): Error {
	return new Error(
		`The edit of ${edit
			.entries()
			.map(([uri]) => uri.toString())
			.join(', ')} was not applied`,
	);
}

/** Closes every editor and throws away what was not saved. */
export async function closeEditors(): Promise<void> {
	await eventually(
		async () => {
			for (const document of vscode.workspace.textDocuments.filter(
				({ isDirty, isClosed }) => isDirty && !isClosed,
			)) {
				await vscode.window.showTextDocument(document, { preview: false });
				await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
			}
			await vscode.commands.executeCommand('workbench.action.closeAllEditors');
			const dirty = vscode.workspace.textDocuments.filter(({ isDirty, isClosed }) => isDirty && !isClosed);
			return dirty.length + vscode.window.tabGroups.all.reduce((sum, { tabs }) => sum + tabs.length, 0);
		},
		(open) => open === 0,
	);
}
