import * as vscode from 'vscode';

/** The report that shows, as one reads it. */
export function shownReport(): vscode.TextDocument | undefined {
	const inputs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ input }) => input);
	const shown = inputs.find(
		(input): input is vscode.TabInputCustom =>
			input instanceof vscode.TabInputCustom && input.uri.scheme === 'star-stories',
	);
	return vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === shown?.uri.toString());
}
