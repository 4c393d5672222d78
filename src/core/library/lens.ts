import { type CompetencyLookup, createLookup } from '../framework/lookups.ts';
import type { Competency, Framework } from '../framework/model.ts';

/** A story as far as a lens looks at it. */
export interface TaggedStory {
	readonly story: { readonly tags: readonly StoryTag[] };
}

interface StoryTag {
	readonly text: string;
	/** What it names in the folder of its story. */
	readonly competency?: string;
}

/** The competency of a framework that a tag names; none where it names another one in the folder of its story. */
export function competencyNamed({ text, competency }: StoryTag, framework: CompetencyLookup): Competency | undefined {
	const found = framework.find(text);
	return found?.writtenId === undefined || competency === found.id ? found : undefined;
}

/**
 * What the library is seen through: one active framework, or all of them together. Whoever counts, ranks or shows
 * stories through it takes both the competencies and the stories from here, so that all say the same.
 */
export interface Lens {
	/** The one framework; undefined where it is all that are active. */
	readonly framework: Framework | undefined;
	readonly competencies: CompetencyLookup;
	/**
	 * The story with the tags that the lens knows, read as it reads them: a tag can name one competency of all
	 * frameworks together, and another one of a single framework. The first that is left is the primary one.
	 */
	through<S extends TaggedStory>(entry: S): S;
	/**
	 * The tag by which a story names a competency of the lens, as changes of stories name tags: by the competency that
	 * it is without a lens, else by its text; undefined where the story does not name it.
	 *
	 * @param entry the story as it is, not through a lens
	 */
	tagFor(entry: TaggedStory, competency: string): string | undefined;
}

/** How a framework is named as a lens: two folders can each have a framework file of their own. */
export function lensNamed({ id, name }: Pick<Framework, 'id' | 'name'>): string {
	return `${id}/${name}`;
}

/**
 * @param frameworks the active ones, in order of precedence
 * @param named a framework as {@link lensNamed} names it, or by its id; what names none of the active is all of them
 */
export function lensOf(frameworks: readonly Framework[], named: string | undefined): Lens {
	const framework = frameworks.find((each) => lensNamed(each) === named) ?? frameworks.find(({ id }) => id === named);
	const competencies = createLookup(framework ? [framework] : frameworks);
	const idOf = (tag: StoryTag) => (framework ? competencyNamed(tag, competencies)?.id : tag.competency);
	return {
		framework,
		competencies,
		tagFor({ story }, competency) {
			const tag = story.tags.find((each) => idOf(each) === competency);
			return tag?.competency ?? tag?.text;
		},
		through(entry) {
			if (!framework) return entry;
			const tags = entry.story.tags.flatMap((tag) => {
				const competency = idOf(tag);
				return competency === undefined ? [] : [{ ...tag, competency }];
			});
			return { ...entry, story: { ...entry.story, tags } };
		},
	};
}
