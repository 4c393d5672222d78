import { storiesFolderOf } from '../placesOfSettings.ts';
import type { StoryFiles } from '../storyFiles.ts';
import { isWithin, parentOf } from '../uris.ts';
import type { WorkspaceFolders, WorkspaceSettings } from '../workspace.ts';

/**
 * How much is offered in a document: everything in a `story` or where the next one is likely to be written, only what
 * begins a story in any other document of a `library`, and nothing `elsewhere` but in front matter that names
 * competencies already.
 */
export type CompletionScope = 'story' | 'library' | 'elsewhere';

/** The scope of a document, by what is known of it and of its workspace. */
export function completionScopeOf(
	uri: string,
	storyFiles: Pick<StoryFiles, 'get' | 'index'>,
	workspace: Pick<WorkspaceFolders, 'folderOf'> & Pick<WorkspaceSettings, 'settings'>,
): CompletionScope {
	if ((storyFiles.get(uri)?.analysis.kind ?? 'other') !== 'other') return 'story';
	const { taggedFiles } = storyFiles.index;
	if (taggedFiles.length === 0) return 'elsewhere';
	const folder = workspace.folderOf(uri);
	const stories = folder && storiesFolderOf(folder.uri, workspace.settings(folder.uri));
	if (stories !== undefined && isWithin(uri, stories)) return 'story';
	return taggedFiles.some((file) => parentOf(file) === parentOf(uri)) ? 'story' : 'library';
}
