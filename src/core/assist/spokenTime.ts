import type { Story } from '../story/model.ts';

/**
 * Words a minute of somebody who tells a story: 150 is the middle of the 140–160 that the National Center for Voice and
 * Speech gives for conversational American English. A setting takes its place.
 */
export const defaultWordsPerMinute = 150;

/** How many words a story has when it is told. */
export function storyWords({ sections }: Pick<Story, 'sections'>): number {
	return sections.reduce((sum, { words }) => sum + words, 0);
}

/**
 * How long it takes to say so many words.
 * @param wordsPerMinute over zero
 * @returns such as `45 s` or `2 min 10 s`, to the nearest five seconds
 */
export function spokenTime(words: number, wordsPerMinute: number): string {
	const seconds = Math.round(((words / wordsPerMinute) * 60) / 5) * 5;
	const minutes = Math.floor(seconds / 60);
	const rest = seconds % 60;
	if (minutes === 0) return `${rest} s`;
	return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}
