import * as vscode from 'vscode';
import { namedWith } from '../../../core/framework/active.ts';
import type { ReadableWorkspace } from '../../../core/library/currentText.ts';
import { Disposables } from '../../../core/library/disposables.ts';
import type { EditedWorkspace } from '../../../core/library/editsOfFiles.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import { messageOf } from '../../../core/text/messageOf.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { showDone, showErrorMessage } from '../../dialogs.ts';
import { commands, settingsSection } from '../../ids.ts';
import { areFrameworksChosen, readSettings } from '../../settings.ts';
import { changeFrameworkFile } from './changeFrameworkFile.ts';

/** What mends a tag that no active framework knows: a built-in framework that does, or an entry of one's own. */
export function registerUnknownTags(
	workspace: EditedWorkspace & ReadableWorkspace,
	language: LanguageClient,
	frameworks: Frameworks,
): vscode.Disposable {
	const disposables = new Disposables();
	disposables.add(
		vscode.commands.registerCommand(commands.switchOnFramework, (id: string, scope?: vscode.Uri) =>
			switchOnFramework(id, scope, frameworks),
		),
	);
	disposables.add(
		vscode.commands.registerCommand(commands.addCompetency, async (tag: string, story: vscode.Uri) => {
			const folder = vscode.workspace.getWorkspaceFolder(story);
			if (!folder) return;
			await changeFrameworkFile(
				folder,
				{
					title: `Add “${tag}”`,
					create: 'Create it with this competency',
					added: (text) => language.call('addCompetency', [text, tag], { urgent: true }),
					created: (presets) => language.call('frameworkWithCompetency', [presets, tag], { urgent: true }),
				},
				workspace,
				frameworks,
			);
		}),
	);
	return disposables;
}

/**
 * Makes a built-in framework active beside those that are, by the setting, where that is set already, else in the
 * workspace. Only where somebody has asked for it.
 *
 * @param scope a file or folder; undefined for the whole workspace
 * @returns whether it is active now
 */
export async function switchOnFramework(
	id: string,
	scope: vscode.Uri | undefined,
	frameworks: Frameworks,
): Promise<boolean> {
	const folder = (scope && vscode.workspace.getWorkspaceFolder(scope)) ?? vscode.workspace.workspaceFolders?.[0];
	const areChosen = folder !== undefined && areFrameworksChosen(folder.uri);
	const hasOwn = folder !== undefined && frameworks.fileFor(folder.uri.toString()) !== undefined;
	const value = namedWith(id, readSettings(folder?.uri).frameworks, areChosen, hasOwn);
	if (!(await setFrameworks(value, folder))) return false;
	const name = (await frameworks.builtIn()).get(id)?.name ?? id;
	showDone(`${name} is switched on`);
	return true;
}

/**
 * Sets the built-in frameworks that are active, where that is set already, else in the workspace.
 *
 * @param ids undefined for the default
 * @returns whether they are set; where not, the author is told why
 */
export async function setFrameworks(
	ids: readonly string[] | undefined,
	folder: vscode.WorkspaceFolder | undefined,
): Promise<boolean> {
	const configuration = vscode.workspace.getConfiguration(settingsSection, folder?.uri);
	try {
		await configuration.update('frameworks', ids, targetOf(configuration, folder));
		return true;
	} catch (error) {
		await showErrorMessage(`The setting ${settingsSection}.frameworks could not be changed: ${messageOf(error)}`);
		return false;
	}
}

/** Where the setting stands, the nearest place first. */
function targetOf(
	configuration: vscode.WorkspaceConfiguration,
	folder: vscode.WorkspaceFolder | undefined,
): vscode.ConfigurationTarget {
	const set = configuration.inspect('frameworks');
	if (set?.workspaceFolderValue !== undefined) return vscode.ConfigurationTarget.WorkspaceFolder;
	return folder ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
}
