import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import { KeyedDebounce } from '../../../core/library/keyedDebounce.ts';
import type { Log } from '../../../core/library/log.ts';
import { logError } from '../../../core/library/log.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { storyKey } from '../../../core/library/storyIndex.ts';
import type { LeafNode } from '../../../core/library/tree/branch.ts';
import type { LibraryTree } from '../../../core/library/tree/libraryTree.ts';
import { showInformationMessage } from '../../dialogs.ts';
import { commands } from '../../ids.ts';
import { readSettings } from '../../settings.ts';
import { systemClock } from '../../workspace.ts';
import { type ChosenStory, storyAtCaret } from '../commands/chooseStories.ts';
import type { ViewNode } from './opportunityRows.ts';

/** Pause after the caret moved before the view follows, in milliseconds. */
const pause = 200;

/** Finds the story around the caret in the view: when asked to, and by itself as the Explorer does with files. */
export function registerRevealStory(
	tree: () => LibraryTree,
	view: vscode.TreeView<ViewNode>,
	storyFiles: StoryFiles,
	scanned: Promise<void>,
	onDidChangeTree: vscode.Event<void>,
	log: Log,
): vscode.Disposable {
	const disposables = new Disposables();
	const soon = disposables.add(new KeyedDebounce(systemClock, pause));
	let last = '';

	const follow = async () => {
		if (!view.visible || !readSettings(undefined).autoReveal) return;
		const story = await storyAtCaret(storyFiles);
		const name = story ? storyKey(story) : '';
		// Somebody may have hidden the view meanwhile, and to reveal a row would show it again.
		if (name === last || !view.visible) return;
		const row = story && rowOf(tree(), story);
		// A story that has just begun is not in the tree yet: its next change brings it.
		last = story && !row ? '' : name;
		// A row of the story that was selected in the view stays selected.
		if (!row || view.selection.some((each) => each.kind === 'story' && storyKey(each.entry) === name)) return;
		await view.reveal(row, { select: true, focus: false });
	};
	const followSoon = () => soon.schedule('reveal', () => void follow().catch(logError(log)));
	disposables.add(vscode.window.onDidChangeActiveTextEditor(followSoon));
	disposables.add(
		vscode.window.onDidChangeTextEditorSelection(
			({ textEditor }) => textEditor === vscode.window.activeTextEditor && followSoon(),
		),
	);
	disposables.add(view.onDidChangeVisibility(followSoon));
	disposables.add(onDidChangeTree(followSoon));
	void scanned.then(followSoon);

	disposables.add(
		vscode.commands.registerCommand(commands.revealInView, async () => {
			await scanned;
			const story = await storyAtCaret(storyFiles);
			const row = story && rowOf(tree(), story);
			if (row) await view.reveal(row, { select: true, focus: true });
			else
				void showInformationMessage(
					story
						? `“${story.story.title}” is not in the view: a filter may hide it.`
						: 'There is no story around the caret.',
				);
		}),
	);
	return disposables;
}

/** Where a story stands several times, the row under its primary tag. */
function rowOf(tree: LibraryTree, { file, index, story }: ChosenStory): LeafNode | undefined {
	const rows = tree.rowsOf(file, index);
	const primary = story.tags[0]?.competency;
	return (
		rows.find(({ parent }) => parent.kind === 'competency' && parent.coverage.competency.id === primary) ?? rows[0]
	);
}
