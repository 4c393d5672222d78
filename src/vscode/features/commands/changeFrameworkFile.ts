import * as vscode from 'vscode';
import type { EditResult } from '../../../core/edit/editResult.ts';
import { isBuiltIn } from '../../../core/framework/built-in/ids.ts';
import { currentText, type ReadableWorkspace } from '../../../core/library/currentText.ts';
import { type EditedWorkspace, EditsOfFiles } from '../../../core/library/editsOfFiles.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import { pathIn } from '../../../core/library/uris.ts';
import { LineMap } from '../../../core/text/lines.ts';
import { pickOne, showErrorMessage } from '../../dialogs.ts';
import { toTextEdits } from '../../positions.ts';
import { createFile, frameworkFileIn } from './newFile.ts';

/** A change of a folder's framework file. */
export interface FrameworkFileChange {
	/** Of the list in which its creation is agreed to. */
	readonly title: string;
	/** What creates the file, such as `Create it with them`. */
	readonly create: string;
	readonly added: (text: string) => Promise<EditResult>;
	/** @param presets ids of the built-in frameworks that are active */
	readonly created: (presets: readonly string[]) => Promise<string>;
}

/** Changes the framework file of a folder and shows it; where there is none, asks before it creates one. */
export async function changeFrameworkFile(
	folder: vscode.WorkspaceFolder,
	change: FrameworkFileChange,
	workspace: EditedWorkspace & ReadableWorkspace,
	frameworks: Frameworks,
): Promise<void> {
	const uri = frameworkFileIn(folder);
	if (!uri) return;
	const path = pathIn(folder.uri.toString(), uri.toString());
	const current = await currentText(uri.toString(), workspace).catch(() => undefined);
	if (current === undefined) {
		const answer = await pickOne([{ label: change.create, description: path }], {
			title: change.title,
			placeHolder: 'This folder has no framework file yet.',
		});
		if (answer === undefined) return;
		const presets = frameworks
			.for(folder.uri.toString())
			.map(({ id }) => id)
			.filter(isBuiltIn);
		if (await createFile(uri, await change.created(presets))) await vscode.window.showTextDocument(uri);
		return;
	}
	const files = new EditsOfFiles(workspace);
	const made = await files.of(uri.toString(), async (text) => {
		const { edits, refusal } = await change.added(text);
		if (refusal) throw new Error(refusal.message);
		return edits;
	});
	const [refusal] = files.refusals.values();
	if (refusal !== undefined) {
		await showErrorMessage(`${path}: ${refusal}`);
		return;
	}
	const edit = new vscode.WorkspaceEdit();
	if (made) edit.set(uri, toTextEdits(LineMap.of(made.text), made.edits));
	if (!(await vscode.workspace.applyEdit(edit))) {
		await showErrorMessage(`${vscode.workspace.asRelativePath(uri)} could not be changed: is it read-only?`);
		return;
	}
	await vscode.window.showTextDocument(uri);
}
