import * as vscode from 'vscode';

/**
 * The page about a rule, which comes with the extension.
 * @param extensionUri the extension's own folder
 */
export function rulePageOf(rule: string, extensionUri: vscode.Uri): vscode.Uri {
	return vscode.Uri.joinPath(extensionUri, 'docs', 'rules', `${rule}.md`);
}
