import { realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import { Refusal } from './terminal.ts';

/**
 * Whether what is at a path may be read, links followed.
 *
 * @param path absolute
 */
export type Reach = (path: string) => Promise<boolean>;

/** Links are followed wherever they lead, as VS Code follows them. */
export const everywhere: Reach = async () => true;

/**
 * Nothing outside a folder, whatever its links say.
 *
 * @param folder absolute
 */
export function insideOf(folder: string): Reach {
	return async (path) => {
		try {
			const [root, place] = await Promise.all([realpath(folder), realpath(path)]);
			return place === root || place.startsWith(root.endsWith(sep) ? root : root + sep);
		} catch {
			// There is nothing to read, which whoever reads it says in better words.
			return true;
		}
	};
}

/**
 * For what may not be missing: who leaves it out would answer something else, or tell names that it lists.
 *
 * @param path absolute
 * @param shown the path as its author knows it
 * @throws Refusal where it may not be read
 */
export async function refuseBeyond(reach: Reach, path: string, shown: string): Promise<void> {
	if (await reach(path)) return;
	throw new Refusal(`${shown} leads out of the folder, where nothing is read: put the file itself there.`);
}
