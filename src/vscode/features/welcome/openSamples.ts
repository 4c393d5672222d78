import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import { messageOf } from '../../../core/text/messageOf.ts';
import { showErrorMessage } from '../../dialogs.ts';
import { entriesOf } from '../../files.ts';
import { commands, views } from '../../ids.ts';
import { hasDisk } from '../../machine.ts';
import { readSampleFiles, type SampleFiles } from './sampleFiles.ts';
import { registerSampleFileSystem, samplesFolder } from './sampleFileSystem.ts';

/** The name of the folder that the sample stories are copied into. */
const folderName = 'sample-stories';

/** Opens the sample stories: a copy in a folder that one picks, or in memory where there is no disk. */
export function registerOpenSamples(extensionUri: vscode.Uri): vscode.Disposable {
	const disposables = new Disposables();
	let files: Promise<SampleFiles> | undefined;
	const read = () => (files ??= readSampleFiles(extensionUri));
	disposables.add(registerSampleFileSystem(read));
	disposables.add(
		vscode.commands.registerCommand(commands.openSamples, async (into?: vscode.Uri) => {
			if (!into && !hasDisk(vscode.env)) {
				await openFolder(samplesFolder);
				return;
			}
			const parent = into ?? (await pickParent());
			if (!parent) return;
			try {
				await show(await copyInto(parent, await read()));
			} catch (error) {
				await showErrorMessage(`The sample stories could not be copied: ${messageOf(error)}`);
			}
		}),
	);
	return disposables;
}

async function pickParent(): Promise<vscode.Uri | undefined> {
	const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
	const picked = await vscode.window.showOpenDialog({
		title: `Where to put the folder ${folderName}?`,
		openLabel: 'Copy Here',
		canSelectFiles: false,
		canSelectFolders: true,
		...(workspace && { defaultUri: workspace }),
	});
	return picked?.[0];
}

/** Copies them into a folder of their own. @returns that folder */
async function copyInto(parent: vscode.Uri, files: SampleFiles): Promise<vscode.Uri> {
	const taken = new Set(await entriesOf(parent));
	let name = folderName;
	for (let number = 2; taken.has(name); number++) name = `${folderName}-${number}`;
	const folder = vscode.Uri.joinPath(parent, name);
	for (const [path, bytes] of files) await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), bytes);
	return folder;
}

/** A copy within the workspace is in the view by itself. */
async function show(folder: vscode.Uri): Promise<void> {
	if (vscode.workspace.getWorkspaceFolder(folder))
		await vscode.commands.executeCommand(`${views.competencies}.focus`);
	else await openFolder(folder);
}

/** In the same window where that has no folder. */
async function openFolder(folder: vscode.Uri): Promise<void> {
	const forceNewWindow = (vscode.workspace.workspaceFolders ?? []).length > 0;
	await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow });
}
