import type { Competency, Framework } from '../framework/model.ts';
import { type Coverage, coverageSummary } from './coverage.ts';

/** Competencies under the name of their framework. */
export interface CompetencyGroup {
	readonly title: string;
	/** The id of the framework, where it is not active. */
	readonly off: string | undefined;
	readonly rows: readonly { readonly competency: Competency; readonly note: string }[];
}

/**
 * What a new story could prove: the competencies of each active framework with what is covered, then those of the other
 * built-in ones. Each competency stands once.
 *
 * @param coverage of the competencies of the active frameworks
 */
export function competencyGroups(
	active: readonly Framework[],
	builtIn: readonly Framework[],
	coverage: readonly Coverage[],
): readonly CompetencyGroup[] {
	const covered = new Map(coverage.map((each) => [each.competency.id, each]));
	const taken = new Set<string>();
	const isNew = ({ id }: Competency) => !taken.has(id) && taken.add(id);
	const others = builtIn.filter(({ id }) => !active.some((each) => each.id === id));
	const groups = [
		...active.map(({ name, competencies }): CompetencyGroup => ({
			title: name,
			off: undefined,
			rows: competencies.filter(isNew).map((each) => {
				const own = covered.get(each.id);
				return { competency: own?.competency ?? each, note: own ? coverageSummary(own) : '' };
			}),
		})),
		...others.map(({ id, name, competencies }): CompetencyGroup => ({
			title: name,
			off: id,
			rows: competencies.filter(isNew).map((competency) => ({ competency, note: `${name} · switches it on` })),
		})),
	];
	return groups.filter(({ rows }) => rows.length > 0);
}
