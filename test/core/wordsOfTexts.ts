/** The words of a text, in order. */
export function wordsOf(text: string): readonly string[] {
	return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Those of some words that are not among others, each as often as it is missing. */
export function missingWords(words: readonly string[], others: readonly string[]): readonly string[] {
	const left = new Map<string, number>();
	for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
	return words.filter((word) => {
		const count = left.get(word) ?? 0;
		left.set(word, count - 1);
		return count <= 0;
	});
}
