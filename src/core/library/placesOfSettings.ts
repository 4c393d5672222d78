import type { StorySettings } from './settings.ts';
import { joinPath } from './uris.ts';

/**
 * A path that somebody else wrote, as one below a folder. Settings can come from a workspace that nobody trusts, and
 * must not have us write anywhere else.
 *
 * @param path with `/` or `\`
 * @returns with `/` and without dots, empty for the folder itself; undefined where it is absolute or leads out
 */
export function pathWithin(path: string): string | undefined {
	const slashed = path.trim().replaceAll('\\', '/');
	// A drive, another scheme or a home are absolute too, whatever the system says.
	if (/^(?:\/|~(?:\/|$)|[a-z]:|[a-z][a-z\d+.-]*:\/)/iu.test(slashed) || /\p{Cc}/u.test(slashed)) return undefined;
	const segments: string[] = [];
	for (const segment of slashed.split('/')) {
		if (segment === '..' && segments.pop() === undefined) return undefined;
		if (segment !== '..' && segment !== '' && segment !== '.') segments.push(segment);
	}
	return segments.join('/');
}

/** The settings that name a place of a folder. */
type PlaceSettings = Pick<StorySettings, 'storiesFolder' | 'frameworkFile'>;

/**
 * The folder in which new stories are created.
 *
 * @param folder of the workspace
 * @returns undefined where the setting leads out of it
 */
export function storiesFolderOf(folder: string, settings: Pick<PlaceSettings, 'storiesFolder'>): string | undefined {
	const path = pathWithin(settings.storiesFolder);
	return path === undefined ? undefined : joinPath(folder, path);
}

/**
 * The framework file of a folder, whether it is there or not.
 *
 * @param folder of the workspace
 * @returns undefined where the setting leads out of it
 */
export function frameworkFileOf(folder: string, settings: Pick<PlaceSettings, 'frameworkFile'>): string | undefined {
	const path = pathWithin(settings.frameworkFile);
	return path === undefined || path === '' ? undefined : joinPath(folder, path);
}

/** What to tell an author whose setting leads out of a folder. */
export function leadsOut(setting: keyof PlaceSettings): string {
	const inside = setting === 'storiesFolder' ? 'a folder' : 'a file';
	return `The setting starStories.${setting} leads out of the folder: name ${inside} inside it.`;
}
