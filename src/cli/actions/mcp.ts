import { Discretion } from '../mcp/discretion.ts';
import { FolderLibrary } from '../mcp/folderLibrary.ts';
import { serve } from '../mcp/server.ts';
import type { FolderOptions } from '../options.ts';
import { insideOf } from '../reach.ts';
import { openFolder } from '../storyFolder.ts';
import { tell } from '../terminal.ts';

/** What `star-stories mcp` was given. */
export interface McpOptions extends FolderOptions {
	readonly plain?: true;
	readonly showAnswers?: true;
}

/** @throws Refusal where the folder cannot be opened: what is wrong with it is said before anybody connects */
export async function mcp(options: McpOptions): Promise<void> {
	await openFolder(options, insideOf);
	serve({
		library: new FolderLibrary(options),
		discretion: new Discretion(options.plain ?? false, tell),
		tell,
		showAnswers: options.showAnswers ?? false,
	});
}
