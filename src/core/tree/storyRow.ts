import type { BankStory } from '../bank/storyIndex.ts';
import type { CompetencyLookup } from '../framework/lookup.ts';
import type { StoryFacts } from './storyFacts.ts';

/** A story as the tree knows it, wherever in the tree it stands. */
export interface StoryRow {
	readonly entry: BankStory;
	/** The story through the lens: with the tags that the lens knows, the first of them as the primary one. */
	readonly seen: BankStory;
	/** Names it within the bank, however the stories before it in its file change. */
	readonly key: string;
	readonly isCandidate: boolean;
	readonly facts: StoryFacts;
	/** The facts in one string, to tell whether they changed. */
	readonly picture: string;
	/** Whether the filter shows it. */
	readonly shown: boolean;
}

/** A story with its tags as a single framework reads them. */
export function seenThrough(entry: BankStory, lens: CompetencyLookup): BankStory {
	const tags = entry.story.tags.flatMap((tag) => {
		const competency = lens.find(tag.text);
		return competency ? [{ ...tag, competency: competency.id }] : [];
	});
	return { ...entry, story: { ...entry.story, tags } };
}

/**
 * A key for each story of a file: its title, so that a story keeps its row when another comes before it; several of one
 * title are counted. The one story of a file needs none, and keeps its row under a new title.
 * @param file names the file
 */
export function storyKeys(stories: readonly BankStory[], file: string): readonly string[] {
	const count = new Map<string, number>();
	return stories.map(({ story: { title } }) => {
		if (stories.length === 1) return file;
		const number = (count.get(title) ?? 0) + 1;
		count.set(title, number);
		return `${file}#${number}:${title}`;
	});
}
