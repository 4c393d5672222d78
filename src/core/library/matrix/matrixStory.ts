import type { SectionKind } from '../../framework/sectionKind.ts';
import type { Archetype, Status } from '../../story/fields.ts';
import type { PromptCount } from '../../story/openPrompts.ts';
import type { StoryScope } from '../../story/storyScope.ts';
import { localDay } from '../../text/day.ts';
import type { CountedStory } from '../coverage.ts';
import type { LibraryStory } from '../storyIndex.ts';

/** How far a story is practised. Times are in milliseconds since 1970. */
export interface StoryPractice {
	readonly times: number;
	readonly last: number;
	/** When the first of the questions that it answered last is due. */
	readonly due?: number;
}

/** Such as `told 3 times, last on 2026-11-25, due on 2026-11-28`. */
export function practiceText({ times, last, due }: StoryPractice, now: number): string {
	const practised = times === 1 ? 'told once, on' : `told ${times} times, last on`;
	const next = due === undefined ? '' : due <= now ? ', due now' : `, due on ${localDay(new Date(due))}`;
	return `${practised} ${localDay(new Date(last))}${next}`;
}

/** Whether there is nothing new to say of a story. */
export function isSamePractice(a: StoryPractice | undefined, b: StoryPractice | undefined): boolean {
	return a?.times === b?.times && a?.last === b?.last && a?.due === b?.due;
}

/** A story as the matrix shows it: plain data, without the story's own words. */
export interface MatrixStory extends CountedStory {
	/** Absent where it was never practised. */
	readonly practice?: StoryPractice;
	readonly story: {
		readonly title: string;
		/** The primary one first; `competency` is absent where no active framework knows it. */
		readonly tags: readonly { readonly text: string; readonly competency?: string }[];
		readonly details: {
			readonly status: Status;
			readonly strength?: number;
			readonly date?: string;
			readonly archetypes?: readonly Archetype[];
			readonly scope?: StoryScope;
			readonly company?: string;
			readonly project?: string;
			/** Questions that it answers: ids, or the author's own words. */
			readonly questions?: readonly string[];
		};
		readonly filled: readonly SectionKind[];
		readonly prompts?: PromptCount;
	};
}

/** Leaves out what the matrix does not show. */
export function matrixStory({ file, index, openProblems, story }: LibraryStory): MatrixStory {
	const { status, strength, date, archetypes, scope, company, project, questions } = story.details;
	return {
		file,
		index,
		openProblems,
		story: {
			title: story.title,
			tags: story.tags.map(({ text, competency }) => ({ text, ...(competency !== undefined && { competency }) })),
			details: {
				status,
				...(strength !== undefined && { strength }),
				...(date !== undefined && { date }),
				...(archetypes && { archetypes }),
				...(scope && { scope }),
				...(company && { company: company.value }),
				...(project && { project: project.value }),
				...(questions && { questions: questions.map(({ value }) => value) }),
			},
			filled: story.filled,
			...(story.prompts && { prompts: story.prompts }),
		},
	};
}
