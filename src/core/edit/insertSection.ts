import type { Lookups } from '../framework/lookups.ts';
import { type SectionKind, sectionKinds, sectionTitles } from '../framework/sectionKind.ts';
import { sectionNamesOf } from '../framework/sectionNames.ts';
import type { Document } from '../story/document.ts';
import { isOfKind, type ParsedStory, type Section } from '../story/model.ts';
import { spokenText } from '../story/spokenText.ts';
import { tableOfStory } from '../story/tableOfStory.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { lineEndingOf, lineStart } from '../text/lines.ts';
import { insertion, type RefusedEdit, refuse } from './editResult.ts';
import { insertedRow, isRow } from './insertRow.ts';
import { openBlockAt } from './openBlock.ts';
import { readNumeral } from './numerals.ts';
import { insertedNumber, type SectionNumbers } from './sectionNumbers.ts';
import { isRightAlone } from './storyAlone.ts';
import { type StoryNames, storyNames } from './sectionName.ts';
import { blankLine, gapBefore, headingParts, isApart, isBlank, labelParts, type SectionParts } from './sectionParts.ts';

/** A section that is to be added: where, and the text in parts, so that prompts can become tab stops. */
export interface SectionInsertion {
	/** Offset of the insertion. */
	readonly offset: number;
	readonly before: string;
	readonly prompts: readonly string[];
	/** What stands between two prompts. */
	readonly between: string;
	readonly after: string;
	/** The numbers of the sections behind it, where they have some. */
	readonly renumbering: readonly TextEdit[];
	readonly refusal?: never;
}

/**
 * Finds the place of a missing section in STAR order and writes it in the form of the story's other sections: as a
 * heading of their level or as a label with their marks, letters, numbers and language. What does not read back as that
 * section, with all others as they were, is not done.
 *
 * @param story a story of the document
 * @param prompts at least one; they become the section's text
 */
export function insertSection(
	document: Document,
	story: ParsedStory,
	kind: SectionKind,
	prompts: readonly string[],
	lookups: Lookups,
): SectionInsertion | RefusedEdit {
	const obstacle = insertionObstacle(document, story, kind);
	if (obstacle) return obstacle;
	const names = storyNames(document.text, story.sections, lookups);
	const written = isTabled(story)
		? rowDrafts(document, story, kind, prompts, names, lookups)
		: [...drafts(document, story, kind, prompts, names)];
	const found =
		(document.kind === 'bank' && written.find((draft) => readsBackAlone(document, story, kind, draft))) ||
		written.find((draft) => readsBack(document, story, kind, draft));
	if (found) return found;
	const message = `${sectionTitles[kind]} can’t be inserted here without changing what stands around it: write it by hand.`;
	return refuse('shape', message, story.anchor);
}

/** Says why nothing can be inserted where a section belongs; undefined where nothing stands in the way. */
export function insertionObstacle(document: Document, story: ParsedStory, kind: SectionKind): RefusedEdit | undefined {
	const { text } = document;
	if (isTabled(story)) {
		if (story.sections.every(isRow)) return undefined;
		const message = `“${story.title}” stands in a table: add a row or column for ${sectionTitles[kind]} there.`;
		return refuse('shape', message, story.anchor);
	}
	const { following, previous } = neighbours(kind, story.sections);
	const offset = following ? following.span.start : endOfStory(text, story, previous);
	return openBlockAt(document, offset);
}

/** The inserted section as plain text. */
export function insertionText({ before, prompts, between, after }: SectionInsertion): string {
	return before + prompts.join(between) + after;
}

/** All that an insertion changes. */
export function insertionEdits(inserted: SectionInsertion): readonly TextEdit[] {
	return [insertion(inserted.offset, insertionText(inserted)), ...inserted.renumbering];
}

function isTabled({ sections }: ParsedStory): boolean {
	return sections.some(({ form }) => form === 'cell');
}

function rowDrafts(
	document: Document,
	story: ParsedStory,
	kind: SectionKind,
	prompts: readonly string[],
	names: StoryNames,
	lookups: Lookups,
): readonly SectionInsertion[] {
	const table = tableOfStory(story, document, lookups.derive(sectionNamesOf));
	const { following, previous } = neighbours(kind, story.sections);
	const row = table && insertedRow(document.text, table, names.plain(kind), following, previous, prompts);
	return row ? [row] : [];
}

/** The ways to write the section, the one most like its neighbours first. */
function* drafts(
	document: Document,
	story: ParsedStory,
	kind: SectionKind,
	prompts: readonly string[],
	names: StoryNames,
): Generator<SectionInsertion> {
	const { text } = document;
	const { following, previous } = neighbours(kind, story.sections);
	const model = following ?? previous;
	if (!model) {
		yield placed(text, story, following, previous, headingBelow(document, story, names.plain(kind)), prompts, []);
		return;
	}
	const numbers = insertedNumber(text, story.sections, following, previous);
	const withoutPicture = picturesDiffer(text, story.sections);
	const models = [following, previous].filter((section) => section !== undefined);
	for (const other of models) {
		const parts = partsLike(text, other, kind, names, numbers, withoutPicture);
		const renumbering = numbers?.renumbering ?? [];
		yield placed(text, story, following, previous, parts, prompts, renumbering);
	}
	for (const other of models) {
		const name = { name: names.plain(kind), number: numbers?.number, withoutPicture };
		const parts = other.form === 'label' ? labelParts(text, other, name) : headingParts(text, other, name);
		yield placed(text, story, following, previous, parts, prompts, []);
	}
	const bold = { opening: `**${sectionTitles[kind]}:** `, between: ' ' };
	const heading = headingBelow(document, story, sectionTitles[kind]);
	yield placed(text, story, following, previous, model.form === 'label' ? bold : heading, prompts, []);
}

function partsLike(
	text: string,
	model: Section,
	kind: SectionKind,
	names: StoryNames,
	numbers: SectionNumbers | undefined,
	withoutPicture: boolean,
): SectionParts {
	const number = numbers?.number;
	const name = { name: names.like(model, kind, number), number, withoutPicture };
	return model.form === 'label' ? labelParts(text, model, name) : headingParts(text, model, name);
}

/** Whether each of the names has a picture of its own in front of it. */
function picturesDiffer(text: string, sections: readonly Section[]): boolean {
	const pictures = sections.map(
		({ span, name }) => /\p{Extended_Pictographic}/u.exec(text.slice(span.start, name.start))?.[0] ?? '',
	);
	return new Set(pictures).size > 1;
}

/** A heading of a level below the story's. */
export function headingBelow({ text }: Document, { level, anchor }: ParsedStory, name: string): SectionParts {
	const eol = lineEndingOf(text);
	const quote =
		/^(?:[ \t]*>)*[ \t]?/u.exec(text.slice(lineStart(text, anchor.start), anchor.start))?.[0].trim() ?? '';
	const marks = quote === '' ? '' : `${quote} `;
	return {
		opening: `${marks}${'#'.repeat(Math.min(level + 1, 6))} ${name}${eol}${quote}${eol}${marks}`,
		between: `${eol}${marks}`,
	};
}

/** Puts a new section between its neighbours. */
function placed(
	text: string,
	story: ParsedStory,
	following: Section | undefined,
	previous: Section | undefined,
	{ opening, between, closing = '' }: SectionParts,
	prompts: readonly string[],
	renumbering: readonly TextEdit[],
): SectionInsertion {
	const shared = { prompts, between, renumbering };
	if (following) {
		// Above the first one stands what stands above a whole list, too.
		const second = following === story.sections[0] ? story.sections[1] : undefined;
		return {
			offset: following.span.start,
			before: opening,
			after: closing + gapBefore(text, second ?? following),
			...shared,
		};
	}
	const end = endOfStory(text, story, previous);
	const eol = lineEndingOf(text);
	const isFirstLine = end === 0 || (end === 1 && text.startsWith('\uFEFF'));
	const before = isFirstLine ? '' : gapAfter(text, previous, end);
	return { offset: end, before: before + opening, after: closing + (end === text.length ? eol : ''), ...shared };
}

function gapAfter(text: string, previous: Section | undefined, end: number): string {
	const eol = lineEndingOf(text);
	if (!previous) return eol + eol;
	const gap = gapBefore(text, previous);
	const isInOneLine = !/[\r\n]/u.test(gap) && !/[\r\n]/u.test(text.slice(previous.span.start, end));
	if (gap.startsWith('<') || isInOneLine) return gap;
	const isTight = previous.form === 'label' && !isApart(text, previous);
	return isTight && !holdsBlankLine(text.slice(previous.span.start, end)) ? eol : blankLine(text, previous);
}

/** The sections between which another belongs: before the first that comes later in STAR order. */
function neighbours(
	kind: SectionKind,
	sections: readonly Section[],
): { readonly following: Section | undefined; readonly previous: Section | undefined } {
	const order = sectionKinds.indexOf(kind);
	const later = sections.findIndex((section) => sectionKinds.indexOf(section.kind) > order);
	const place = later < 0 ? sections.length : later;
	return { following: sections[place], previous: sections[place - 1] };
}

/** Whether the section is read in a story by itself, and its other sections as before. */
function readsBackAlone(document: Document, story: ParsedStory, kind: SectionKind, draft: SectionInsertion): boolean {
	const wanted = story.sections.map((section) => sectionLine(document, section));
	const what = JSON.stringify([kind, draft.prompts, wanted]);
	return isRightAlone(document, story, insertionEdits(draft), what, (alone) =>
		hasSection(alone.document, alone.story, kind, draft, draft.offset - alone.shift, wanted),
	);
}

/** Whether the section is read where it was put, and everything else as before. */
function readsBack(document: Document, story: ParsedStory, kind: SectionKind, draft: SectionInsertion): boolean {
	const after = document.reread(applyEdits(document.text, insertionEdits(draft)));
	if (after.kind !== document.kind || after.stories.length !== document.stories.length) return false;
	return document.stories.every((each, index) => {
		const now = after.stories[index];
		if (!now) return false;
		const wanted = each.sections.map((section) => sectionLine(document, section));
		if (each === story) return hasSection(after, now, kind, draft, draft.offset, wanted);
		return wanted.join('\n') === now.sections.map((section) => sectionLine(after, section)).join('\n');
	});
}

/** Whether a story has a section at an offset, and others besides as they are wanted. */
function hasSection(
	after: Document,
	{ sections }: ParsedStory,
	kind: SectionKind,
	{ prompts }: SectionInsertion,
	offset: number,
	wanted: readonly string[],
): boolean {
	const place = sections.findIndex(({ name }) => name.start >= offset);
	const added = sections[place];
	if (!added || !isOfKind(added, kind) || added.also) return false;
	const { start, end } = added.body;
	const isThere = (prompt: string) => after.text.slice(start, end).includes(prompt);
	const found = sections.map((section) => sectionLine(after, section));
	return prompts.every(isThere) && wanted.join('\n') === found.toSpliced(place, 1).join('\n');
}

/** What a section says, apart from its number. */
export function sectionLine(document: Document, section: Section): string {
	const words = document.text.slice(section.name.start, section.name.end);
	const numeral = readNumeral(words);
	const name = (numeral ? words.slice(0, numeral.start) + words.slice(numeral.end) : words).replaceAll(/\d/gu, '');
	return JSON.stringify([section.kind, section.also ?? [], section.form, name, spokenText(document, section)]);
}

/** The end of the last line of a story, or of its last section, that is not blank. */
function endOfStory(text: string, story: ParsedStory, previous: Section | undefined): number {
	const end = previous?.span.end ?? story.span.end;
	// A heading in a list or quotation ends it behind the marks of its own line.
	const begins = lineStart(text, end);
	const isBehindMarks = /^[ \t]*(?:(?:>|[-*+]|\d+[.)])[ \t]*)+$/u.test(text.slice(begins, end));
	return endOfText(text, previous ? previous.body.start : story.span.start, isBehindMarks ? begins : end);
}

function holdsBlankLine(lines: string): boolean {
	return lines.split(/\r\n|[\r\n]/u).some(isBlank);
}

/** The end of the last line of a stretch that is not blank. */
export function endOfText(text: string, start: number, end: number): number {
	let last = end;
	for (
		let from = lineStart(text, last);
		from > start && isBlank(text.slice(from, last));
		from = lineStart(text, last)
	) {
		last = start + text.slice(start, from).replace(/\r?\n$|\r$/u, '').length;
	}
	return start + text.slice(start, last).trimEnd().length;
}
