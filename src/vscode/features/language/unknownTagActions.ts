import * as vscode from 'vscode';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import type { Problem } from '../../../core/text/problem.ts';
import { shorten } from '../../../core/text/words.ts';
import { commands } from '../../ids.ts';

/**
 * What mends a tag that no active framework knows outside its document: a built-in framework that knows it is switched
 * on, or it is added to the framework file. The latter only where no name of the active frameworks comes near, as it is
 * misspelt there.
 */
export async function unknownTagActions(
	{ unknownTag, fixes = [] }: Problem,
	document: vscode.TextDocument,
	frameworks: Frameworks,
): Promise<readonly vscode.CodeAction[]> {
	if (!unknownTag || !vscode.workspace.getWorkspaceFolder(document.uri)) return [];
	const builtIn = unknownTag.frameworks.length > 0 ? await frameworks.builtIn() : undefined;
	const switchingOn = unknownTag.frameworks.map((id, index) => {
		const action = actionFor(`Switch on ${builtIn?.get(id)?.name ?? id}`, commands.switchOnFramework, [
			id,
			document.uri,
		]);
		action.isPreferred = index === 0 && !fixes.some(({ preferred }) => preferred);
		return action;
	});
	if (unknownTag.frameworks.length === 0 && fixes.length > 0) return [];
	const title = `Add “${shorten(unknownTag.text)}” to the framework file`;
	return [...switchingOn, actionFor(title, commands.addCompetency, [unknownTag.text, document.uri])];
}

function actionFor(title: string, command: string, args: unknown[]): vscode.CodeAction {
	const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
	action.command = { title, command, arguments: args };
	return action;
}
