import * as vscode from 'vscode';
import { storySnippet } from '../../../core/edit/snippets/storySnippets.ts';
import type { Competency } from '../../../core/framework/model.ts';
import { Disposables } from '../../../core/library/disposables.ts';
import { competencyGroups } from '../../../core/library/competencyGroups.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import type { LibraryCoverage } from '../../../core/library/libraryCoverage.ts';
import { leadsOut, storiesFolderOf } from '../../../core/library/placesOfSettings.ts';
import { storyFileName } from '../../../core/library/storyFileName.ts';
import { pickOne, showErrorMessage } from '../../dialogs.ts';
import { entriesOf } from '../../files.ts';
import { commands } from '../../ids.ts';
import { readSettings } from '../../settings.ts';
import { createFile, pickFolder } from './newFile.ts';
import { switchOnFramework } from './unknownTags.ts';

/** Creates a story file for a competency and opens it with its prompts as tab stops. */
export function registerNewStory(services: NewStoryServices): vscode.Disposable {
	const disposables = new Disposables();
	disposables.add(vscode.commands.registerCommand(commands.newStory, () => newStory(services)));
	disposables.add(
		vscode.commands.registerCommand(
			commands.newStoryFor,
			/** Of a row of the view, or an id as the welcome of the view has it. */
			(about: { coverage?: { competency?: Competency } } | string | undefined) =>
				typeof about === 'string'
					? newStoryFor(about, services.frameworks)
					: newStory(services, about?.coverage?.competency),
		),
	);
	return disposables;
}

interface NewStoryServices {
	readonly libraryCoverage: LibraryCoverage;
	readonly frameworks: Frameworks;
	readonly allKnown: () => Promise<void>;
}

async function newStory(services: NewStoryServices, chosen?: Competency): Promise<void> {
	const folder = await pickFolder('Where does the story belong?');
	if (!folder) return;
	const competency = chosen ?? (await pickCompetency(folder, services));
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

/**
 * Asks what a story should prove. One of a framework that is not active switches that on, as its tag would mean
 * nothing.
 */
async function pickCompetency(
	folder: vscode.WorkspaceFolder,
	{ libraryCoverage, frameworks, allKnown }: NewStoryServices,
): Promise<Competency | undefined> {
	const uri = folder.uri.toString();
	const rows = async () => {
		const builtIn = await frameworks.builtIn();
		// Before the scan is over every competency would be a gap.
		await allKnown();
		return competencyGroups(frameworks.for(uri), [...builtIn.values()], libraryCoverage.for(uri)).flatMap(
			(group) => [
				{ label: group.title, kind: vscode.QuickPickItemKind.Separator, competency: undefined, off: undefined },
				...group.rows.map(({ competency, note }) => ({
					label: competency.name,
					description: note,
					detail: competency.description,
					competency,
					off: group.off,
				})),
			],
		);
	};
	const picked = await pickOne<PickedCompetency>(rows(), {
		title: 'New Story',
		placeHolder: 'Which competency should it prove?',
		matchOnDescription: true,
		matchOnDetail: true,
	});
	if (!picked?.competency) return undefined;
	if (picked.off !== undefined && !(await switchOnFramework(picked.off, folder.uri, frameworks))) return undefined;
	return picked.competency;
}

interface PickedCompetency extends vscode.QuickPickItem {
	readonly competency: Competency | undefined;
	/** The id of its framework, where that is not active. */
	readonly off: string | undefined;
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
