import type { Lookups } from '../../framework/lookups.ts';
import { cut, rankedTags, type ReadSentence, readSentences, type UntaggedStory } from '../recall/proposeTags.ts';
import type { Spoken } from './tries.ts';

/** What the words of a story say of competencies, by their ids; plain data. */
export type SpokenOfStory = readonly (readonly [competency: string, spoken: Spoken])[];

/** A sentence of which it is less likely that it speaks of a competency is no reason. */
const minLikelihood = 0.15;

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

/** For each competency the sentence that is likeliest to speak of it. */
function clearestSentences(sentences: readonly ReadSentence[]): ReadonlyMap<string, string> {
	const best = new Map<string, { readonly sentence: string; readonly likelihood: number }>();
	for (const { sentence, likelihoods } of sentences) {
		for (const [id, likelihood] of likelihoods) {
			if (likelihood < minLikelihood || likelihood <= (best.get(id)?.likelihood ?? 0)) continue;
			best.set(id, { sentence, likelihood });
		}
	}
	return new Map([...best].map(([id, { sentence }]) => [id, cut(sentence)]));
}
