import * as vscode from 'vscode';
import { normaliseName } from '../../../core/framework/nearness.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import type { LibraryStory } from '../../../core/library/storyIndex.ts';
import { allFindingsOfStory, storyAround } from '../../../core/library/storyProblems.ts';
import type { ToldStory } from '../../../core/report/chatMessages.ts';
import { reportPath } from '../report/reportPaths.ts';

/**
 * The story that somebody means in chat: by its title or a part of it that only one has, else the one in the attached
 * file or the active editor.
 *
 * @returns those that may be meant where it is not certain
 */
export function storyForChat(
	storyFiles: StoryFiles,
	{ prompt, references }: Pick<vscode.ChatRequest, 'prompt' | 'references'>,
): LibraryStory | readonly LibraryStory[] {
	const all = storyFiles.index.stories();
	const name = normaliseName(prompt);
	if (name !== '') {
		const title = ({ story }: LibraryStory) => normaliseName(story.title);
		const same = all.filter((entry) => title(entry) === name);
		const found = same.length > 0 ? same : all.filter((entry) => title(entry).includes(name));
		return found.length === 1 && found[0] ? found[0] : found;
	}
	const attached = references.flatMap(({ value }) =>
		value instanceof vscode.Uri
			? [value.toString()]
			: value instanceof vscode.Location
				? [value.uri.toString()]
				: [],
	);
	const editor = vscode.window.activeTextEditor;
	for (const file of [...attached, ...(editor ? [editor.document.uri.toString()] : [])]) {
		const own = storyFiles.index.taggedOf(file);
		const caret = editor && editor.document.uri.toString() === file ? editor.selection.active : undefined;
		const index = caret && editor ? storyAround(storyFiles.index.get(file), editor.document.offsetAt(caret)) : 0;
		const entry = own[index];
		if (entry) return entry;
	}
	return all;
}

/** A story as it stands in its document at this moment. */
export async function toldStory(storyFiles: StoryFiles, { file, index }: LibraryStory): Promise<ToldStory | undefined> {
	const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(file, true));
	const text = document.getText();
	const { analysis, lines } = await storyFiles.read(file, text);
	const entry = storyFiles.index.allOf(file)[index];
	const story = entry && (await storyFiles.withItsWords(entry));
	if (!story) return undefined;
	return {
		story,
		findings: allFindingsOfStory(analysis, index),
		lines,
		text: analysis.kind === 'story' ? text : text.slice(story.span.start, story.span.end),
	};
}

/** How a story is named where one is to be chosen. */
export function rowForChat({ file, story }: LibraryStory): string {
	return `“${story.title}” in ${reportPath(vscode.Uri.parse(file, true))}`;
}
