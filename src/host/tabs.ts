import * as vscode from 'vscode';

/** The tabs that show a file, whatever else they show beside it. @param uri as a string */
export function tabsOf(uri: string): readonly vscode.Tab[] {
	return vscode.window.tabGroups.all.flatMap(({ tabs }) =>
		tabs.filter(({ input }) => {
			if (input instanceof vscode.TabInputText) return input.uri.toString() === uri;
			if (input instanceof vscode.TabInputTextDiff) return [input.original, input.modified].some((side) => side.toString() === uri);
			return false;
		}),
	);
}

/**
 * VS Code opens a file that waits for about a second to be saved, behind the tab that is shown. Once it is saved, nobody
 * asked for it. One that is shown may be its author's own, who opened it meanwhile.
 * @param uri as a string
 */
export async function closeUnasked(uri: string): Promise<void> {
	const unasked = tabsOf(uri).filter(({ input, isActive, isDirty }) => input instanceof vscode.TabInputText && !isActive && !isDirty);
	// The author may have closed it as well.
	if (unasked.length > 0) await vscode.window.tabGroups.close(unasked, true).then(undefined, () => undefined);
}
