import type { SectionKind } from '../story/sectionKind.ts';
import type { ParsedDocument, ParsedStory } from '../story/parse.ts';
import { readPassage } from './passage.ts';

/**
 * Words a minute at which a story is told unless the settings say otherwise: the average rate of English speakers in
 * conversation in the USA, according to the National Center for Voice and Speech (cited by L. B. Marshall, "How Fast Do
 * I Speak?", 2014, with 145–160 for speakers on a stage and 150–160 for recorded books).
 */
export const defaultWordsPerMinute = 150;

/** How many words a story speaks, in all and per section. Sections of one kind are added up. */
export interface SpokenWords {
	readonly total: number;
	readonly of: Readonly<Record<SectionKind, number>>;
}

/** Counts the words of a story that are said aloud: no code blocks, headings, comments or front matter. */
export function spokenWords(
	document: Pick<ParsedDocument, 'tree' | 'text'>,
	{ sections }: Pick<ParsedStory, 'sections'>,
): SpokenWords {
	const of = { situation: 0, task: 0, action: 0, result: 0, learnings: 0 };
	for (const section of sections) of[section.kind] += readPassage(document, section).words;
	return { total: of.situation + of.task + of.action + of.result + of.learnings, of };
}

/**
 * How long a number of words takes to say, in seconds.
 * @param wordsPerMinute the speaker's rate; the default where it is not a positive number
 */
export function spokenSeconds(words: number, wordsPerMinute: number = defaultWordsPerMinute): number {
	return (words * 60) / (wordsPerMinute > 0 ? wordsPerMinute : defaultWordsPerMinute);
}
