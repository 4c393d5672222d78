import * as vscode from 'vscode';
import type { StarStoriesApi, StarStoriesExports } from '../../api.d.ts';

/**
 * What the extension under test offers to others.
 *
 * @throws Error where VS Code has no such extension
 */
export async function starStories(): Promise<StarStoriesApi> {
	const extension = vscode.extensions.getExtension<StarStoriesExports>('star-stories.star-stories');
	if (!extension) throw new Error('The extension under test is not there');
	return (await extension.activate()).getApi(1);
}
