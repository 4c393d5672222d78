import * as vscode from 'vscode';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { type StoryIndex, storyKey } from '../../../core/library/storyIndex.ts';
import { storyAround } from '../../../core/library/storyProblems.ts';
import type { Story } from '../../../core/story/model.ts';
import { pickSeveral } from '../../dialogs.ts';
import { asOpenDocument } from '../../workspace.ts';
import type { ViewNode } from '../tree/opportunityRows.ts';

/** A story that a command is to act on. */
export interface ChosenStory {
	/** The file's URI as a string. */
	readonly file: string;
	/** Position among the file's stories. */
	readonly index: number;
	readonly story: Story;
	/** The tag for which it stands under the competency whose row was chosen, as changes of stories name tags. */
	readonly under?: string;
}

/** The arguments that VS Code gives a command of a row: the row, and all that are selected where it is one of them. */
export type RowArguments = readonly [node?: ViewNode | undefined, selected?: readonly ViewNode[] | undefined];

/** The stories among the rows that a command was given; one that stands under several competencies comes several times. */
export function storiesOfRows([node, selected]: RowArguments): readonly ChosenStory[] {
	return (selected ?? (node ? [node] : [])).flatMap((row): ChosenStory[] => {
		if (row.kind !== 'story' && row.kind !== 'candidate') return [];
		const { file, index, story } = row.entry;
		return [
			{
				file,
				index,
				story,
				...(row.kind === 'story' && row.tag !== undefined && { under: row.tag }),
			},
		];
	});
}

/**
 * The stories that a command is to act on: those of the rows it was given, else the one around the caret, else those
 * that the author ticks in a list.
 *
 * @param title of the list
 * @param allKnown resolves when every story of the workspace is known: the list waits for it
 */
export async function chooseStories(
	rows: RowArguments,
	title: string,
	storyFiles: StoryFiles,
	allKnown: () => Promise<void>,
): Promise<readonly ChosenStory[]> {
	if (rows[0]) return storiesOfRows(rows);
	const around = await storyAtCaret(storyFiles);
	return around ? [around] : pickStories(title, storyFiles.index, allKnown);
}

/** The story around the caret of the active editor. */
export async function storyAtCaret(storyFiles: StoryFiles): Promise<ChosenStory | undefined> {
	const editor = vscode.window.activeTextEditor;
	if (!editor || editor.document.languageId !== 'markdown') return undefined;
	const analysis = await storyFiles.analysisOf(asOpenDocument(editor.document));
	const index = storyAround(analysis, editor.document.offsetAt(editor.selection.active));
	const story = analysis.stories[index];
	return story && { file: editor.document.uri.toString(), index, story };
}

async function pickStories(
	title: string,
	index: StoryIndex,
	allKnown: () => Promise<void>,
): Promise<readonly ChosenStory[]> {
	const items = allKnown().then(() =>
		index.stories().map(({ file, index: position, story }) => ({
			label: story.title,
			description: vscode.workspace.asRelativePath(vscode.Uri.parse(file, true)),
			chosen: { file, index: position, story },
		})),
	);
	const options = { title, placeHolder: 'Which stories?', matchOnDescription: true };
	return ((await pickSeveral(items, options)) ?? []).map(({ chosen }) => chosen);
}

/** How several stories, or the one, are called in a title. */
export function storiesText(stories: readonly Pick<ChosenStory, 'file' | 'index' | 'story'>[]): string {
	const count = new Set(stories.map(storyKey)).size;
	return count === 1 && stories[0] ? `“${stories[0].story.title}”` : `${count} stories`;
}
