import { thousandths } from '../../text/thousandths.ts';
import { type FullLibraryStory, storyKey } from '../../library/storyIndex.ts';
import { termsOf, wordsOf } from './terms.ts';
import { inverseFrequency, WordSearch } from './wordSearch.ts';

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

/** What is searched of a story; `spoken` are the words of its sections as they are said. */
type Field = 'title' | 'metrics' | 'spoken';

/** What a word of the title counts beside one that is told. */
const titleShare = 2;

/** The words of every story, ready to be searched; follows the library a few stories at a time. */
export class StoryTexts {
	readonly #search = new WordSearch<string, Field>(['title', 'metrics', 'spoken']);
	readonly #known = new Map<string, FullLibraryStory['story']>();

	/**
	 * Takes in what has changed since the last time.
	 *
	 * @param stories all of the library; a story is read again only where its analysis is another
	 * @param maxStories how many to read this time, so that nobody has to wait for all of a large library
	 * @returns whether everything is taken in
	 */
	refresh(stories: readonly FullLibraryStory[], maxStories = Infinity): boolean {
		const wanted = new Map(stories.map((story) => [storyKey(story), story.story]));
		for (const [key, story] of this.#known) {
			if (wanted.get(key) === story) continue;
			this.#search.delete(key);
			this.#known.delete(key);
		}
		let left = maxStories;
		for (const [key, story] of wanted) {
			if (this.#known.has(key)) continue;
			if (left-- <= 0) return false;
			this.#search.set(key, textsOf(story));
			this.#known.set(key, story);
		}
		return true;
	}

	/** The stories that have words of a question, by {@link storyKey}. */
	search(question: string): ReadonlyMap<string, TextMatch> {
		const words = wordsOf(question);
		const found = this.#search.search(question, { boost: { title: 2, metrics: 1.5 } });
		const best = found[0]?.score ?? 1;
		const rarities = this.#raritiesOf(
			question,
			found.map(({ terms }) => terms),
		);
		const asked = sumOf([...rarities.values()]);
		return new Map(
			found.map(({ id, score, terms, fieldsWith }): [string, TextMatch] => {
				const had = terms.flatMap((term) => words.get(term) ?? []);
				const rarity = sumOf(
					terms.map(
						(term) => (rarities.get(term) ?? 0) * (fieldsWith(term).includes('title') ? titleShare : 1),
					),
				);
				return [
					id,
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

	/** How telling each term of a question is among the stories. */
	#raritiesOf(question: string, found: readonly (readonly string[])[]): ReadonlyMap<string, number> {
		const counts = new Map([...new Set(termsOf(question))].map((term) => [term, 0]));
		for (const term of found.flat()) counts.set(term, (counts.get(term) ?? 0) + 1);
		return new Map([...counts].map(([term, count]) => [term, inverseFrequency(count, this.#known.size)]));
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

function textsOf({ title, details, sections }: FullLibraryStory['story']): Readonly<Record<Field, string>> {
	return {
		title,
		metrics: (details.metrics ?? []).map(({ value }) => value).join('\n'),
		spoken: sections.map(({ spoken }) => spoken).join('\n'),
	};
}

function sumOf(numbers: readonly number[]): number {
	return numbers.reduce((sum, each) => sum + each, 0);
}
