import { type CompetencyLookup, createLookup } from '../lookups.ts';
import type { Competency, Framework } from '../model.ts';
import { builtInFrameworks } from './index.ts';

let lookups: readonly (readonly [Framework, CompetencyLookup])[] | undefined;

/** A built-in framework with the competency that it knows by some name. */
export interface KnownElsewhere {
	readonly framework: Framework;
	readonly competency: Competency;
}

/**
 * The built-in frameworks that know a competency by an id, a name or an alias, in the order in which they are offered.
 *
 * @param name as a tag has it
 */
export function builtInKnowing(name: string): readonly KnownElsewhere[] {
	lookups ??= [...builtInFrameworks.values()].map((framework) => [framework, createLookup([framework])]);
	return lookups.flatMap(([framework, lookup]) => {
		const competency = lookup.find(name);
		return competency ? [{ framework, competency }] : [];
	});
}
