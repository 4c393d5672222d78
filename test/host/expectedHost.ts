import * as vscode from 'vscode';

/** The extension host that the runner means to test: it says so in the user settings, a channel that ships nothing. */
export function expectedHost(): string | undefined {
	return vscode.workspace.getConfiguration('starStoriesTest').get<string>('expectedHost');
}
