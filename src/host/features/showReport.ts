import * as vscode from 'vscode';
import { commands } from '../ids.ts';
import type { Services } from '../services.ts';

/** Shows the report of everything, without a question. */
export function registerShowReport({ reportDocuments }: Services): vscode.Disposable {
	return vscode.commands.registerCommand(commands.showReport, () => reportDocuments.show({}));
}
