import * as vscode from 'vscode';
import type { StoryLocation } from '../../core/bank/storyLocation.ts';
import { commands } from '../ids.ts';
import { toRange } from '../positions.ts';
import type { Services } from '../services.ts';

/** Opens a story at its heading, in the active column unless the options name another. */
export function registerOpenStory({ storyFiles }: Services): vscode.Disposable {
	return vscode.commands.registerCommand(commands.openStory, async ({ file, index }: StoryLocation, options: vscode.TextDocumentShowOptions = {}) => {
		const uri = vscode.Uri.parse(file, true);
		const document = await vscode.workspace.openTextDocument(uri);
		const story = (await storyFiles.analysisOf(document)).stories[index];
		const start = story && toRange(document, story.anchor).start;
		await vscode.window.showTextDocument(document, { preview: true, ...options, ...(start && { selection: new vscode.Range(start, start) }) });
	});
}
