import * as vscode from 'vscode';

/** The preview of Markdown as VS Code's own extension contributes it: an editor, which holds its document open. */
const viewType = 'vscode.markdown.preview.editor';

/**
 * Shows a Markdown document as one reads it, beside the editor that is being used; its source is one click away. Shows
 * it where it shows already.
 *
 * @param preserveFocus whether the author goes on in the editor that is being used
 */
export async function showPreview(uri: vscode.Uri, preserveFocus = false): Promise<void> {
	const shown = vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => isPreviewOf(input, uri)));
	const beside = vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
	const options = { viewColumn: shown?.viewColumn ?? beside, preview: false, preserveFocus };
	try {
		await vscode.commands.executeCommand('vscode.openWith', uri, viewType, options);
	} catch {
		// That extension can be switched off.
		await vscode.window.showTextDocument(uri, options);
	}
}

function isPreviewOf(input: unknown, uri: vscode.Uri): boolean {
	return (
		input instanceof vscode.TabInputCustom && input.viewType === viewType && input.uri.toString() === uri.toString()
	);
}
