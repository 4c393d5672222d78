import * as vscode from 'vscode';
import { currentText, type ReadableWorkspace } from '../../../core/library/currentText.ts';
import { Disposables } from '../../../core/library/disposables.ts';
import type { StoryEdits } from '../../../core/library/storyEdits.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { storyKey } from '../../../core/library/storyIndex.ts';
import { messageOf } from '../../../core/text/messageOf.ts';
import { confirmed, showErrorMessage } from '../../dialogs.ts';
import { commands } from '../../ids.ts';
import {
	chooseStories,
	type ChosenStory,
	type RowArguments,
	storiesOfRows,
	storiesText,
} from '../commands/chooseStories.ts';
import { renameCompetency, type RenameServices } from '../language/rename.ts';
import { askAboutNames } from '../report/askAboutNames.ts';
import type { NameHiding } from '../report/nameHiding.ts';
import type { ViewNode } from './opportunityRows.ts';

/** What can be done with a row of the tree besides changing its story. */
export function registerStoryRows(
	services: RenameServices,
	storyEdits: StoryEdits,
	nameHiding: NameHiding,
): vscode.Disposable {
	const { workspace, storyFiles } = services;
	const disposables = new Disposables();
	const register = (command: string, run: (...rows: RowArguments) => unknown) =>
		disposables.add(vscode.commands.registerCommand(command, run));
	register(commands.openToSide, async (...rows) => {
		for (const { file, index } of storiesOfRows(rows))
			await vscode.commands.executeCommand(
				commands.openStory,
				{ file, index },
				{ viewColumn: vscode.ViewColumn.Beside, preview: false },
			);
	});
	register(commands.copyAsMarkdown, async (...rows) =>
		copyAsMarkdown(
			await chooseStories(rows, 'Copy as Markdown', storyFiles, services.allKnown),
			workspace,
			storyFiles,
			nameHiding,
		),
	);
	register(commands.renameCompetency, (node) => rename(node, services));
	register(commands.revealStoryFile, async (...rows) => {
		const [first] = storiesOfRows(rows);
		if (first) await vscode.commands.executeCommand('revealInExplorer', vscode.Uri.parse(first.file, true));
	});
	register(commands.renameStory, async (...rows) => {
		const [first] = storiesOfRows(rows);
		if (first) await renameStory(first, storyEdits);
	});
	register(commands.deleteStory, async (...rows) => deleteStories(storiesOfRows(rows), storyFiles, storyEdits));
	return disposables;
}

async function copyAsMarkdown(
	stories: readonly ChosenStory[],
	workspace: ReadableWorkspace,
	storyFiles: StoryFiles,
	nameHiding: NameHiding,
): Promise<void> {
	const texts: string[] = [];
	for (const { file, index } of new Map(stories.map((each) => [storyKey(each), each])).values()) {
		const current = await currentText(file, workspace).catch(() => undefined);
		if (current === undefined) continue;
		const { analysis } = await storyFiles.read(file, current);
		const story = analysis.stories[index];
		const text = typeof current === 'string' ? current : current.getText();
		if (story) texts.push(text.slice(story.span.start, story.span.end).trim());
	}
	const shown = texts.length > 0 && (await askAboutNames(texts, 'Copy as Markdown: names', nameHiding));
	if (shown) await vscode.env.clipboard.writeText(`${shown.join('\n\n')}\n`);
}

async function renameStory(story: ChosenStory, storyEdits: StoryEdits): Promise<void> {
	const { title } = story.story;
	const wanted = await vscode.window.showInputBox({
		title: 'Rename Story',
		prompt: 'Its title changes where it stands; the file keeps its name.',
		value: title,
		validateInput: (value) => (value.trim() === '' ? 'A title of a few words is enough.' : undefined),
	});
	if (wanted === undefined || wanted.trim() === title) return;
	const change = { kind: 'rename', title: wanted.trim() } as const;
	await storyEdits.apply([{ entry: story, change }], `Rename “${title}”`);
}

/** A story that is a whole file goes with it, as from the Explorer; one of a bank is taken out of it. */
async function deleteStories(
	rows: readonly ChosenStory[],
	{ index }: StoryFiles,
	storyEdits: StoryEdits,
): Promise<void> {
	const stories = [...new Map(rows.map((each) => [storyKey(each), each])).values()];
	const chosenOf = (file: string) => stories.filter((each) => each.file === file).length;
	const isWhole = ({ file }: ChosenStory) => chosenOf(file) === index.allOf(file).length;
	const files = [...new Set(stories.filter(isWhole).map(({ file }) => file))];
	const parts = stories.filter((each) => !isWhole(each));
	const places = files.map((file) => vscode.workspace.asRelativePath(vscode.Uri.parse(file, true)));
	if (parts.length > 0) places.push('Stories of a bank are taken out of it, and Undo in the view puts them back.');
	if (stories.length === 0 || !(await confirmed(`Delete ${storiesText(stories)}?`, 'Delete', places.join('\n'))))
		return;
	const label = `Delete ${storiesText(stories)}`;
	if (parts.length > 0)
		await storyEdits.apply(
			parts.map((entry) => ({ entry, change: { kind: 'remove' } })),
			label,
		);
	const edit = new vscode.WorkspaceEdit();
	for (const file of files)
		edit.deleteFile(vscode.Uri.parse(file, true), { ignoreIfNotExists: true }, { label, needsConfirmation: false });
	if (files.length > 0 && !(await vscode.workspace.applyEdit(edit)))
		void showErrorMessage(`${places.join(', ')} could not be deleted: is it read-only?`);
}

async function rename(node: ViewNode | undefined, services: RenameServices): Promise<void> {
	if (node?.kind !== 'competency') return;
	const { competency } = node.coverage;
	const file = services.frameworks.fileNaming(competency.id);
	const origin = file ? vscode.Uri.parse(file.uri, true) : vscode.workspace.workspaceFolders?.[0]?.uri;
	if (!origin) return;
	const to = await vscode.window.showInputBox({
		title: `Rename ${competency.name}`,
		prompt: 'It is renamed in the framework file and in every story that calls it so.',
		value: competency.name,
		validateInput: (value) => (value.trim() === '' ? 'A name is one line of text.' : undefined),
	});
	if (to === undefined || to.trim() === competency.name) return;
	try {
		const edit = await renameCompetency(origin, { from: competency.name, to: to.trim() }, services);
		if (!(await vscode.workspace.applyEdit(edit, { isRefactoring: true })))
			throw new Error('The files could not be changed: are they read-only?');
	} catch (error) {
		void showErrorMessage(messageOf(error));
	}
}
