import * as vscode from 'vscode';
import { commands } from '../ids.ts';
import { toRange } from '../positions.ts';
import type { Services } from '../services.ts';

/** Names a story to the command that opens it. */
export interface StoryLocation {
	readonly file: string;
	readonly index: number;
}

/** Opens a story at its heading. */
export function registerOpenStory({ storyFiles }: Services): vscode.Disposable {
	return vscode.commands.registerCommand(commands.openStory, async ({ file, index }: StoryLocation) => {
		const uri = vscode.Uri.parse(file, true);
		const document = await vscode.workspace.openTextDocument(uri);
		const story = (await storyFiles.analysisOf(document)).stories[index];
		const start = story && toRange(document, story.anchor).start;
		await vscode.window.showTextDocument(document, start ? { selection: new vscode.Range(start, start), preview: true } : { preview: true });
	});
}
