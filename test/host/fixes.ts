import * as vscode from 'vscode';
import { eventually } from './eventually.ts';

/** The quick fixes that an editor would show at a range of an open document. */
export async function fixesFor(uri: vscode.Uri, range: vscode.Range | undefined): Promise<readonly vscode.CodeAction[]> {
	const kind = vscode.CodeActionKind.QuickFix.value;
	const ask = () => vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind);
	const isCanceled = (error: unknown) => error instanceof Error && error.name === 'Canceled';
	// VS Code takes the question back where another extension comes to life meanwhile.
	const answer = () => ask().then(undefined, (error: unknown) => (isCanceled(error) ? undefined : Promise.reject(error as Error)));
	return (await eventually(answer, (actions) => actions !== undefined)) ?? [];
}
