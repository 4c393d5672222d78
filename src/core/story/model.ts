import type { CompetencyLookup, Lookups } from '../framework/lookups.ts';
import type { Competency } from '../framework/model.ts';
import { type SectionKind, sectionKinds, type SideKind } from '../framework/sectionKind.ts';
import type { Located, Span } from '../text/span.ts';
import type { Angle } from './angles.ts';
import type { Archetype, FieldValue, Status, StoryField } from './fields.ts';
import type { PromptCount } from './openPrompts.ts';
import type { Probe } from './probe.ts';
import type { StoryScope } from './storyScope.ts';

/** What a document is read with. */
export interface DocumentContext {
	/** The file's name without folders; the title of a story that has no other. */
	readonly fileName: string;
	/** The active frameworks: their competencies tell where a line of tags is split. */
	readonly lookups: Lookups;
}

/** What a Markdown document is to this tool. Only stories and banks are validated and counted. */
export type DocumentKind = 'story' | 'bank' | 'candidate' | 'other';

/** One STAR+ narrative, as plain data with offsets into the document it was read from. */
export interface Story {
	readonly title: string;
	/** The title's own text; absent where the file name had to stand in. */
	readonly titleSpan?: Span;
	/** From the heading to the end of the last section; the whole document where it holds one story. */
	readonly span: Span;
	/** The words to point at when the story as a whole is meant: its heading, else its first section, else its tags. */
	readonly anchor: Span;
	/** Level of the heading it stands under, 1 to 6; 1 where it has none. */
	readonly level: number;
	readonly tags: readonly Tag[];
	readonly details: StoryDetails;
	/** Sections that are named, each once, in the order of STAR. */
	readonly named: readonly SectionKind[];
	/** Those of them that hold any text. */
	readonly filled: readonly SectionKind[];
	/** How many of its prompts nobody has answered yet; absent where none is open. */
	readonly prompts?: PromptCount;
	/** Words as they are said aloud; absent where they have not been counted yet. */
	readonly words?: number;
}

/** A competency tag as written. */
export interface Tag {
	readonly text: string;
	readonly span: Span;
	/** The competency it names; absent where no active framework knows it. */
	readonly competency?: string;
}

export interface Section {
	readonly kind: SectionKind;
	/** The sections that are told together with it, under one name such as `Situation & Task`. */
	readonly also?: readonly SectionKind[];
	readonly form: 'heading' | 'label' | 'cell';
	/**
	 * The heading's, label's or cell's own words; of a column of a table with several stories below its name, the
	 * section's cell.
	 */
	readonly name: Span;
	/** From the start of the line with the name to the start of what follows. */
	readonly span: Span;
	/** What stands under the name. */
	readonly body: Span;
	/** Whether the body holds nothing of the author's; comments, headings and open prompts are nothing. */
	readonly empty: boolean;
	/** The prompts of a snippet that stand in it as they were put there; absent where there are none. */
	readonly openPrompts?: readonly Span[];
}

/** How a section is named in the text, without the marks of emphasis that a cell's name may have. */
export function writtenName({ name }: Pick<Section, 'name'>, text: string): string {
	return text.slice(name.start, name.end).replaceAll(/^[*_~`\s]+|[*_~`\s]+$/gu, '');
}

/** A section beside the telling: neither told, timed nor balanced. */
export interface SideSection extends Pick<Section, 'form' | 'name' | 'span' | 'body' | 'empty'> {
	readonly kind: SideKind;
}

/** The same with its words. */
export interface FullSideSection extends SideSection {
	/** How many words of the body it takes to say it. */
	readonly words: number;
	/** Its words as plain text without markup, one line a paragraph or item. */
	readonly spoken: string;
}

/** A section with its words. */
export interface FullSection extends Section {
	/** How many words of the body are said aloud. */
	readonly words: number;
	/** The words of the body as they are said: plain text without markup, one line a paragraph. */
	readonly spoken: string;
}

/** A story with its sections, which take more memory than all that is kept of it besides. */
export interface FullStory extends Story {
	readonly words: number;
	readonly sections: readonly FullSection[];
	/** The sections beside the telling, in the order of the text. */
	readonly sides: readonly FullSideSection[];
	/** What an interviewer asks next, the most telling first. */
	readonly probes: readonly Probe[];
}

/** Whether the sections of a story are at hand. */
export function isFull(story: Story): story is FullStory {
	return 'sections' in story;
}

/** A story as it is kept. */
export function withoutSections({ sections: _sections, sides: _sides, probes: _probes, ...story }: FullStory): Story {
	return story;
}

/** A story whose words cannot be read just now, as far as it is known. */
export function wordless(story: Story): FullStory {
	return { words: 0, ...story, sections: [], sides: [], probes: [] };
}

/** Whether a section is of a kind, by itself or together with another. */
export function isOfKind({ kind, also }: Pick<Section, 'kind' | 'also'>, wanted: SectionKind): boolean {
	return kind === wanted || also?.includes(wanted) === true;
}

/** What front matter or the lines under a story's heading say about it; only values that are valid. */
export interface StoryDetails {
	readonly status: Status;
	readonly strength?: number;
	readonly date?: string;
	readonly archetypes?: readonly Archetype[];
	readonly scope?: StoryScope;
	readonly company?: Located<string>;
	readonly project?: Located<string>;
	readonly role?: Located<string>;
	readonly team?: Located<string>;
	readonly metrics?: readonly Located<string>[];
	readonly questions?: readonly Located<string>[];
	/** Those that are written: an empty one is none. */
	readonly angles?: readonly Angle[];
	readonly confidential?: readonly Located<string>[];
}

/** A story as it was read, with what rules and edits need besides. */
export interface ParsedStory extends Omit<Story, 'named' | 'filled' | 'words'> {
	readonly sections: readonly Section[];
	readonly sides: readonly SideSection[];
	/** Where its tags are set: a key of front matter or the label of a story line, and the value there. */
	readonly tagSource: TagSource | undefined;
	/** Fields from front matter and from the story's own lines. */
	readonly fields: readonly StoryField[];
	/** Those of them that stand in lines of its own, in the order of the text. */
	readonly lines: readonly StoryField[];
	/** The heading that it begins with, with its marks; absent where it begins with none. */
	readonly heading?: Span;
	/** Whether it is a candidate only beside the others of its file: alone it does not say that its author tells it. */
	readonly isToldBeside?: true;
	/** Whether it is one of several stories of a table. */
	readonly isInTable?: true;
}

export interface TagSource {
	readonly form: 'frontMatter' | 'line';
	readonly key: Span;
	readonly value: FieldValue;
}

/** A parsed story as plain data, without its words. */
export function plainStory(parsed: ParsedStory): Story {
	const {
		tagSource: _tagSource,
		fields: _fields,
		lines: _lines,
		heading: _heading,
		isInTable: _isInTable,
		isToldBeside: _isToldBeside,
		sections,
		sides: _sides,
		...story
	} = parsed;
	const isNamed = (kind: SectionKind) => sections.some((section) => isOfKind(section, kind));
	const isFilled = (kind: SectionKind) => sections.some((section) => isOfKind(section, kind) && !section.empty);
	return { ...story, named: sectionKinds.filter(isNamed), filled: sectionKinds.filter(isFilled) };
}

/** The known competencies among a story's tags, each once, the primary one first. */
export function taggedCompetencies(tags: readonly Tag[], lookup: CompetencyLookup): readonly Competency[] {
	const ids = new Set(tags.map((tag) => tag.competency));
	return [...ids].flatMap((id) => (id === undefined ? [] : (lookup.find(id) ?? [])));
}
