import { type CompetencyLookup, createLookup } from '../../framework/lookups.ts';
import type { Competency, Framework } from '../../framework/model.ts';
import { defaultTargetLevel, type TargetLevel } from '../../framework/targetLevel.ts';
import { competencyNamed } from '../../library/lens.ts';
import { compareFor, isPrimary } from '../../library/ranking.ts';
import type { LibraryStory } from '../../library/storyIndex.ts';
import { reaches, wantedScope } from '../../library/wantedScope.ts';
import { assign, type Offer } from './assign.ts';
import type { Try } from './tries.ts';

/** Which stories to tell for one competency. */
export interface PlannedCompetency {
	readonly competency: Competency;
	readonly primary?: LibraryStory;
	readonly backup?: LibraryStory;
	/** Where no story is tagged with it: those to try, the best first. */
	readonly tries?: readonly Try[];
	/** Where all that fit are told for others: those that come nearest. */
	readonly near?: readonly LibraryStory[];
}

/**
 * Plans an interview: for each competency of its framework a primary and a backup story, none used for more than two.
 * The same library gives the same plan, in whatever order it was read.
 *
 * @param framework of the interview; its names and aliases are looked for among the stories' tags, active or not
 * @param stories of the whole library; retired ones are not planned with
 * @param level what the author prepares for
 */
export function planInterview(
	framework: Framework,
	stories: readonly LibraryStory[],
	level: TargetLevel = defaultTargetLevel,
): readonly PlannedCompetency[] {
	const lookup = createLookup([framework]);
	// Tags are resolved by the active frameworks, which need not be the interview's.
	const current = stories
		.filter(({ story }) => story.details.status !== 'retired')
		.map((entry) => retagged(entry, lookup));
	const competencies = lookup.all;
	const sorted = current.toSorted((a, b) => compareText(a.entry.file, b.entry.file) || a.entry.index - b.entry.index);
	const offers = competencies.flatMap((competency, index) => offersFor(competency.id, index, sorted, level));
	const assigned = assign(competencies.length, sorted.length, offers);
	return competencies.map((competency, index) => {
		const { primary, backup } = assigned[index] ?? {};
		return {
			competency,
			...(primary !== undefined && sorted[primary] && { primary: sorted[primary].entry }),
			...(backup !== undefined && sorted[backup] && { backup: sorted[backup].entry }),
		};
	});
}

interface Retagged {
	readonly entry: LibraryStory;
	/** The story with its tags as the interview's framework reads them. */
	readonly read: LibraryStory;
}

function retagged(entry: LibraryStory, lookup: CompetencyLookup): Retagged {
	const tags = entry.story.tags.map((tag) => {
		const { text, span, competency: active } = tag;
		const found = competencyNamed(tag, lookup) ?? (active === undefined ? undefined : lookup.find(active));
		const competency = found?.id;
		return { text, span, ...(competency !== undefined && { competency }) };
	});
	return { entry, read: { ...entry, story: { ...entry.story, tags } } };
}

/**
 * What a primary tag adds to the fit, and what a story adds that is ready or, where any story says how far it reached,
 * reached what the level wants: each more than all that ranks below it together.
 */
const primaryTag = 1000;
const readyStory = 500;
const reachedScope = 280;
const strengthPoint = 50;
/** Open problems count against a story up to this many, and then are simply many. */
const maxProblems = 20;

/**
 * What each story is worth for a competency. The weights keep the order of {@link compareFor}; where two stories agree
 * in all that it counts, the one that it puts first has the greater fit.
 */
function offersFor(
	competency: string,
	position: number,
	stories: readonly Retagged[],
	level: TargetLevel,
): readonly Offer[] {
	const compare = compareFor(competency, level);
	const wanted = wantedScope(level, competency);
	const reached = stories.some(({ read }) => read.story.details.scope) ? reachedScope : 0;
	const proving = stories
		.map(({ read }, story) => ({ read, story }))
		.filter(({ read }) => read.story.tags.some((tag) => tag.competency === competency))
		.toSorted((a, b) => compare(a.read, b.read));
	return proving.map(({ read, story }, rank) => {
		const { status, scope, strength = 0 } = read.story.details;
		const merit =
			(isPrimary(read, competency) ? primaryTag + 2 * reached : 0) +
			(status === 'ready' ? readyStory + reached : 0) +
			(reaches(scope, wanted) ? reached : 0) +
			strength * strengthPoint +
			(maxProblems - Math.min(read.openProblems, maxProblems));
		return { competency: position, story, fit: merit * stories.length + (proving.length - rank) };
	});
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
