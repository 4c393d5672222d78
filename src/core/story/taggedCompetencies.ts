import type { CompetencyLookup } from '../framework/lookups.ts';
import type { Competency } from '../framework/model.ts';
import type { Tag } from './model.ts';

/** The known competencies among a story's tags, each once, the primary one first. */
export function taggedCompetencies(tags: readonly Tag[], lookup: CompetencyLookup): readonly Competency[] {
	const ids = new Set(tags.map((tag) => tag.competency));
	return [...ids].flatMap((id) => (id === undefined ? [] : (lookup.find(id) ?? [])));
}
