import { thousandths } from '../../text/thousandths.ts';
import type MiniSearch from 'minisearch';
import { type FullLibraryStory, storyKey } from '../../library/storyIndex.ts';
import { searchable, termsOf, wordsOf } from './terms.ts';

/** How a story's own words answer to those of a question. */
export interface TextMatch {
	/** Beside the story that answers to them best: 0 to 1, which that one has. */
	readonly share: number;
	/** How much of the question the story has, 0 to 1: the part of its telling words. */
	readonly part: number;
	/**
	 * The same where a word counts the more the fewer of the stories have it, and a group of the thesaurus as a word
	 * does; above 1 where the title has such words.
	 */
	readonly rarity: number;
	/** The words of the question that the story has, as the question writes them. */
	readonly words: readonly string[];
}

interface Entry {
	readonly id: string;
	readonly title: string;
	readonly metrics: string;
	/** The words of its sections as they are said. */
	readonly spoken: string;
}

/** What a word of the title counts beside one that is told. */
const titleShare = 2;

/** The words of every story, ready to be searched; follows the library a few stories at a time. */
export class StoryTexts {
	readonly #search: MiniSearch<Entry> = searchable<Entry>(['title', 'metrics', 'spoken']);
	readonly #known = new Map<string, { readonly story: FullLibraryStory['story']; readonly entry: Entry }>();

	/**
	 * Takes in what has changed since the last time.
	 *
	 * @param stories all of the library; a story is read again only where its analysis is another
	 * @param maxStories how many to read this time, so that nobody has to wait for all of a large library
	 * @returns whether everything is taken in
	 */
	refresh(stories: readonly FullLibraryStory[], maxStories = Infinity): boolean {
		const wanted = new Map(stories.map((story) => [storyKey(story), story.story]));
		for (const [key, { story, entry }] of this.#known) {
			if (wanted.get(key) === story) continue;
			// Not `discard`: what a search then finds would depend on what the index held before.
			this.#search.remove(entry);
			this.#known.delete(key);
		}
		let left = maxStories;
		for (const [key, story] of wanted) {
			if (this.#known.has(key)) continue;
			if (left-- <= 0) return false;
			const entry = entryOf(key, story);
			this.#search.add(entry);
			this.#known.set(key, { story, entry });
		}
		return true;
	}

	/** The stories that have words of a question, by {@link storyKey}. */
	search(question: string): ReadonlyMap<string, TextMatch> {
		const words = wordsOf(question);
		const found = this.#search.search(question, { boost: { title: 2, metrics: 1.5 }, fuzzy: false });
		const best = found[0]?.score ?? 1;
		const rarities = this.#raritiesOf(
			question,
			found.map(({ queryTerms }) => queryTerms),
		);
		const asked = sumOf([...rarities.values()]);
		return new Map(
			found.map(({ id, score, queryTerms, match }): [string, TextMatch] => {
				const had = queryTerms.flatMap((term) => words.get(term) ?? []);
				const rarity = sumOf(
					queryTerms.map(
						(term) => (rarities.get(term) ?? 0) * (match[term]?.includes('title') ? titleShare : 1),
					),
				);
				return [
					id as string,
					{
						share: thousandths(score / best),
						part: words.size === 0 ? 0 : had.length / words.size,
						rarity: asked === 0 ? 0 : thousandths(rarity / asked),
						words: had,
					},
				];
			}),
		);
	}

	/** How telling each term of a question is among the stories: its inverse document frequency, as BM25 has it. */
	#raritiesOf(question: string, found: readonly (readonly string[])[]): ReadonlyMap<string, number> {
		const counts = new Map([...new Set(termsOf(question))].map((term) => [term, 0]));
		for (const term of found.flat()) counts.set(term, (counts.get(term) ?? 0) + 1);
		const stories = this.#known.size;
		return new Map(
			[...counts].map(([term, count]) => [term, Math.log(1 + (stories - count + 0.5) / (count + 0.5))]),
		);
	}
}

/**
 * How much two texts ask the same, 0 to 1: the terms they share among all of theirs (Jaccard's index).
 *
 * @param a as {@link termSet} has it: a text that is compared with many is taken apart once
 */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	const shared = [...a].filter((term) => b.has(term)).length;
	const all = a.size + b.size - shared;
	return all === 0 ? 0 : shared / all;
}

/** The terms of a text, each once. */
export function termSet(text: string): ReadonlySet<string> {
	return new Set(termsOf(text));
}

function entryOf(id: string, { title, details, sections }: FullLibraryStory['story']): Entry {
	return {
		id,
		title,
		metrics: (details.metrics ?? []).map(({ value }) => value).join('\n'),
		spoken: sections.map(({ spoken }) => spoken).join('\n'),
	};
}

function sumOf(numbers: readonly number[]): number {
	return numbers.reduce((sum, each) => sum + each, 0);
}
