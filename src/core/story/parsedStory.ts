import type { Lookups } from '../framework/lookups.ts';
import type { Span } from '../text/span.ts';
import type { FieldValue, StoryField } from './fields.ts';
import { kindsOf, type Section, type Story } from './model.ts';

export interface ParsedStory extends Omit<Story, 'named' | 'told' | 'words'> {
	readonly sections: readonly Section[];
	/** Where its tags are set: a key of front matter or the label of a story line, and the value there. */
	readonly tagSource: TagSource | undefined;
	/** Fields from front matter and from the story's own lines. */
	readonly fields: readonly StoryField[];
}

export interface TagSource {
	readonly form: 'frontMatter' | 'line';
	readonly key: Span;
	readonly value: FieldValue;
}

/** What the reading of stories needs to know besides the text. */
export interface StoryContext {
	/** The file's name without folders; the title of a story that has no other. */
	readonly fileName: string;
	/** The active frameworks: their competencies tell where a line of tags is split. */
	readonly lookups: Lookups;
}

/** What of a story leaves the core, but for its words. */
export function plainStory({ tagSource: _tagSource, fields: _fields, sections, ...story }: ParsedStory): Story {
	return { ...story, ...kindsOf(sections) };
}
