import * as vscode from 'vscode';

/** Stands for retired stories in trees of ours. It is no file's, so that no other view and no other extension dims or marks by it. */
export const retiredUri = vscode.Uri.from({ scheme: 'star-stories-retired', path: '/story' });

/** Dims the rows of retired stories. */
export function registerRetiredDecoration(): vscode.Disposable {
	return vscode.window.registerFileDecorationProvider({
		provideFileDecoration: ({ scheme }) =>
			scheme === retiredUri.scheme ? new vscode.FileDecoration(undefined, undefined, new vscode.ThemeColor('list.deemphasizedForeground')) : undefined,
	});
}
