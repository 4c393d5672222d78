import type { CountedStory } from '../bank/countedStory.ts';
import type { BankStory } from '../bank/storyIndex.ts';
import type { Standing } from '../practice/standing.ts';
import type { Archetype, Status } from '../story/fields.ts';

/** A story as the matrix shows it: plain data, without the story's own words. */
export interface MatrixStory extends CountedStory {
	/** Absent where it was never told in practice. */
	readonly practice?: Standing;
	readonly story: {
		readonly title: string;
		/** The primary one first; `competency` is absent where no active framework knows it. */
		readonly tags: readonly { readonly text: string; readonly competency?: string }[];
		readonly details: {
			readonly status: Status;
			readonly strength?: number;
			readonly date?: string;
			readonly archetypes?: readonly Archetype[];
			readonly company?: string;
			/** Questions that it answers: ids, or the author's own words. */
			readonly questions?: readonly string[];
		};
	};
}

/** Leaves out what the matrix does not show. */
export function matrixStory({ file, index, openProblems, story }: BankStory): MatrixStory {
	const { status, strength, date, archetypes, company, questions } = story.details;
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
				...(company && { company: company.value }),
				...(questions && { questions: questions.map(({ value }) => value) }),
			},
		},
	};
}
