import { questionWords } from '../../core/framework/lookups.ts';
import type { MatrixStory } from '../../core/library/matrix/matrixStory.ts';
import { type StoryLocation, storyKey } from '../../core/library/storyIndex.ts';
import type { MatrixChange } from '../protocol/matrix.ts';

/**
 * The stories of the library as the host sends them, with the changes that the host has yet to make: a click shows its
 * effect at once, and a change that could not be made is taken back.
 */
export class LibraryStore {
	readonly #known = new Map<string, MatrixStory>();
	readonly #assumed = new Map<string, MatrixStory>();
	#stories: readonly MatrixStory[] | undefined;

	/** The same array until something changes. */
	get stories(): readonly MatrixStory[] {
		this.#stories ??= [...this.#known].map(([key, story]) => this.#assumed.get(key) ?? story);
		return this.#stories;
	}

	replace(stories: readonly MatrixStory[]): void {
		this.#known.clear();
		this.#assumed.clear();
		this.update(stories, []);
	}

	update(stories: readonly MatrixStory[], gone: readonly string[]): void {
		for (const story of stories) this.#known.set(storyKey(story), story);
		for (const key of gone) this.#known.delete(key);
		for (const key of [...stories.map(storyKey), ...gone]) this.#assumed.delete(key);
		this.#stories = undefined;
	}

	/** Shows a change before the host has made it; the host's next word on the story replaces it. */
	assume(story: StoryLocation, change: MatrixChange): void {
		const known = this.get(story);
		if (known) this.#assumed.set(storyKey(story), changed(known, change));
		this.#stories = undefined;
	}

	/** A story as it is, with what is assumed of it. */
	get({ file, index }: StoryLocation): MatrixStory | undefined {
		const key = storyKey({ file, index });
		return this.#assumed.get(key) ?? this.#known.get(key);
	}

	/** Takes back an assumed change. */
	retract(key: string): void {
		this.#assumed.delete(key);
		this.#stories = undefined;
	}
}

function changed(entry: MatrixStory, change: MatrixChange): MatrixStory {
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
				story: {
					...story,
					tags: story.tags.filter(({ competency, text }) => (competency ?? text) !== change.tag),
				},
			};
		case 'set':
			return {
				...entry,
				story: {
					...story,
					details: {
						...story.details,
						...(change.field === 'status' ? { status: change.value } : { strength: change.value }),
					},
				},
			};
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
