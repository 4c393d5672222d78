import type { Document } from '../story/document.ts';
import type { ParsedStory, Section } from '../story/model.ts';
import { spokenText } from '../story/spokenText.ts';

/**
 * Whether all stories are told after an edit as before it, in any order: title, tags, details, angles, and each section
 * word by word.
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
	const { status, strength, scope, date, angles = [] } = details;
	return JSON.stringify([
		areTitled ? title : '',
		tags.map((tag) => tag.text),
		status,
		strength,
		scope,
		date,
		angles.map(({ key, competency, text }) => [competency ?? key.value, squashed(text.value)]).toSorted(),
		told.toSorted(),
	]);
}

function sectionFact(document: Document, section: Section): readonly unknown[] {
	return [section.kind, section.also, squashed(spokenText(document, section))];
}

/** Whether every word that stories tell before an edit is told after it too, or names a section there. */
export function keepsTelling(before: Document, after: Document): boolean {
	const names = after.stories.flatMap(({ sections, sides }) =>
		[...sections, ...sides].map(({ name }) => after.text.slice(name.start, name.end)),
	);
	const left = new Map<string, number>();
	for (const word of [...toldIn(after), ...names].flatMap(wordsOf)) left.set(word, (left.get(word) ?? 0) + 1);
	return toldIn(before)
		.flatMap(wordsOf)
		.every((word) => {
			const count = left.get(word) ?? 0;
			left.set(word, count - 1);
			return count > 0;
		});
}

function toldIn(document: Document): readonly string[] {
	return document.stories.flatMap(({ sections, sides }) =>
		[...sections, ...sides].map((section) => spokenText(document, section)),
	);
}

function wordsOf(text: string): readonly string[] {
	return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Letters and digits alone: paragraphs are parted otherwise than lines of a cell. */
export function squashed(words: string): string {
	return words.replace(/[^\p{L}\p{N}%€$£]+/gu, '');
}
