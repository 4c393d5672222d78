import * as vscode from 'vscode';
import { frameworkTemplate } from '../../../core/framework/file/template.ts';
import { commands } from '../../ids.ts';
import { createFile, frameworkFileIn, pickFolder } from './newFile.ts';

/** Creates the framework file of a folder from a commented example, or opens the one that is there. */
export function registerCreateFramework(): vscode.Disposable {
	return vscode.commands.registerCommand(commands.createFramework, async () => {
		const folder = await pickFolder('Whose competencies are they?');
		if (!folder) return;
		const uri = frameworkFileIn(folder);
		if (!uri) return;
		if (!(await exists(uri)) && !(await createFile(uri, frameworkTemplate))) return;
		await vscode.window.showTextDocument(uri);
	});
}

async function exists(uri: vscode.Uri): Promise<boolean> {
	try {
		await vscode.workspace.fs.stat(uri);
		return true;
	} catch {
		return false;
	}
}
