import type { Framework } from '../../framework/model.ts';
import type { TargetLevel } from '../../framework/targetLevel.ts';
import type { MatrixStory } from '../matrix/matrixStory.ts';
import { storyKey } from '../storyIndex.ts';
import { type Retirable, retirableStories } from './retirable.ts';
import { groupedBy, percentOf, type Share, shareKey, sharesOf } from './shares.ts';
import { kindTeller, type WantedKind, wantedKinds } from './wantedKinds.ts';

/** What the stories of a library are together: where they come from, what none of them tells, which could go. */
export interface Portfolio {
	/** Stories that are not retired; retired ones count for nothing, as everywhere. */
	readonly stories: number;
	readonly ready: number;
	readonly shares: readonly Share[];
	readonly missing: readonly MissingKind[];
	/** When the latest story happened, where that is long ago. */
	readonly nothingSince?: NothingSince;
	/** Projects from which too much of the library comes. */
	readonly crowded: readonly CrowdedProject[];
	/** Ready stories that could go, the weakest first. */
	readonly retire: readonly Retirable[];
}

/** A kind of story that interviewers ask everybody for and nobody can be told. */
export interface MissingKind {
	readonly kind: WantedKind;
	/** Stories that may be of that kind, and are not tagged so. */
	readonly maybe: readonly MatrixStory[];
}

export interface NothingSince {
	/** As the author writes it: `2023`, `2023-06` or `2023-06-30`. */
	readonly date: string;
	/** How many stories have no date. */
	readonly undated: number;
}

export interface CrowdedProject {
	readonly name: string;
	readonly stories: number;
	readonly percent: number;
}

export interface PortfolioContext {
	/** The active ones. */
	readonly frameworks: readonly Framework[];
	readonly level: TargetLevel;
	/** `YYYY-MM-DD`; without it nothing is said of what is long ago. */
	readonly today?: string | undefined;
}

/** How many ready stories are enough, by the product's definition: 8 to 12. */
export const enoughReady = { min: 8, max: 12 } as const;

/** The share of a library that comes from one project at most, in percent, by the product's definition. */
export const maxProjectPercent = 40;

/** With fewer stories than this a share says nothing, and nothing is missing yet that is not missing anyway. */
const minStories = 5;

/** After so many months without a story it is said: interviewers ask for something recent, of the last two years. */
const maxMonthsSince = 24;

/**
 * Looks at the library as a whole, through all active frameworks together.
 *
 * @param all every story, as they are
 */
export function portfolioOf(all: readonly MatrixStory[], { frameworks, level, today }: PortfolioContext): Portfolio {
	const stories = all.filter(({ story }) => story.details.status !== 'retired');
	const ready = stories.filter(({ story }) => story.details.status === 'ready').length;
	const kinds = wantedKinds.map((kind) => {
		const tell = kindTeller(kind, frameworks);
		return { kind, told: stories.map((story) => ({ story, likeness: tell(story) })) };
	});
	const certain = kinds.map(({ told }) => told.filter(({ likeness }) => likeness === 'certain'));
	const crowded = crowdedProjects(stories);
	const since = stories.length < minStories || today === undefined ? undefined : nothingSince(stories, today);
	return {
		stories: stories.length,
		ready,
		shares: sharesOf(stories),
		missing:
			stories.length < minStories
				? []
				: kinds.flatMap(({ kind, told }, index) =>
						certain[index]?.length === 0
							? [{ kind, maybe: told.filter(({ likeness }) => likeness).map(({ story }) => story) }]
							: [],
					),
		...(since && { nothingSince: since }),
		crowded,
		retire: retirableStories(stories, frameworks, level, {
			left: enoughReady.max,
			// The last story of a kind that is asked for.
			keeps: (story, gone) =>
				certain.some((told) => {
					const left = told.filter(
						(each) => each.story.story.details.status === 'ready' && !gone.has(storyKey(each.story)),
					);
					return left.length === 1 && left[0]?.story === story;
				}),
			crowd: ({ story: { details } }) => {
				const found = crowded.find(({ name }) => shareKey(name) === shareKey(details.project ?? ''));
				return found && `one of ${found.stories} from ${found.name}`;
			},
		}),
	};
}

function crowdedProjects(stories: readonly MatrixStory[]): readonly CrowdedProject[] {
	if (stories.length < minStories) return [];
	return [...groupedBy('project', stories).values()]
		.map(({ name, members }) => ({
			name,
			stories: members.length,
			percent: percentOf(members.length, stories.length),
		}))
		.filter((project) => project.stories * 100 > maxProjectPercent * stories.length)
		.toSorted((a, b) => b.stories - a.stories || (a.name < b.name ? -1 : 1));
}

function nothingSince(stories: readonly MatrixStory[], today: string): NothingSince | undefined {
	const dates = stories.flatMap(({ story }) => story.details.date ?? []);
	const latest = dates.toSorted((a, b) => monthOf(a) - monthOf(b)).at(-1);
	if (latest === undefined || monthOf(today) - monthOf(latest) <= maxMonthsSince) return undefined;
	return { date: latest, undated: stories.length - dates.length };
}

/** Months since the year 0; what is known to the year alone may be of its end. */
function monthOf(date: string): number {
	return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || '12');
}
