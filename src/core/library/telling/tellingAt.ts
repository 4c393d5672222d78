import type { SectionKind } from '../../framework/sectionKind.ts';
import { spokenSeconds } from '../../rules/english/spokenTime.ts';
import type { FullStory } from '../../story/model.ts';
import { wordsInPlainText } from '../../story/spokenPlain.ts';
import { chooseSentences } from './chooseSentences.ts';
import { hasNumber, leadSentence } from './leadSentence.ts';
import {
	maxSecondsOf,
	ownInShort,
	type Telling,
	telling,
	type TellingLength,
	tellingLengths,
	type TellingPart,
} from './telling.ts';
import {
	joined,
	sentencesOfKind,
	toldSections,
	type ToldSection,
	type ToldSentence,
	toldSentences,
} from './toldSentences.ts';

/**
 * Tells a story in one of the lengths.
 *
 * @param wordsPerMinute the speaker's rate; the usual one where it is not a positive number
 * @returns undefined where nothing is told yet, or no sentence is short enough
 */
export function tellingAt(story: FullStory, length: TellingLength, wordsPerMinute?: number): Telling | undefined {
	if (length === '30') return inShort(story, wordsPerMinute);
	const sections = toldSections(story);
	const sentences = toldSentences(sections);
	const chosen =
		length === 'whole'
			? sentences
			: chooseSentences(sections, sentences, lasting(maxSecondsOf[length], wordsPerMinute));
	return chosen.length === 0 ? undefined : told(partsOf(chosen, sections), length, wordsPerMinute);
}

/** The story in each of the lengths for which it has sentences, the shortest first. */
export function tellingsOf(story: FullStory, wordsPerMinute?: number): readonly Telling[] {
	return tellingLengths.flatMap((length) => tellingAt(story, length, wordsPerMinute) ?? []);
}

/**
 * The story in half a minute: what stands under `In short`, else a proposal of the sentence to open with, the main
 * action and the headline number. Where these are too long together, others of the same sections stand in for them.
 *
 * @returns undefined where the author wrote none and no sentence is short enough
 */
export function inShort(story: FullStory, wordsPerMinute?: number): Telling | undefined {
	const own = ownInShort(story, wordsPerMinute);
	if (own) return own;
	const sections = toldSections(story);
	const sentences = toldSentences(sections);
	const of = (kind: SectionKind) => sentencesOfKind(sentences, sections, kind);
	const hasRoom = lasting(maxSecondsOf['30'], wordsPerMinute);
	const headlines = of('result').filter(({ text }) => hasNumber(text));
	const metric = story.details.metrics?.[0]?.value;
	// Behind all sections, and so at the end.
	const listed = metric === undefined ? [] : [{ text: metric, section: sections.length, paragraph: 0 }];
	const numbers = [...(headlines.length > 0 ? headlines : listed), ...of('result')];
	const chosen = bestOf([ledBy('action', of('action')), numbers, of('situation')], hasRoom);
	const ordered = [...sentences, ...listed].filter((sentence) => chosen.includes(sentence));
	return ordered.length === 0 ? undefined : told(partsOf(ordered, sections), '30', wordsPerMinute);
}

function told(parts: readonly TellingPart[], length: TellingLength, wordsPerMinute: number | undefined): Telling {
	const words = Math.ceil(parts.reduce((sum, { text }) => sum + wordsInPlainText(text), 0));
	return telling(length, parts, words, wordsPerMinute);
}

function partsOf(chosen: readonly ToldSentence[], sections: readonly ToldSection[]): readonly TellingPart[] {
	const places = [...new Set(chosen.map(({ section }) => section))];
	return places.map((place) => ({
		kind: sections[place]?.kind ?? 'result',
		text: joined(
			chosen.filter(({ section }) => section === place),
			'\n',
		),
	}));
}

/** Whether sentences can be said within a time. */
function lasting(seconds: number, wordsPerMinute: number | undefined): (sentences: readonly ToldSentence[]) => boolean {
	const words = new Map<ToldSentence, number>();
	const wordsIn = (sentence: ToldSentence) => {
		const known = words.get(sentence) ?? wordsInPlainText(sentence.text);
		words.set(sentence, known);
		return known;
	};
	return (sentences) =>
		spokenSeconds(Math.ceil(sentences.reduce((sum, each) => sum + wordsIn(each), 0)), wordsPerMinute) <= seconds;
}

/** Sentences of a section with the one in front that the cue card shows. */
function ledBy(kind: SectionKind, sentences: readonly ToldSentence[]): readonly ToldSentence[] {
	const lead = leadSentence(
		kind,
		sentences.map(({ text }) => text),
	);
	const first = sentences.find(({ text }) => text === lead);
	return first ? [first, ...sentences.filter((each) => each !== first)] : sentences;
}

/** How many sentences are tried in each place. */
const maxTried = 4;

/**
 * One sentence of each list where there is room for it: of all ways to choose the one that fills most places, and of
 * those the one with the foremost sentences, of the first lists before the later ones.
 */
function bestOf(
	lists: readonly (readonly ToldSentence[])[],
	hasRoom: (sentences: readonly ToldSentence[]) => boolean,
): readonly ToldSentence[] {
	type Way = { readonly chosen: readonly ToldSentence[]; readonly cost: number };
	/** More than any sum of ranks. */
	const missing = lists.length * maxTried;
	const ways = lists.reduce<readonly Way[]>(
		(before, list) =>
			before.flatMap(({ chosen, cost }): readonly Way[] => [
				...[...new Set(list)]
					.filter((sentence) => !chosen.includes(sentence))
					.slice(0, maxTried)
					.map((sentence, rank) => ({ chosen: [...chosen, sentence], cost: cost + rank })),
				{ chosen, cost: cost + missing },
			]),
		[{ chosen: [], cost: 0 }],
	);
	const possible = ways.filter(({ chosen }) => hasRoom(chosen));
	return possible.toSorted((a, b) => a.cost - b.cost)[0]?.chosen ?? [];
}
