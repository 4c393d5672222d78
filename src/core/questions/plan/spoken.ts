import type { Lookups } from '../../framework/lookups.ts';
import { clearestSentences, rankedTags, readSentences, type UntaggedStory } from '../recall/proposeTags.ts';
import type { Spoken } from './tries.ts';

/** What the words of a story say of competencies, by their ids; plain data. */
export type SpokenOfStory = readonly (readonly [competency: string, spoken: Spoken])[];

/** How fast the share falls with the logarithm of the odds: 0.15 less, where a proposal is unsure, is a seventh less. */
const steepness = 1;

/** What the words of each story say of the competencies of the active frameworks, the foremost first. */
export function spokenOfStories(
	stories: readonly UntaggedStory[],
	{ lookups }: { readonly lookups: Lookups },
): readonly SpokenOfStory[] {
	return stories.map((story) => {
		const sentences = readSentences(story, lookups);
		const ranked = rankedTags(story, lookups, sentences);
		// The title stands beside the reason, and is none.
		const reasons = clearestSentences(sentences.filter(({ sentence }) => sentence !== story.title));
		const highest = ranked[0]?.sum ?? 0;
		return ranked.map(({ competency: { id }, sum }): readonly [string, Spoken] => {
			const because = reasons.get(id);
			const share = Math.round(Math.exp((sum - highest) * steepness) * 100) / 100;
			return [id, { share, ...(because !== undefined && { because }) }];
		});
	});
}
