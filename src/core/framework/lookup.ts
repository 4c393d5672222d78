import type { Competency, Framework } from './model.ts';
import { longestComparedName, nameDistance, nearestShare, normaliseName } from './nearness.ts';

export { normaliseName };

/** The names of the active frameworks' competencies, ready to be searched. */
export interface CompetencyLookup {
	/** The competency of that id, name or alias, in any case and spelling of the gaps between words. */
	find(name: string): Competency | undefined;
	/** The competencies whose names come nearest to `name`, nearest first; empty where none is near. */
	nearest(name: string, limit: number): readonly Competency[];
	readonly all: readonly Competency[];
}

/**
 * Indexes the competencies of the active frameworks. Where two share a name the earlier framework wins, but an id comes
 * before every name and a name before every alias: each competency is found by its own id.
 * @param frameworks in order of precedence
 */
export function createLookup(frameworks: readonly Framework[]): CompetencyLookup {
	const byId = new Map<string, Competency>();
	const byName = new Map<string, Competency>();
	for (const competency of frameworks.flatMap((framework) => framework.competencies)) {
		if (!byId.has(competency.id)) byId.set(competency.id, competency);
	}
	const all = [...byId.values()];
	for (const names of [idOf, nameOf, aliasesOf]) {
		for (const competency of all) {
			for (const key of names(competency).map(normaliseName)) {
				if (!byName.has(key)) byName.set(key, competency);
			}
		}
	}
	return {
		all,
		find: (name) => byName.get(normaliseName(name)),
		nearest(name, limit) {
			const wanted = normaliseName(name);
			if (wanted.length > longestComparedName) return [];
			return all
				.map((competency) => ({ competency, distance: distanceTo(competency, wanted) }))
				.filter(({ distance }) => distance <= nearestShare)
				.toSorted((a, b) => a.distance - b.distance)
				.slice(0, limit)
				.map(({ competency }) => competency);
		},
	};
}

/** Every name under which a tag finds the competency. */
export function namesOf(competency: Competency): readonly string[] {
	return [competency.id, competency.name, ...competency.aliases];
}

const idOf = ({ id }: Competency): readonly string[] => [id];
const nameOf = ({ name }: Competency): readonly string[] => [name];
const aliasesOf = ({ aliases }: Competency): readonly string[] => aliases;

/** The share of letters, 0 to 1, by which the nearest of the competency's names differs from `wanted`. */
function distanceTo(competency: Competency, wanted: string): number {
	return Math.min(...namesOf(competency).map((name) => nameDistance(normaliseName(name), wanted)));
}
