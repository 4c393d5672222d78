import type { Document } from '../story/document.ts';
import type { ParsedStory, Section } from '../story/model.ts';
import { spokenText } from '../story/spokenText.ts';

/**
 * Whether all stories are told after an edit as before it, in any order: title, tags, details, and each section word by
 * word.
 *
 * @param areTitled whether the titles count
 */
export function tellsTheSame(before: Document, after: Document, areTitled = true): boolean {
	const facts = (document: Document) => document.stories.map((story) => fact(document, story, areTitled)).toSorted();
	const [old, now] = [facts(before), facts(after)];
	const sameKind = before.kind === after.kind;
	return sameKind && old.length === now.length && old.every((each, index) => each === now[index]);
}

function fact(document: Document, { title, tags, details, sections }: ParsedStory, areTitled: boolean): string {
	const told = sections.filter(({ empty }) => !empty).map((section) => sectionFact(document, section));
	const { status, strength, scope, date } = details;
	return JSON.stringify([
		areTitled ? title : '',
		tags.map((tag) => tag.text),
		status,
		strength,
		scope,
		date,
		told.toSorted(),
	]);
}

function sectionFact(document: Document, section: Section): readonly unknown[] {
	return [section.kind, section.also, squashed(spokenText(document, section))];
}

/** Letters and digits alone: paragraphs are parted otherwise than lines of a cell. */
export function squashed(words: string): string {
	return words.replace(/[^\p{L}\p{N}%€$£]+/gu, '');
}
