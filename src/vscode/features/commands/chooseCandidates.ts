import * as vscode from 'vscode';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import type { LibraryStory } from '../../../core/library/storyIndex.ts';
import { asOpenDocument } from '../../workspace.ts';
import type { ViewNode } from '../tree/opportunityRows.ts';

/** What a command about candidates is given: a file, or a row of the tree and all that are selected; nothing for all. */
export type CandidateArguments = readonly [about?: vscode.Uri | ViewNode | undefined, selected?: readonly ViewNode[]];

/** The candidates that a command is about: those of a file, of rows, or all, the file in the active editor first. */
export async function candidatesFor(
	[about, selected]: CandidateArguments,
	storyFiles: StoryFiles,
	allKnown: () => Promise<void>,
): Promise<readonly LibraryStory[]> {
	if (about instanceof vscode.Uri) return candidatesOf(about, storyFiles);
	const rows = selected ?? (about ? [about] : []);
	const chosen = rows.flatMap((row) => (row.kind === 'candidate' ? [row.entry] : []));
	if (chosen.length > 0) return chosen;
	await allKnown();
	const { index } = storyFiles;
	const active = vscode.window.activeTextEditor?.document.uri.toString();
	return index
		.files()
		.filter((file) => index.get(file).kind === 'candidate')
		.toSorted((a, b) => Number(b === active) - Number(a === active) || (a < b ? -1 : 1))
		.flatMap((file) => index.allOf(file));
}

/** The candidates of a file as its editor has it, which may lie outside the workspace. */
async function candidatesOf(uri: vscode.Uri, storyFiles: StoryFiles): Promise<readonly LibraryStory[]> {
	const document = await vscode.workspace.openTextDocument(uri);
	const { kind, stories } = await storyFiles.analysisOf(asOpenDocument(document));
	if (kind !== 'candidate') return [];
	return stories.map((story, index) => ({ file: uri.toString(), index, story, openProblems: 0 }));
}
