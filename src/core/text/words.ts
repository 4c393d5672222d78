/** A number with what it counts, such as `1 story` or `3 stories`. */
export function plural(number: number, one: string, many = `${one}s`): string {
	return `${number} ${number === 1 ? one : many}`;
}

/** Words with a capital at their beginning. */
export function capitalised(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A message quotes no more of an author's text, in UTF-16 code units. */
const maxQuoteLength = 40;

/** A text on one line, with one space for any white space. U+FEFF is none to whoever reads it: nobody sees it. */
export function oneLine(text: string): string {
	return text.replaceAll('\uFEFF', '').replaceAll(/\s+/gu, ' ').trim();
}

/** The beginning of a text, on one line, as a message quotes it. */
export function shorten(text: string): string {
	const line = oneLine(text);
	return line.length > maxQuoteLength ? `${line.slice(0, maxQuoteLength).trimEnd()}…` : line;
}

/** A set of the words in a list with spaces between them, which reads better than a list of strings. */
export function wordSet(words: string): ReadonlySet<string> {
	return new Set(words.split(' '));
}

/** Words that end in a full stop and do not end a sentence. */
const abbreviations = /(?:^|[\s("“])(?:e\.g|i\.e|vs|dr|mr|mrs|ms|prof|approx|st|cf|no|etc)\.\s*$/iu;

let segmenter: Intl.Segmenter | undefined;

/**
 * Splits prose into sentences, as Unicode does (UAX #29), but for the abbreviations it does not know.
 *
 * @param prose plain text; a line break ends a sentence
 */
export function sentencesOf(prose: string): readonly string[] {
	segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
	return prose.split('\n').flatMap((paragraph) => {
		const sentences: string[] = [];
		let open = '';
		for (const { segment } of (segmenter as Intl.Segmenter).segment(paragraph)) {
			// `"Who pays?" got a shrug`: what goes on in lower case began before.
			if (open === '' && /^\p{Ll}/u.test(segment)) open = `${sentences.pop() ?? ''} `;
			open += segment;
			if (abbreviations.test(open)) continue;
			sentences.push(open.trim());
			open = '';
		}
		if (open.trim() !== '') sentences.push(open.trim());
		return sentences.filter(Boolean);
	});
}
