import * as vscode from 'vscode';
import { storySnippet } from '../../../core/edit/snippets/storySnippets.ts';
import type { Competency } from '../../../core/framework/model.ts';
import { Disposables } from '../../../core/library/disposables.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import type { LibraryCoverage } from '../../../core/library/libraryCoverage.ts';
import { leadsOut, storiesFolderOf } from '../../../core/library/placesOfSettings.ts';
import { storyFileName } from '../../../core/library/storyFileName.ts';
import { showErrorMessage } from '../../dialogs.ts';
import { entriesOf } from '../../files.ts';
import { commands } from '../../ids.ts';
import { readSettings } from '../../settings.ts';
import { createFile, pickFolder } from './newFile.ts';
import { pickCompetency } from './pickCompetency.ts';

/** Creates a story file for a competency and opens it with its prompts as tab stops. */
export function registerNewStory(libraryCoverage: LibraryCoverage, allKnown: () => Promise<void>): vscode.Disposable {
	const disposables = new Disposables();
	disposables.add(vscode.commands.registerCommand(commands.newStory, () => newStory(libraryCoverage, allKnown)));
	disposables.add(
		vscode.commands.registerCommand(
			commands.newStoryFor,
			(item: { coverage?: { competency?: Competency } } | undefined) =>
				newStory(libraryCoverage, allKnown, item?.coverage?.competency),
		),
	);
	return disposables;
}

async function newStory(
	libraryCoverage: LibraryCoverage,
	allKnown: () => Promise<void>,
	chosen?: Competency,
): Promise<void> {
	const folder = await pickFolder('Where does the story belong?');
	if (!folder) return;
	const competency =
		chosen ??
		(await pickCompetency(
			// Before the scan is over every competency would be a gap.
			allKnown().then(() => libraryCoverage.for(folder.uri.toString())),
			'New Story',
			'Which competency should it prove?',
		));
	if (!competency) return;
	const title = await vscode.window.showInputBox({
		title: `New Story: ${competency.name}`,
		prompt: 'What would you call it in one line?',
		placeHolder: 'Retiring the nightly reindex',
		validateInput: (value) => (value.trim() === '' ? 'A title of a few words is enough.' : undefined),
	});
	if (title === undefined) return;
	await createStory(folder, competency, title.trim());
}

async function createStory(folder: vscode.WorkspaceFolder, competency: Competency, title: string): Promise<void> {
	const storiesFolder = storiesFolderOf(folder.uri.toString(), readSettings(folder.uri));
	if (storiesFolder === undefined) {
		await showErrorMessage(leadsOut('storiesFolder'));
		return;
	}
	const directory = vscode.Uri.parse(storiesFolder, true);
	const existing = new Set((await entriesOf(directory)).map((name) => name.toLowerCase()));
	const uri = vscode.Uri.joinPath(
		directory,
		storyFileName(title, (name) => existing.has(name)),
	);
	if (!(await createFile(uri))) return;
	const editor = await vscode.window.showTextDocument(uri);
	const snippet = storySnippet({ competency, choices: [], title });
	await editor.insertSnippet(new vscode.SnippetString(snippet), new vscode.Position(0, 0));
}

/** Begins a story for a competency, by the id that a page names; for any where no active framework has it. */
export async function newStoryFor(id: string | undefined, frameworks: Frameworks): Promise<void> {
	const competency = frameworks.lookupsFor(undefined).competencies.all.find((each) => each.id === id);
	await (competency
		? vscode.commands.executeCommand(commands.newStoryFor, { coverage: { competency } })
		: vscode.commands.executeCommand(commands.newStory));
}
