import { spokenSeconds } from '../language/spoken.ts';

/**
 * How long it takes to say so many words.
 * @param wordsPerMinute the speaker's rate
 * @returns such as `45 s` or `2 min 10 s`, to the nearest five seconds
 */
export function spokenTime(words: number, wordsPerMinute: number | undefined): string {
	const seconds = Math.round(spokenSeconds(words, wordsPerMinute) / 5) * 5;
	const minutes = Math.floor(seconds / 60);
	const rest = seconds % 60;
	if (minutes === 0) return `${rest} s`;
	return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}
