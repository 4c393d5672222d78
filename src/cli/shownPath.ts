import { isAbsolute, join, relative, sep } from 'node:path';

/**
 * How a file is named in what is printed: from where the command runs, so that a terminal can open it. GitHub wants
 * paths from the root of the checkout, wherever a step runs.
 * @param base absolute path from which files are named
 */
export function shownPath(base: string, folder: string, path: string): string {
	const whole = join(folder, path);
	const way = relative(base, whole);
	return (way === '' || isAbsolute(way) ? whole : way).split(sep).join('/');
}
