import { storiesFolderOf } from '../library/storiesFolder.ts';
import { joinPath } from '../library/uris.ts';
import type { WorkspaceFolders, WorkspaceSettings } from '../library/workspace.ts';
import { opportunitiesName } from './opportunity.ts';

/**
 * Where the opportunities of a folder of the workspace stand.
 * @returns undefined where the setting leads out of the folder
 */
export function opportunitiesUri(folder: string, workspace: Pick<WorkspaceSettings, 'settings'>): string | undefined {
	const directory = storiesFolderOf(folder, workspace.settings(folder));
	return directory === undefined ? undefined : joinPath(directory, opportunitiesName);
}

/** Whether a file holds the opportunities of its folder. */
export function isOpportunities(uri: string, workspace: Pick<WorkspaceFolders, 'folderOf'> & Pick<WorkspaceSettings, 'settings'>): boolean {
	if (!uri.endsWith(`/${opportunitiesName}`)) return false;
	const folder = workspace.folderOf(uri);
	return folder !== undefined && opportunitiesUri(folder.uri, workspace) === uri;
}
