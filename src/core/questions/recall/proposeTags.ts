import { thousandths } from '../../text/thousandths.ts';
import type { Lookups } from '../../framework/lookups.ts';
import type { Competency } from '../../framework/model.ts';
import { questionReader } from './readQuestion.ts';

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
	/** Whether another competency is about as likely. */
	readonly isUnsure: boolean;
}

/** What is told beyond this many sentences of a story is not needed to see what it is about. */
const maxSentences = 60;

/** A longer sentence does not fit into a row of a list, in UTF-16 code units. */
const maxReason = 100;

/**
 * A proposal is sure where the next one is that much less likely, as the logarithm of the odds: of
 * the stories of development such ones are right in 96 of 100, the others in 66.
 */
const clearLead = 1;

/**
 * Proposes a competency for each story: Find a Story the other way round.
 *
 * @returns a proposal for each story, in their order; undefined where no word points at an active competency
 */
export function proposeTags(
	stories: readonly UntaggedStory[],
	{ lookups }: { readonly lookups: Lookups },
): readonly (ProposedTag | undefined)[] {
	return stories.map((story) => {
		const sentences = readSentences(story, lookups);
		const [first, second] = rankedTags(story, lookups, sentences);
		return (
			first && {
				competency: first.competency,
				because: clearestSentences(sentences).get(first.competency.id) ?? cut(story.title),
				isUnsure: second !== undefined && first.sum - second.sum < clearLead,
			}
		);
	});
}

/** A competency with what a story says of it. */
export interface RankedTag {
	readonly competency: Competency;
	/** How much speaks for it beside the others. */
	readonly sum: number;
}

/**
 * The active competencies that a story speaks of, the one it speaks most of first: what a model of stories says of all
 * its words, and how likely each of its sentences would be as a question, multiplied and beside how likely sentences
 * of any story are. Measured on the first half of test/fixtures/stories-to-competencies.tsv.
 */
export function rankedTags(
	story: UntaggedStory,
	lookups: Lookups,
	sentences: readonly ReadSentence[] = readSentences(story, lookups),
): readonly RankedTag[] {
	const told = lookups.derive(questionReader).storyLogits(sentences.map(({ sentence }) => sentence));
	const found = sentences.map(({ likelihoods }) => likelihoods).filter(({ size }) => size > 0);
	if (told.size === 0 && found.length === 0) return [];
	return lookups.competencies.all
		.map((competency): RankedTag => {
			const own = found.map((likelihoods) => likelihoods.get(competency.id) ?? 0);
			const usual = usualShare * Math.log((usualLikelihoods[competency.id] ?? usualLikelihood) + leastLikelihood);
			const sum = own.reduce((total, likelihood) => total + Math.log(likelihood + leastLikelihood) - usual, 0);
			return {
				competency,
				sum: thousandths((told.get(competency.id) ?? 0) + (sentencesShare * sum) / Math.max(1, found.length)),
			};
		})
		.toSorted((a, b) => b.sum - a.sum);
}

/** What the sentences count beside the whole story. */
const sentencesShare = 0.5;
/** A single sentence that seems to be about something else does not rule a competency out. */
const leastLikelihood = 0.02;
/** How much of what any story would say is taken off. */
const usualShare = 0.75;

/** How likely a sentence of any story is to be taken for a question about each: by the stories of development. */
const usualLikelihoods: Readonly<Record<string, number>> = {
	ambiguity: 0.079,
	communication: 0.073,
	conflict: 0.089,
	'cross-team-alignment': 0.082,
	'customer-focus': 0.028,
	delivery: 0.074,
	'failure-learning': 0.065,
	mentorship: 0.065,
	operations: 0.116,
	'people-culture': 0.056,
	'technical-influence': 0.042,
	'technical-initiative': 0.107,
	'technical-judgement': 0.049,
};
/** The same for competencies of which it is not known. */
const usualLikelihood = 0.07;

/** A sentence of which it is less likely that it speaks of a competency is no reason. */
const minReason = 0.15;

/** For each competency the sentence that is likeliest to speak of it, as it fits into a row of a list. */
export function clearestSentences(sentences: readonly ReadSentence[]): ReadonlyMap<string, string> {
	const best = new Map<string, { readonly sentence: string; readonly likelihood: number }>();
	for (const { sentence, likelihoods } of sentences) {
		for (const [id, likelihood] of likelihoods) {
			if (likelihood < minReason || likelihood <= (best.get(id)?.likelihood ?? 0)) continue;
			best.set(id, { sentence, likelihood });
		}
	}
	return new Map([...best].map(([id, { sentence }]) => [id, cut(sentence)]));
}

/** A sentence of a story, with how likely it is that it speaks of each competency. */
export interface ReadSentence {
	readonly sentence: string;
	readonly likelihoods: ReadonlyMap<string, number>;
}

/** The sentences of a story by which it is judged, its title first. */
export function readSentences({ title, spoken }: UntaggedStory, lookups: Lookups): readonly ReadSentence[] {
	const reader = lookups.derive(questionReader);
	return [title, ...spoken]
		.flatMap((text) => text.split(/(?<=[.!?])\s+|(?<=[。！？])|\n/u))
		.map((sentence) => sentence.trim())
		.filter(Boolean)
		.slice(0, maxSentences)
		.map((sentence) => ({ sentence, likelihoods: reader.likelihoods(sentence) }));
}

/** A sentence as it fits into a row of a list. */
function cut(sentence: string): string {
	if (sentence.length <= maxReason) return sentence;
	const start = sentence.slice(0, maxReason);
	const words = start.slice(0, Math.max(start.lastIndexOf(' '), maxReason / 2));
	return `${words.replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
