import * as vscode from 'vscode';
import { eventually } from './eventually.ts';

/** The quick fixes, or actions of another kind, that an editor would show at a range of an open document. */
export async function fixesFor(
	uri: vscode.Uri,
	range: vscode.Range | undefined,
	kind = vscode.CodeActionKind.QuickFix,
): Promise<readonly vscode.CodeAction[]> {
	const ask = () =>
		vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind.value);
	const isCanceled = (error: unknown) => error instanceof Error && error.name === 'Canceled';
	// Where another extension comes to life meanwhile VS Code takes the question back, or says that there are none.
	const answer = () =>
		ask().then(undefined, (error: unknown) => (isCanceled(error) ? undefined : Promise.reject(error as Error)));
	const answered = async () => (await eventually(answer, (actions) => actions !== undefined)) ?? [];
	const first = await answered();
	return first.length > 0 ? first : answered();
}
