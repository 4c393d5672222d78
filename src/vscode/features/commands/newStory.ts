import * as vscode from 'vscode';
import { insertSection } from '../../../core/edit/insertSection.ts';
import { storySnippet, insertionSnippet, sectionSnippet } from '../../../core/edit/snippets/storySnippets.ts';
import type { Competency } from '../../../core/framework/model.ts';
import { promptsFor } from '../../../core/framework/prompts.ts';
import { type SectionKind, sectionKinds, sectionTitles } from '../../../core/framework/sectionKind.ts';
import { Disposables } from '../../../core/library/disposables.ts';
import { type Encodings, reasonAgainstEditing } from '../../../core/library/documentBytes.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import type { LibraryCoverage } from '../../../core/library/libraryCoverage.ts';
import { leadsOut, storiesFolderOf } from '../../../core/library/placesOfSettings.ts';
import { storyFileName } from '../../../core/library/storyFileName.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { storyAround } from '../../../core/library/storyProblems.ts';
import { nameOf } from '../../../core/library/uris.ts';
import type { WorkspaceFiles } from '../../../core/library/workspace.ts';
import { type Story, taggedCompetencies } from '../../../core/story/model.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { pickOne, showErrorMessage, showInformationMessage } from '../../dialogs.ts';
import { entriesOf } from '../../files.ts';
import { commands } from '../../ids.ts';
import { toPosition } from '../../positions.ts';
import { readSettings } from '../../settings.ts';
import { asOpenDocument } from '../../workspace.ts';
import { createFile, pickFolder } from './newFile.ts';
import { pickCompetency } from './pickCompetency.ts';

/** Creates a story file for a competency and opens it with its prompts as tab stops. */
export function registerNewStory(libraryCoverage: LibraryCoverage, scanned: Promise<void>): vscode.Disposable {
	const disposables = new Disposables();
	disposables.add(vscode.commands.registerCommand(commands.newStory, () => newStory(libraryCoverage, scanned)));
	disposables.add(
		vscode.commands.registerCommand(
			commands.newStoryFor,
			(item: { coverage?: { competency?: Competency } } | undefined) =>
				newStory(libraryCoverage, scanned, item?.coverage?.competency),
		),
	);
	return disposables;
}

async function newStory(libraryCoverage: LibraryCoverage, scanned: Promise<void>, chosen?: Competency): Promise<void> {
	const folder = await pickFolder('Where does the story belong?');
	if (!folder) return;
	const competency =
		chosen ??
		(await pickCompetency(
			// Before the scan is over every competency would be a gap.
			scanned.then(() => libraryCoverage.for(folder.uri.toString())),
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

/** What Insert Section works with. */
interface InsertionServices {
	readonly workspace: Encodings & Pick<WorkspaceFiles, 'readBytes'>;
	readonly language: LanguageClient;
	readonly storyFiles: StoryFiles;
	readonly frameworks: Frameworks;
}

/** Inserts a section of the story around the caret in its place, or at the caret where there is no story. */
export function registerInsertSection(services: InsertionServices): vscode.Disposable {
	return vscode.commands.registerTextEditorCommand(commands.insertSection, (editor) => void insert(editor, services));
}

async function insert(
	editor: vscode.TextEditor,
	{ workspace, language, storyFiles, frameworks }: InsertionServices,
): Promise<void> {
	const reason = await reasonAgainstEditing(asOpenDocument(editor.document), workspace);
	if (reason !== undefined) {
		void showErrorMessage(`${nameOf(editor.document.uri.toString())}: ${reason}`);
		return;
	}
	const { document } = editor;
	const offset = document.offsetAt(editor.selection.active);
	const before = await storyFiles.analysisOf(asOpenDocument(document));
	const index = storyAround(before, offset);
	const kind = await pickSection(before.stories[index]);
	if (!kind) return;
	// It may have changed while the author was choosing.
	const story = (await storyFiles.analysisOf(asOpenDocument(document))).stories[index];
	if (!story) {
		await editor.insertSnippet(new vscode.SnippetString(sectionSnippet(kind)));
		return;
	}
	const uri = document.uri.toString();
	const context = { fileName: nameOf(uri), lookups: frameworks.lookupsFor(uri) };
	const prompts = promptsFor(kind, taggedCompetencies(story.tags, context.lookups.competencies));
	const text = document.getText();
	const insertion = insertSection(text, story, kind, prompts);
	if (!insertion) {
		void showInformationMessage(
			`“${story.title}” stands in a table: add a row or column for ${sectionTitles[kind]} there.`,
		);
		return;
	}
	const obstacle = await language.call('insertionObstacle', [text, context, insertion.offset], {
		urgent: true,
	});
	if (obstacle !== undefined || document.getText() !== text) {
		void showInformationMessage(obstacle ?? 'The text has changed meanwhile: insert the section once more.');
		return;
	}
	const position = toPosition(document, insertion.offset);
	await editor.insertSnippet(new vscode.SnippetString(insertionSnippet(insertion)), position);
	editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function pickSection(story: Story | undefined): Promise<SectionKind | undefined> {
	const present = new Set(story?.named);
	const missing = sectionKinds.filter((kind) => !present.has(kind));
	const items = [...missing, ...sectionKinds.filter((kind) => present.has(kind))].map((section) => ({
		label: sectionTitles[section],
		description: story && !present.has(section) ? 'missing' : '',
		section,
	}));
	const picked = await pickOne(items, {
		title: 'Insert Section',
		placeHolder: story ? `Which section of “${story.title}”?` : 'Which section?',
	});
	return picked?.section;
}
