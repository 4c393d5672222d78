import type { SectionKind } from '../../framework/sectionKind.ts';
import type { ParsedStory, Section } from '../../story/model.ts';
import type { Document } from '../../story/document.ts';

/**
 * Words a minute at which a story is told unless the settings say otherwise: the average rate of English speakers in
 * conversation in the USA, according to the National Center for Voice and Speech (cited by L. B. Marshall, "How Fast Do
 * I Speak?", 2014, with 145–160 for speakers on a stage and 150–160 for recorded books).
 */
export const defaultWordsPerMinute = 150;

/**
 * How long a number of words takes to say, in seconds.
 *
 * @param wordsPerMinute the speaker's rate; the default where it is not a positive number
 */
export function spokenSeconds(words: number, wordsPerMinute: number = defaultWordsPerMinute): number {
	return (words * 60) / (wordsPerMinute > 0 ? wordsPerMinute : defaultWordsPerMinute);
}

/** Seconds that a told story takes at least, by the product's definition. */
export const minTellingSeconds = 45;

/** Seconds that a told story takes at most, by the product's definition. */
export const maxTellingSeconds = 180;

/** How many words a story speaks, in all and per section. Sections of one kind are added up. */
export interface SpokenWords {
	readonly total: number;
	readonly of: Readonly<Record<SectionKind, number>>;
}

/** Counts the words of a story that are said aloud: no code blocks, headings, comments or front matter. */
export function spokenWords(
	document: Pick<Document, 'passages'>,
	{ sections }: Pick<ParsedStory, 'sections'>,
): SpokenWords {
	const of = { situation: 0, task: 0, action: 0, result: 0, learnings: 0 };
	for (const section of sections) of[section.kind] += document.passages.of(section).words;
	return { total: of.situation + of.task + of.action + of.result + of.learnings, of };
}

/**
 * The words of a section as they are told: no markup, headings, comments or code blocks, one line a paragraph.
 *
 * @param document the one that the section stands in
 */
export function toldText({ pieces, text }: Pick<Document, 'pieces' | 'text'>, section: Section): string {
	const paragraphs: string[] = [];
	let block = -1;
	let end = section.body.start;
	for (const piece of pieces.within(section.body)) {
		if (piece.form !== 'text' && piece.form !== 'code') continue;
		const source = text.slice(piece.start, piece.end);
		const told =
			piece.form === 'code'
				? source.replace(/^`+ ?| ?`+$/gu, '')
				: source.includes('\\')
					? source.replace(escaped, '$1')
					: source;
		// A tag within a line, such as `<metric>`, counts as a block and ends none.
		if (piece.block === block || (paragraphs.length > 0 && !text.slice(end, piece.start).includes('\n')))
			paragraphs[paragraphs.length - 1] += told;
		else paragraphs.push(told);
		({ block, end } = piece);
	}
	return paragraphs.map(onOneLine).filter(Boolean).join('\n');
}

function onOneLine(paragraph: string): string {
	const line = paragraph.includes('\n') ? paragraph.replace(quoteMarks, ' ') : paragraph;
	return (/[^\S ]| {2}/u.test(line) ? line.replace(/\s+/gu, ' ') : line).trim();
}

/** A backslash before a mark of ASCII punctuation is Markdown's, not the author's. */
const escaped = /\\([!-/:-@[-`{-~])/gu;

/** The marks of a block quote at the beginning of its further lines, which a text node spans. */
const quoteMarks = /\r?\n[ \t]*>[> \t]*/gu;

/**
 * How long it takes to say so many words.
 *
 * @param wordsPerMinute the speaker's rate
 * @returns such as `45 s` or `2 min 10 s`, to the nearest five seconds
 */
export function spokenTime(words: number, wordsPerMinute: number | undefined): string {
	const seconds = Math.round(spokenSeconds(words, wordsPerMinute) / 5) * 5;
	const minutes = Math.floor(seconds / 60);
	const rest = seconds % 60;
	if (minutes === 0) return `${rest} s`;
	return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}
