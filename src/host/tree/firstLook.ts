import * as vscode from 'vscode';
import type { StoryIndex } from '../../core/bank/storyIndex.ts';
import { views } from '../ids.ts';

/**
 * How long rows wait for the first reading of the workspace to end, in milliseconds: rows that move under the hand are
 * worse than a moment without. Until then VS Code shows progress by itself.
 */
const patience = 2000;

/**
 * When the view may show its first rows: with everything read, or after a while with some of it, which the view's
 * progress tells; but not with nothing, which may turn out wrong.
 *
 * @param scanned resolves when the first reading of the workspace is over
 * @param settled resolves when what was read is in the view: so long it shows progress
 * @returns to be awaited before rows are given
 */
export function firstLook(index: StoryIndex, scanned: Promise<void>, settled: Promise<void>): () => Promise<void> {
	let isOver = false;
	let isProgressing = false;
	const over = scanned.then(() => {
		isOver = true;
	});
	const ready = Promise.race([over, pause().then(() => somethingIn(index, over))]);
	return async () => {
		await ready;
		if (isOver || isProgressing) return;
		isProgressing = true;
		void vscode.window.withProgress({ location: { viewId: views.competencies } }, () => settled);
	};
}

function pause(): Promise<void> {
	return new Promise((resolve) => setTimeout(() => resolve(), patience));
}

async function somethingIn(index: StoryIndex, over: Promise<void>): Promise<void> {
	if (index.size > 0) return;
	await new Promise<void>((resolve) => {
		const listener = index.onDidChange(() => resolve());
		void over.then(() => listener.dispose());
	});
}
