/** A set of the words in a list with spaces between them, which reads better than a list of strings. */
export function wordSet(words: string): ReadonlySet<string> {
	return new Set(words.split(' '));
}
