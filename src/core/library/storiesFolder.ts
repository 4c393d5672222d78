import type { StorySettings } from './settings.ts';
import { isWithin, joinPath } from './uris.ts';

/**
 * The folder in which new stories are created.
 *
 * @param folder of the workspace
 * @returns undefined where the setting leads out of it
 */
export function storiesFolderOf(
	folder: string,
	{ storiesFolder }: Pick<StorySettings, 'storiesFolder'>,
): string | undefined {
	const directory = joinPath(folder, storiesFolder.replaceAll('\\', '/'));
	return isWithin(directory, folder) ? directory : undefined;
}
