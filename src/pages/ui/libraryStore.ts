import { questionWords } from '../../core/framework/lookups.ts';
import type { MatrixStory } from '../../core/library/matrix/matrixStory.ts';
import { storyKey } from '../../core/library/storyIndex.ts';
import type { MatrixChange } from '../protocol/matrix.ts';

/**
 * The stories as the host tells them, and as they will be once the changes that wait have been made: a click shows at
 * once, and is taken back where it could not be done.
 */
export class LibraryStore {
	readonly #known = new Map<string, MatrixStory>();
	readonly #assumed = new Map<string, MatrixStory>();
	#stories: readonly MatrixStory[] | undefined;

	/** The same array as long as nothing changes. */
	get stories(): readonly MatrixStory[] {
		this.#stories ??= [...this.#known].map(([key, story]) => this.#assumed.get(key) ?? story);
		return this.#stories;
	}

	get(key: string): MatrixStory | undefined {
		return this.#assumed.get(key) ?? this.#known.get(key);
	}

	replace(stories: readonly MatrixStory[]): void {
		this.#known.clear();
		this.#assumed.clear();
		this.update(stories, []);
	}

	update(changed: readonly MatrixStory[], gone: readonly string[]): void {
		for (const story of changed) this.#known.set(storyKey(story), story);
		for (const key of gone) this.#known.delete(key);
		for (const key of [...changed.map(storyKey), ...gone]) this.#assumed.delete(key);
		this.#stories = undefined;
	}

	assume(story: MatrixStory, change: MatrixChange): void {
		this.#assumed.set(storyKey(story), withChange(story, change));
		this.#stories = undefined;
	}

	/** Takes back what was assumed of a story. */
	retract(key: string): void {
		this.#assumed.delete(key);
		this.#stories = undefined;
	}
}

function withChange(entry: MatrixStory, change: MatrixChange): MatrixStory {
	const { story } = entry;
	switch (change.kind) {
		case 'tag':
			return {
				...entry,
				story: { ...story, tags: [...story.tags, { text: change.competency, competency: change.competency }] },
			};
		case 'untag':
			return {
				...entry,
				story: { ...story, tags: story.tags.filter(({ competency }) => competency !== change.tag) },
			};
		case 'set':
			return { ...entry, story: { ...story, details: { ...story.details, strength: change.value } } };
		case 'clear': {
			const { strength: _, ...details } = story.details;
			return { ...entry, story: { ...story, details } };
		}
		case 'answer':
			return withQuestions(entry, [...(story.details.questions ?? []), change.question]);
		case 'unanswer': {
			const names = new Set([change.question, change.text].map(questionWords));
			return withQuestions(
				entry,
				(story.details.questions ?? []).filter((each) => !names.has(questionWords(each))),
			);
		}
	}
}

function withQuestions(entry: MatrixStory, questions: readonly string[]): MatrixStory {
	const { story } = entry;
	return { ...entry, story: { ...story, details: { ...story.details, questions } } };
}
