import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { nameDistance, nearestShare } from '../core/framework/nearness.ts';
import { pathFrom, type StoryFolder } from './storyFolder.ts';

/** As many as are read at a glance. */
const maxNamed = 3;

/**
 * What somebody may have meant by a path that names nothing, or nothing of the folder: the same path from the folder of
 * stories, or what lies beside it under a name in another case or with a letter amiss.
 *
 * @param name as typed, from the current folder
 * @returns a sentence with a space before it; empty where nothing comes near
 */
export async function meantPaths({ path: folder }: StoryFolder, name: string): Promise<string> {
	const inFolder = resolve(folder, name);
	const found = inFolder !== resolve(name) && (await exists(inFolder)) ? [inFolder] : [];
	for (const base of [resolve(name), inFolder]) if (found.length === 0) found.push(...(await beside(base)));
	const inside = [...new Set(found)].filter((path) => pathFrom(folder, path) !== undefined);
	const paths = inside.slice(0, maxNamed).map((path) => relative(process.cwd(), path) || '.');
	return paths.length === 0 ? '' : ` Do you mean ${paths.map((path) => path.split(sep).join('/')).join(' or ')}?`;
}

async function beside(path: string): Promise<readonly string[]> {
	const wanted = basename(path).toLowerCase();
	const names = await readdir(dirname(path)).catch(() => []);
	return names
		.map((name) => ({ name, distance: nameDistance(name.toLowerCase(), wanted) }))
		.filter(({ distance }) => distance <= nearestShare)
		.toSorted((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
		.map(({ name }) => join(dirname(path), name));
}

function exists(path: string): Promise<boolean> {
	return stat(path).then(
		() => true,
		() => false,
	);
}
