import { pathWithin } from '../placesOfSettings.ts';
import type { StorySettings } from '../settings.ts';
import { searchGlobs } from './fileFilter.ts';
import { ignoreFileNames } from './ignoreRules.ts';

/**
 * Patterns of the files of a folder that matter one by one: those that may hold stories, ignore files, and the
 * framework file, whatever it is called.
 *
 * @param markdown patterns of files that are Markdown by settings, as `markdownAssociations` reads them
 */
export function watchedFiles(
	{ include, frameworkFile }: Pick<StorySettings, 'include' | 'frameworkFile'>,
	markdown: readonly string[],
): readonly string[] {
	const stories = searchGlobs({ include, exclude: [], markdown });
	const framework = pathWithin(frameworkFile);
	return [...stories, `**/{${ignoreFileNames.join(',')}}`, ...(framework ? [literal(framework)] : [])];
}

/**
 * Pattern of the folders that may bring stories into a folder that has none: whatever lies right in it, each folder
 * above that of the stories, and any of its name. All others come and go by thousands.
 */
export function watchedFolders({ storiesFolder }: Pick<StorySettings, 'storiesFolder'>): string {
	const segments = literal(pathWithin(storiesFolder) || 'stories').split('/');
	const paths = segments.map((_, index) => segments.slice(0, index + 1).join('/')).slice(1);
	return `{${['*', `**/${segments.at(-1)}`, ...paths].join(',')}}`;
}

/** A pattern for a path. One of VS Code's can't name the characters that mean something in it. */
function literal(path: string): string {
	return path.replace(/[*?{}[\],]/gu, '?');
}
