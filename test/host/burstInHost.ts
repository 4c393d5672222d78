// What `npm run bench -- --only burst` runs inside the Node host, with and without the extension.
import * as vscode from 'vscode';
import type { StarStoriesExports } from '../../api.d.ts';
import { type BurstFigures, burstPrefix, createRequest, deleteRequest } from '../bench/hosts/burst.ts';

/** Longer than the extension looks again at what has come, in milliseconds. */
const followed = 12_000;

/**
 * From the start until the host has calmed down, in milliseconds: on a busy machine what the host itself does after its
 * start lasts for half a minute, and would be taken for the cost of the files.
 */
const settling = 40_000;

export async function run(): Promise<void> {
	const extension = vscode.extensions.getExtension<StarStoriesExports>('star-stories.star-stories');
	await (await extension?.activate())?.getApi(1).ready;
	await pause(settling);
	const figures: BurstFigures = { created: await costOf(createRequest), deleted: await costOf(deleteRequest) };
	say(burstPrefix + JSON.stringify(figures));
}

/** What the host's process takes from a request on. */
async function costOf(request: string): Promise<number> {
	const before = processorTime();
	say(request);
	await pause(followed);
	return processorTime() - before;
}

/** Of the host's process until now, in milliseconds. */
function processorTime(): number {
	const host = globalThis as unknown as { process: { cpuUsage(): { user: number; system: number } } };
	const { user, system } = host.process.cpuUsage();
	return (user + system) / 1000;
}

function pause(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function say(message: string): void {
	// oxlint-disable-next-line no-console -- the only way out of the host
	console.log(message);
}
