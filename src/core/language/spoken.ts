/**
 * Words a minute at which a story is told unless the settings say otherwise: the average rate of English speakers in
 * conversation in the USA, according to the National Center for Voice and Speech (cited by L. B. Marshall, "How Fast Do
 * I Speak?", 2014, with 145–160 for speakers on a stage and 150–160 for recorded books).
 */
export const defaultWordsPerMinute = 150;

/**
 * How long a number of words takes to say, in seconds.
 * @param wordsPerMinute the speaker's rate; the default where it is not a positive number
 */
export function spokenSeconds(words: number, wordsPerMinute: number = defaultWordsPerMinute): number {
	return (words * 60) / (wordsPerMinute > 0 ? wordsPerMinute : defaultWordsPerMinute);
}
