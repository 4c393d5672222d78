import { type SectionKind, sectionKinds, starKinds } from '../../framework/sectionKind.ts';
import type { Document } from '../../story/document.ts';
import type { ParsedStory } from '../../story/model.ts';

/**
 * Words a minute at which a story is told unless the settings say otherwise: the average rate of English speakers in
 * conversation in the USA, according to the National Center for Voice and Speech (cited by L. B. Marshall, "How Fast Do
 * I Speak?", 2014, with 145–160 for speakers on a stage and 150–160 for recorded books).
 */
export const defaultWordsPerMinute = 150;

/** How long a story takes at least when it is told, in seconds, by the product's definition. */
export const minTellingSeconds = 45;

/** How long a story takes at most when it is told, in seconds, by the product's definition. */
export const maxTellingSeconds = 180;

/** How many words of a story are said aloud, in all and per section. Sections of one kind are added up. */
export interface SpokenWords {
	readonly total: number;
	readonly of: Readonly<Record<SectionKind, number>>;
}

/** Counts the words of a story that are said aloud: no code blocks, headings, comments or front matter. */
export function spokenWords(
	{ passages }: Pick<Document, 'passages'>,
	{ sections }: Pick<ParsedStory, 'sections'>,
): SpokenWords {
	const of = wordsOf(sections.map((section) => ({ kind: section.kind, words: passages.of(section).words })));
	return { total: sumOf(of, sectionKinds), of };
}

/**
 * The share of some sections in Situation, Task, Action and Result together, in whole percent: what the balance of a
 * story is judged by, so that every view gives the same number. The plus is not part of the balance. The shares of the
 * four come to 100, and that of two is the sum of both: what is left by rounding down goes where most was lost.
 *
 * @param of the words of the story, per section
 * @param kinds the sections whose share is wanted; the plus has none
 */
export function shareOf(of: SpokenWords['of'], kinds: readonly SectionKind[]): number {
	const all = sumOf(of, starKinds);
	if (all === 0) return 0;
	const shares = starKinds.map((kind) => {
		const exact = (of[kind] * 100) / all;
		return { kind, whole: Math.floor(exact), lost: exact - Math.floor(exact) };
	});
	const missing = 100 - shares.reduce((sum, { whole }) => sum + whole, 0);
	const roundedUp = new Set(shares.toSorted((a, b) => b.lost - a.lost).slice(0, missing));
	return shares
		.filter(({ kind }) => kinds.includes(kind))
		.reduce((sum, share) => sum + share.whole + (roundedUp.has(share) ? 1 : 0), 0);
}

/** The words of a story per section, from sections that have been counted. Sections of one kind are added up. */
export function wordsOf(
	sections: readonly { readonly kind: SectionKind; readonly words: number }[],
): SpokenWords['of'] {
	const of = { situation: 0, task: 0, action: 0, result: 0, learnings: 0 };
	for (const { kind, words } of sections) of[kind] += words;
	return of;
}

function sumOf(of: SpokenWords['of'], kinds: readonly SectionKind[]): number {
	return kinds.reduce((sum, kind) => sum + of[kind], 0);
}

/**
 * How long it takes to say a number of words, in seconds.
 *
 * @param wordsPerMinute the speaker's rate; the default where it is not a positive number
 */
export function spokenSeconds(words: number, wordsPerMinute: number = defaultWordsPerMinute): number {
	return (words * 60) / (wordsPerMinute > 0 ? wordsPerMinute : defaultWordsPerMinute);
}

/**
 * How long it takes to say a number of words, for people to read.
 *
 * @param wordsPerMinute the speaker's rate; the default where it is not a positive number
 * @returns such as `45 s` or `2 min 10 s`, to the nearest five seconds; `under 5 s` for a few words
 */
export function spokenTime(words: number, wordsPerMinute: number | undefined): string {
	const [minutes, rest] = minutesAndSeconds(words, wordsPerMinute);
	if (minutes === 0) return rest === 0 && words > 0 ? 'under 5 s' : `${rest} s`;
	return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

/**
 * The same time where there is little room.
 *
 * @returns such as `0:45` or `2:10`
 */
export function spokenClock(words: number, wordsPerMinute: number | undefined): string {
	const [minutes, rest] = minutesAndSeconds(words, wordsPerMinute);
	return `${minutes}:${String(rest).padStart(2, '0')}`;
}

/** A duration in seconds, to the second, such as `2 min 5 s`. */
export function durationText(seconds: number): string {
	const minutes = Math.floor(seconds / 60);
	const rest = Math.round(seconds % 60);
	if (minutes === 0) return `${rest} s`;
	return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

/** To the nearest five seconds. */
function minutesAndSeconds(words: number, wordsPerMinute: number | undefined): readonly [number, number] {
	const seconds = Math.round(spokenSeconds(words, wordsPerMinute) / 5) * 5;
	return [Math.floor(seconds / 60), seconds % 60];
}
