import { coverageThrough } from '../../library/coverage.ts';
import { areScoped, reportCompetency, merits } from '../competency.ts';
import type { ReportCompetency } from '../report.ts';
import type { AnsweringLibrary, StoryPlaceInFile } from './answeringLibrary.ts';

/** Version of the form of {@link CoverageResult}: it grows by one when something a reader relies on changes. */
export const coverageVersion = 1;

/** What the stories cover, as other programs read it. Plain data; the same files give the same bytes. */
export interface CoverageResult {
	readonly version: typeof coverageVersion;
	/** Name of the framework through which the stories are seen; absent where it is all that are active. */
	readonly lens?: string;
	/** How many stories there are, the retired ones too. */
	readonly stories: number;
	/** In the order of the frameworks. */
	readonly competencies: readonly CoveredCompetency[];
}

/** What the library holds for one competency. */
export interface CoveredCompetency extends Omit<ReportCompetency, 'best'> {
	/** The one or two to tell first, the better one in front. */
	readonly best: readonly (StoryPlaceInFile & { readonly title: string; readonly why: readonly string[] })[];
}

/** Tells what the stories cover, as the tree, the matrix and the report do. */
export function coverageResult(library: AnsweringLibrary): CoverageResult {
	const { lens, lookups, stories, opportunities } = library;
	return {
		version: coverageVersion,
		...(lens.framework && { lens: lens.framework.name }),
		stories: stories.length,
		competencies: coverageThrough(lens, stories, lookups.level).map((item) => ({
			...reportCompetency(item, opportunities?.get(item.competency.id) ?? [], areScoped(stories)),
			best: item.best.map((entry) => ({
				title: entry.story.title,
				...library.placeOf(entry),
				why: merits(entry, item.competency.id),
			})),
		})),
	};
}
