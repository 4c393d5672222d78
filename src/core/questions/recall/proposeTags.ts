import type { Lookups } from '../../framework/lookups.ts';
import type { Competency } from '../../framework/model.ts';
import { questionIndex } from './questionIndex.ts';

/** A story whose words are to say what it proves. */
export interface UntaggedStory {
	readonly title: string;
	/** The words of its sections as they are said. */
	readonly spoken: readonly string[];
}

/** The competency that the words of a story point at, and the sentence that does so most clearly. */
export interface ProposedTag {
	readonly competency: Competency;
	/** A sentence of the story, or its title; cut at a word where it is long. */
	readonly because: string;
}

/** What is told beyond this many sentences of a story is not needed to see what it is about. */
const maxSentences = 60;

/** A longer sentence does not fit into a row of a list, in UTF-16 code units. */
const maxReason = 100;

/**
 * Proposes a competency for each story: Find a Story the other way round. Each sentence is asked which competencies it
 * speaks of, as a question would be, and those that more of the story speaks of come first. Measured on the 141 tagged
 * English stories of test/fixtures and the four competencies of `staff`: the first proposal is a tag of the story in 57
 * of 100, one of the first two in 82; in the sample bank in 86. Asking with all words at once gave 51.
 *
 * @returns a proposal for each story, in their order; undefined where no word points at an active competency
 */
export function proposeTags(
	stories: readonly UntaggedStory[],
	{ lookups }: { readonly lookups: Lookups },
): readonly (ProposedTag | undefined)[] {
	return stories.map((story) => proposedTag(story, lookups));
}

function proposedTag({ title, spoken }: UntaggedStory, lookups: Lookups): ProposedTag | undefined {
	const index = lookups.derive(questionIndex);
	const sentences = [title, ...spoken]
		.flatMap((text) => text.split(/(?<=[.!?])\s+|(?<=[。！？])|\n/u))
		.map((sentence) => sentence.trim())
		.filter(Boolean)
		.slice(0, maxSentences);
	const sums = new Map<string, number>();
	const clearest = new Map<string, { readonly sentence: string; readonly lead: number }>();
	for (const sentence of sentences) {
		const spokenOf = index.competenciesOf(sentence).filter(({ active }) => active);
		for (const { competency, likelihood } of spokenOf) {
			sums.set(competency.id, (sums.get(competency.id) ?? 0) + likelihood);
			const others = spokenOf.filter((other) => other.competency !== competency);
			const lead = likelihood - Math.max(0, ...others.map((other) => other.likelihood));
			if (lead > (clearest.get(competency.id)?.lead ?? -1)) clearest.set(competency.id, { sentence, lead });
		}
	}
	let best: Competency | undefined;
	for (const competency of lookups.competencies.all) {
		// Sums of fractions differ in their last digits with the order of adding.
		if ((sums.get(competency.id) ?? 0) > (best ? (sums.get(best.id) ?? 0) : 0) + 1e-6) best = competency;
	}
	return best && { competency: best, because: cut(clearest.get(best.id)?.sentence ?? title) };
}

function cut(sentence: string): string {
	if (sentence.length <= maxReason) return sentence;
	const start = sentence.slice(0, maxReason);
	const words = start.slice(0, Math.max(start.lastIndexOf(' '), maxReason / 2));
	return `${words.replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
