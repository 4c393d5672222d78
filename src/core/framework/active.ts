import { isBuiltIn } from './built-in/ids.ts';
import { staff } from './built-in/staff.ts';
import type { Framework } from './model.ts';

/**
 * The frameworks that hold in a folder, in order of precedence.
 *
 * @param own what the folder's framework file means; undefined where there is none, or none that can be used
 * @param named ids of built-in frameworks, by the settings
 * @param areChosen whether somebody has set them, rather than left them at the default
 * @param builtIn the built-in frameworks by their ids
 */
export function activeFrameworks(
	own: Framework | undefined,
	named: readonly string[],
	areChosen: boolean,
	builtIn: ReadonlyMap<string, Framework>,
): readonly Framework[] {
	if (!own) return namedFrameworks(named, builtIn);
	// A file says by `extends` what it builds on; more is active only where somebody asked for it.
	return areChosen ? [own, ...namedFrameworks(named, builtIn)] : [own];
}

/** The built-in frameworks of those ids; the default where none is known. */
export function namedFrameworks(ids: readonly string[], builtIn: ReadonlyMap<string, Framework>): readonly Framework[] {
	const known = ids.flatMap((id) => builtIn.get(id) ?? []);
	return known.length > 0 ? known : [staff];
}

/**
 * The setting with one more built-in framework, so that those that are active stay so.
 *
 * @param named ids of built-in frameworks, by the settings
 * @param areChosen whether somebody has set them, rather than left them at the default
 * @param hasOwn whether the folder has a framework file, which says by itself what it builds on
 */
export function namedWith(
	id: string,
	named: readonly string[],
	areChosen: boolean,
	hasOwn: boolean,
): readonly string[] {
	if (named.includes(id) && (areChosen || !hasOwn)) return named;
	if (hasOwn && !areChosen) return [id];
	return [...named, ...(named.some(isBuiltIn) ? [] : [staff.id]), id];
}
