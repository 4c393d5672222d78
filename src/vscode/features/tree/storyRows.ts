import * as vscode from 'vscode';
import { currentText, type ReadableWorkspace } from '../../../core/library/currentText.ts';
import { Disposables } from '../../../core/library/disposables.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { storyKey } from '../../../core/library/storyIndex.ts';
import { messageOf } from '../../../core/text/messageOf.ts';
import { showErrorMessage } from '../../dialogs.ts';
import { commands } from '../../ids.ts';
import { chooseStories, type ChosenStory, type RowArguments, storiesOfRows } from '../commands/chooseStories.ts';
import { renameCompetency, type RenameServices } from '../language/rename.ts';
import type { ViewNode } from './opportunityRows.ts';

/** What can be done with a row of the tree besides changing its story. */
export function registerStoryRows(services: RenameServices): vscode.Disposable {
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
		),
	);
	register(commands.renameCompetency, (node) => rename(node, services));
	return disposables;
}

async function copyAsMarkdown(
	stories: readonly ChosenStory[],
	workspace: ReadableWorkspace,
	storyFiles: StoryFiles,
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
	if (texts.length > 0) await vscode.env.clipboard.writeText(`${texts.join('\n\n')}\n`);
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
