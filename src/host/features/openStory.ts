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
export function registerOpenStory(services: Services): vscode.Disposable {
	return vscode.commands.registerCommand(commands.openStory, (location: StoryLocation) => showStory(location, services, { preview: true }));
}

/** Shows a story in an editor, with the caret at its heading. */
export async function showStory({ file, index }: StoryLocation, { storyFiles }: Services, options: vscode.TextDocumentShowOptions): Promise<void> {
	const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(file, true));
	const story = (await storyFiles.analysisOf(document)).stories[index];
	const start = story && toRange(document, story.anchor).start;
	await vscode.window.showTextDocument(document, { ...options, ...(start && { selection: new vscode.Range(start, start) }) });
}
