import type { StoryDetails, Tag } from '../story/model.ts';

/** A story as far as coverage and ranking look at it, so that a page can count without the rest. */
export interface CountedStory {
	/** The file's URI as a string. */
	readonly file: string;
	/** Position among the file's stories. */
	readonly index: number;
	/** Problems of the story that wait to be solved. */
	readonly openProblems: number;
	readonly story: {
		readonly title: string;
		readonly tags: readonly Pick<Tag, 'competency'>[];
		readonly details: Pick<StoryDetails, 'status' | 'strength' | 'date'>;
	};
}
