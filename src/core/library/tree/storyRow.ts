import type { CompetencyLookup } from '../../framework/lookups.ts';
import { type SectionKind, starKinds } from '../../framework/sectionKind.ts';
import { spokenClock, spokenTime } from '../../rules/english/spokenTime.ts';
import { ageWhenStale } from '../../rules/stale.ts';
import type { Archetype, Status } from '../../story/fields.ts';
import { type StoryScope } from '../../story/storyScope.ts';
import { type Story, taggedCompetencies } from '../../story/model.ts';
import type { LibraryStory } from '../storyIndex.ts';

/** How complete the sections of a story are, the most urgent first. */
export const sectionStates = ['missing', 'empty', 'noLearnings', 'complete'] as const;
export type SectionState = (typeof sectionStates)[number];

/** Everything that a row says of its story, and nothing else: where two are equal, the row looks the same. */
export interface RowFacts {
	readonly title: string;
	/** Where it stands, as the author knows it. */
	readonly path: string;
	readonly status: Status;
	readonly strength: number | undefined;
	readonly date: string | undefined;
	/** How many years ago it happened, where that is longer than the setting allows. */
	readonly staleYears: number | undefined;
	/** Such as `1 min 50 s`; undefined where there is nothing to tell yet. */
	readonly spoken: string | undefined;
	/** The same for a narrow view, such as `1:50`. */
	readonly clock: string | undefined;
	readonly problems: number;
	/** Names of the competencies it proves, the primary one first. */
	readonly competencies: readonly string[];
	/** Tags that no active framework knows, as written. */
	readonly unknownTags: readonly string[];
	readonly archetypes: readonly Archetype[];
	readonly scope: StoryScope | undefined;
	readonly company: string | undefined;
	readonly project: string | undefined;
	readonly role: string | undefined;
	readonly team: string | undefined;
	readonly missing: readonly SectionKind[];
	readonly empty: readonly SectionKind[];
}

/** What a story's facts depend on besides the story. */
export interface RowContext {
	/** The path of the file as the author knows it. */
	readonly path: string;
	readonly wordsPerMinute: number;
	readonly staleAfterYears: number;
	/** Today as `YYYY-MM-DD`. */
	readonly today: string;
	readonly competencies: CompetencyLookup;
}

/** What a row says of a story. */
export function rowFacts({ story, openProblems }: LibraryStory, context: RowContext): RowFacts {
	const { details, tags, named, filled, words = 0 } = story;
	return {
		title: story.title,
		path: context.path,
		status: details.status,
		strength: details.strength,
		date: details.date,
		staleYears: staleYears(story, context),
		spoken: words > 0 ? spokenTime(words, context.wordsPerMinute) : undefined,
		clock: words > 0 ? spokenClock(words, context.wordsPerMinute) : undefined,
		problems: openProblems,
		competencies: taggedCompetencies(tags, context.competencies).map(({ name }) => name),
		unknownTags: tags.filter(({ competency }) => competency === undefined).map(({ text }) => text),
		archetypes: details.archetypes ?? [],
		scope: details.scope,
		company: details.company?.value,
		project: details.project?.value,
		role: details.role?.value,
		team: details.team?.value,
		missing: starKinds.filter((kind) => !named.includes(kind)),
		empty: named.filter((kind) => !filled.includes(kind)),
	};
}

/** The first of {@link sectionStates} that fits the story; Learnings without text count as none. */
export function sectionState({ missing, empty }: RowFacts, story: Story): SectionState {
	if (missing.length > 0) return 'missing';
	if (empty.some((kind) => kind !== 'learnings')) return 'empty';
	return story.filled.includes('learnings') ? 'complete' : 'noLearnings';
}

function staleYears({ details: { date, status } }: Story, { today, staleAfterYears }: RowContext): number | undefined {
	return date === undefined || status === 'retired' ? undefined : ageWhenStale(date, today, staleAfterYears);
}

/** A story as the tree knows it, wherever in the tree it stands. */
export interface StoryRow {
	readonly entry: LibraryStory;
	/** The story through the lens. */
	readonly seen: LibraryStory;
	/** Names it within the library, however the stories before it in its file change. */
	readonly key: string;
	readonly isCandidate: boolean;
	readonly facts: RowFacts;
	/** The facts in one string, to tell whether they changed. */
	readonly picture: string;
	/** Whether the filter shows it. */
	readonly shown: boolean;
}

/**
 * A key for each story of a file: its title, so that a story keeps its row when another comes before it; several of one
 * title are counted. The one story of a file needs none, and keeps its row under a new title.
 *
 * @param file names the file
 */
export function storyKeys(stories: readonly LibraryStory[], file: string): readonly string[] {
	const count = new Map<string, number>();
	return stories.map(({ story: { title } }) => {
		if (stories.length === 1) return file;
		const number = (count.get(title) ?? 0) + 1;
		count.set(title, number);
		return `${file}#${number}:${title}`;
	});
}
