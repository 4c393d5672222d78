import type { CompetencyProbe } from '../model.ts';

/**
 * A follow-up question as the built-in lists write it.
 *
 * @param text asks for what few stories tell: what would have been, or what is today
 * @param words of stories, with commas between them; see {@link CompetencyProbe}
 */
export function probe(text: string, words: { readonly when?: string; readonly unless?: string } = {}): CompetencyProbe {
	const { when, unless } = words;
	return { text, ...(when && { when: when.split(', ') }), ...(unless && { unless: unless.split(', ') }) };
}
