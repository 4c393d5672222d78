import { isAbsolute, join, relative, sep } from 'node:path';

/**
 * A file's path as it is printed, with `/`.
 *
 * @param base absolute path of a folder: the current one, so that a terminal can open the file, or the root of the
 *   checkout, as GitHub wants it
 * @param folder absolute path of the folder of stories
 * @param path from that folder
 */
export function shownPath(base: string, folder: string, path: string): string {
	const whole = join(folder, path);
	const way = relative(base, whole);
	return (way === '' || isAbsolute(way) ? whole : way).split(sep).join('/');
}
