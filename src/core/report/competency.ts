import { starKinds } from '../framework/sectionKind.ts';
import { type Coverage, coverageAdvice } from '../library/coverage.ts';
import { isPrimary } from '../library/ranking.ts';
import type { LibraryStory } from '../library/storyIndex.ts';
import { wantedScope } from '../library/wantedScope.ts';
import { scopeText } from '../story/storyScope.ts';
import { plural } from '../text/words.ts';
import type { ReportCompetency, ReportOpportunity, ReportReach } from './report.ts';

/**
 * What a report says of a competency, but for the stories to tell first.
 *
 * @param isScoped whether any story of the library says how far it reached
 */
export function reportCompetency(
	item: Coverage,
	opportunities: readonly ReportOpportunity[],
	isScoped: boolean,
): Omit<ReportCompetency, 'best'> {
	const { competency, state, ready, stories } = item;
	const { id, name, target, prompts } = competency;
	const isThin = state === 'gap' || state === 'weak' || state === 'single';
	return {
		id,
		name,
		target,
		state,
		ready,
		stories: stories.length,
		advice: coverageAdvice(item),
		prompts: isThin ? starKinds.flatMap((kind) => prompts[kind].slice(0, 1)) : [],
		opportunities,
		...(isScoped && { reach: reportReach(item) }),
	};
}

function reportReach({ competency, level, reach, stories }: Coverage): ReportReach {
	return {
		...(reach && { widest: reach.widest }),
		wanted: wantedScope(level, competency.id),
		unsaid: reach?.unsaid ?? stories.length,
	};
}

/** Whether any of the stories that are not retired says how far it reached. */
export function areScoped(stories: readonly LibraryStory[]): boolean {
	return stories.some(({ story: { details } }) => details.scope && details.status !== 'retired');
}

/** Why a story leads for a competency, each in a few words, such as `primary`, `ready`, `scope org`, `strength 4`. */
export function merits(entry: LibraryStory, competency: string): readonly string[] {
	const { status, scope, strength } = entry.story.details;
	const parts = [
		isPrimary(entry, competency) ? 'primary' : 'secondary',
		status,
		...(scope === undefined ? [] : [scopeText(scope)]),
		strength === undefined ? 'not rated' : `strength ${strength}`,
	];
	if (entry.openProblems > 0) parts.push(plural(entry.openProblems, 'problem'));
	return parts;
}
