// What `npm run bench` runs inside the Node extension host for a profile of it; see test/bench/hosts.
import * as vscode from 'vscode';
import { commands, views } from '../../src/vscode/ids.ts';
import { linesPrefix } from '../bench/hosts/figures.ts';
import { blocksIn, type CpuProfile } from '../bench/measure/blocks.ts';
import { type } from './benchInHost.ts';
import { blockLines, isOwnBundle } from './ownBlocks.ts';
import { starStories } from './starStories.ts';

declare global {
	// Left behind in front of the extension's bundle, where the profile begins.
	var starStoriesProfile: (() => Promise<CpuProfile>) | undefined;
}

/** After each step, in milliseconds: whatever follows from it is over by then. */
const settling = 1500;

/** Starts, reads the folder, and does what an author does in it. */
export async function run(): Promise<void> {
	const profile = globalThis.starStoriesProfile;
	if (!profile) throw new Error('No profile was begun');
	await (
		await starStories()
	).ready;
	const steps: readonly (() => PromiseLike<unknown>)[] = [
		() => vscode.commands.executeCommand(`${views.competencies}.focus`),
		async () => {
			for (const file of await vscode.workspace.findFiles('typing/*.md')) await type(file);
		},
		() => vscode.commands.executeCommand(commands.showMatrix),
		() =>
			vscode.commands.executeCommand(commands.findStory, 'Tell me about a time when you changed somebody’s mind'),
		() => vscode.commands.executeCommand('workbench.action.closeQuickOpen'),
		() => vscode.commands.executeCommand(commands.showReport),
		() => vscode.commands.executeCommand(commands.practise),
	];
	for (const step of steps) {
		await step();
		await new Promise<void>((resolve) => setTimeout(resolve, settling));
	}
	// oxlint-disable-next-line no-console -- the only way out
	console.log(linesPrefix + JSON.stringify(blockLines(blocksIn(await profile(), isOwnBundle))));
}
