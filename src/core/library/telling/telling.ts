import type { SectionKind } from '../../framework/sectionKind.ts';
import { durationText, maxTellingSeconds, spokenSeconds } from '../../rules/english/spokenTime.ts';
import type { FullStory } from '../../story/model.ts';

/** How long a story is told: in half a minute, in one and a half, or as it is written. */
export const tellingLengths = ['30', '90', 'whole'] as const;
export type TellingLength = (typeof tellingLengths)[number];

/** How a length is named to its author. */
export const lengthNames: Readonly<Record<TellingLength, string>> = { 30: '30 s', 90: '90 s', whole: 'Whole' };

/** How long a telling of each length takes at most, in seconds, by the product's definition. */
export const maxSecondsOf: Readonly<Record<TellingLength, number>> = { 30: 30, 90: 90, whole: maxTellingSeconds };

/** A story told in one of the lengths, out of its author's own sentences and no others. Plain data. */
export interface Telling {
	readonly length: TellingLength;
	/** Whether the author wrote it for this length, under `In short`. */
	readonly isOwn?: true;
	/** A part for each section, in the order of the text; what the author wrote for this length has no name. */
	readonly parts: readonly TellingPart[];
	/** How long it takes to say. */
	readonly seconds: number;
	/** Whether that is more than its length. */
	readonly isOver?: true;
}

export interface TellingPart {
	readonly kind?: SectionKind;
	/** One line a paragraph. */
	readonly text: string;
}

/** @param words how many of them are said aloud */
export function telling(
	length: TellingLength,
	parts: readonly TellingPart[],
	words: number,
	wordsPerMinute: number | undefined,
): Telling {
	const seconds = spokenSeconds(words, wordsPerMinute);
	return { length, parts, seconds, ...(seconds > maxSecondsOf[length] && { isOver: true }) };
}

/** What the author wrote under `In short`; undefined where that is nothing. */
export function ownInShort({ sides }: Pick<FullStory, 'sides'>, wordsPerMinute?: number): Telling | undefined {
	const written = sides.filter(({ kind, spoken }) => kind === 'in-short' && spoken !== '');
	if (written.length === 0) return undefined;
	const text = written.map(({ spoken }) => spoken).join('\n');
	const words = written.reduce((sum, side) => sum + side.words, 0);
	return { ...telling('30', [{ text }], words, wordsPerMinute), isOwn: true };
}

/** A telling as plain text, for the clipboard. */
export function tellingText({ parts }: Telling): string {
	return parts.map(({ text }) => text).join('\n\n');
}

/** How long it takes to tell, such as `25 s`; `45 s, over 30 s` where that is too long. */
export function tellingTime({ length, seconds, isOver }: Telling): string {
	if (isOver) return `${durationText(Math.ceil(seconds))}, over ${durationText(maxSecondsOf[length])}`;
	return durationText(Math.max(5, Math.round(seconds / 5) * 5));
}
