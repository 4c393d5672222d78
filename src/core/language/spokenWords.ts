import type { ParsedDocument } from '../story/parse.ts';
import type { ParsedStory } from '../story/parsedStory.ts';
import type { SectionKind } from '../story/sectionKind.ts';
import { readPassage } from './passage.ts';

/** How many words a story speaks, in all and per section. Sections of one kind are added up. */
export interface SpokenWords {
	readonly total: number;
	readonly of: Readonly<Record<SectionKind, number>>;
}

/** Counts the words of a story that are said aloud: no code blocks, headings, comments or front matter. */
export function spokenWords(
	document: Pick<ParsedDocument, 'pieces' | 'text'>,
	{ sections }: Pick<ParsedStory, 'sections'>,
): SpokenWords {
	const of = { situation: 0, task: 0, action: 0, result: 0, learnings: 0 };
	for (const section of sections) of[section.kind] += readPassage(document, section).words;
	return { total: of.situation + of.task + of.action + of.result + of.learnings, of };
}
