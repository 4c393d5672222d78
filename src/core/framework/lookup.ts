import leven from 'leven';
import type { Competency, Framework } from './model.ts';

/** The names of the active frameworks' competencies, ready to be searched. */
export interface CompetencyLookup {
	/** The competency of that id, name or alias, in any case and spelling of the gaps between words. */
	find(name: string): Competency | undefined;
	/** The competencies whose names come nearest to `name`, nearest first; empty where none is near. */
	nearest(name: string, limit: number): readonly Competency[];
	readonly all: readonly Competency[];
}

/** How much of a name may differ for it to count as a slip: a third of its letters, so `Mentroship` but not `Courage`. */
const nearestShare = 1 / 3;

/** A longer tag is a sentence, not a misspelt name; it is not compared letter by letter. */
const longestComparedName = 100;

/**
 * Indexes the competencies of the active frameworks. Where two share a name the earlier framework wins, but an id comes
 * before every name and a name before every alias: each competency is found by its own id.
 * @param frameworks in order of precedence
 */
export function createLookup(frameworks: readonly Framework[]): CompetencyLookup {
	const all: Competency[] = [];
	const byName = new Map<string, Competency>();
	for (const competency of frameworks.flatMap((framework) => framework.competencies)) {
		if (all.some((known) => known.id === competency.id)) continue;
		all.push(competency);
	}
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

/** Brings the spellings of a name together: case, `&` and "and", hyphens, underscores and runs of spaces. */
export function normaliseName(name: string): string {
	return name.normalize('NFKC').toLowerCase().replaceAll('&', ' and ').replace(/[\s_\-–—]+/gu, ' ').trim();
}

/** The share of letters, 0 to 1, by which the nearest of the competency's names differs from `wanted`. */
function distanceTo(competency: Competency, wanted: string): number {
	return Math.min(
		...namesOf(competency).map((name) => {
			const known = normaliseName(name);
			if (wanted.length >= 4 && ` ${known} `.includes(` ${wanted} `)) return nearestShare / 2;
			const longer = Math.max(known.length, wanted.length);
			const limit = Math.ceil(longer * nearestShare) + 1;
			return longer === 0 ? 1 : leven(known, wanted, { maxDistance: limit }) / longer;
		}),
	);
}
