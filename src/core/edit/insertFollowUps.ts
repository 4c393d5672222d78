import { sideTitles } from '../framework/sectionKind.ts';
import type { Document } from '../story/document.ts';
import type { ParsedStory, Section, SideSection } from '../story/model.ts';
import type { Probe } from '../story/probe.ts';
import { spokenText } from '../story/spokenText.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { lineEndingOf, lineStart } from '../text/lines.ts';
import { type EditResult, insertion, refuse } from './editResult.ts';
import { endOfText, headingBelow, sectionLine } from './insertSection.ts';
import { openBlockAt } from './openBlock.ts';
import { isRightAlone } from './storyAlone.ts';
import { blankLine, gapBefore, headingParts, isElement, labelParts, type SectionParts } from './sectionParts.ts';

const title = sideTitles['follow-ups'];

/** The questions of some follow-ups that stand nowhere beside the telling yet. */
export function questionsToInsert(
	probes: readonly Probe[],
	{ sides }: ParsedStory,
	document: Document,
): readonly string[] {
	const written = sides.map((side) => spokenText(document, side)).join('\n');
	return probes.map(({ question }) => question).filter((question) => !written.includes(question));
}

/**
 * Puts questions under Follow-ups, as a list: below those that stand there, else in a section of its own at the end of
 * the story, in the form of the story's other sections. What does not read back as that, with all else as it was, is
 * not done.
 *
 * @param story a story of the document
 * @param questions at least one; plain text of one line each
 */
export function insertFollowUps(document: Document, story: ParsedStory, questions: readonly string[]): EditResult {
	const present = story.sides.findLast(({ kind }) => kind === 'follow-ups');
	if (story.sections.some(({ form }) => form === 'cell') || present?.form === 'cell') {
		const message = `“${story.title}” stands in a table: add a row or column for ${title} there.`;
		return refuse('shape', message, story.anchor);
	}
	const { text } = document;
	const last = [...story.sections, ...story.sides].toSorted((a, b) => a.span.end - b.span.end).at(-1);
	const place = present ?? last;
	const offset = place
		? endOfText(text, place.body.start, place.span.end)
		: endOfText(text, story.span.start, story.span.end);
	const obstacle = openBlockAt(document, offset);
	if (obstacle) return obstacle;
	const drafts = present
		? below(text, present, offset, questions)
		: [...ownSections(document, story, last, offset, questions)];
	const isGood = (isRead: typeof readsBack) => (newText: string) =>
		isRead(document, story, insertion(offset, newText), questions);
	const found = (document.kind === 'bank' && drafts.find(isGood(readsBackAlone))) || drafts.find(isGood(readsBack));
	if (found) return { edits: [insertion(offset, found)] };
	const message = `${title} can’t be inserted here without changing what stands around it: write it by hand.`;
	return refuse('shape', message, story.anchor);
}

/** The questions as more items of the list that ends a section, or as a list of their own. */
function below(text: string, side: SideSection, offset: number, questions: readonly string[]): readonly string[] {
	const eol = lineEndingOf(text);
	const lastLine = text.slice(lineStart(text, offset), offset);
	const item = /^((?:[ \t]*>)*[ \t]*[-*+][ \t]+)/u.exec(lastLine)?.[1];
	const marks = quoteMarks(text, side);
	const inside = `${marks}${indentation(text, side)}`;
	const list = (prefix: string) => questions.map((question) => `${prefix}${question}`).join(eol);
	return [
		...(item !== undefined && offset > side.body.start ? [`${eol}${list(item)}`] : []),
		`${eol}${marks.trimEnd()}${eol}${list(`${marks}- `)}`,
		`${eol}${list(`${inside}- `)}`,
		`${eol}${marks.trimEnd()}${eol}${list(`${inside}- `)}`,
	];
}

/** A section with the questions, the form most like its neighbours first. */
function* ownSections(
	document: Document,
	story: ParsedStory,
	last: Section | SideSection | undefined,
	offset: number,
	questions: readonly string[],
): Generator<string> {
	const { text } = document;
	const eol = lineEndingOf(text);
	const end = offset === text.length ? eol : '';
	const model = story.sections.at(-1);
	// An element has to be closed, and may be one of several side by side.
	if (model && last && !isElement(text, model)) {
		const written = /(\d{1,3})[.)][ \t]/u.exec(text.slice(model.span.start, model.name.start))?.[1];
		const number = written === undefined ? undefined : Number(written) + 1;
		const name = { name: title, number, withoutPicture: true };
		const gaps = [gapBefore(text, model), blankLine(text, model)];
		const marks = quoteMarks(text, model);
		if (model.form === 'heading') {
			const parts = headingParts(text, model, name);
			for (const gap of gaps) yield gap + listed(parts, questions) + end;
		} else {
			const { opening } = labelParts(text, model, name);
			const head = /^.*/u.exec(opening)?.[0].trimEnd() ?? '';
			const inside = `${marks}${indentation(text, model)}`;
			const list = questions.map((question) => `${inside}- ${question}`).join(eol);
			for (const gap of gaps) {
				yield `${gap}${head}${eol}${list}${end}`;
				yield `${gap}${head}${eol}${marks.trimEnd()}${eol}${list}${end}`;
			}
		}
	}
	yield `${eol}${eol}${listed(headingBelow(document, story, title), questions)}${end}`;
}

function listed({ opening, between }: SectionParts, questions: readonly string[]): string {
	return opening + questions.map((question) => `- ${question}`).join(between);
}

/** The marks of the block quotes that a section stands in. */
function quoteMarks(text: string, { name }: Pick<Section, 'name'>): string {
	return /^(?:[ \t]*>)*[ \t]?(?<=>[ \t]?)|^/u.exec(text.slice(lineStart(text, name.start), name.start))?.[0] ?? '';
}

/** As many spaces as the mark of the list item takes in which a label stands; in a block of code those before it. */
function indentation(text: string, { name }: Pick<Section, 'name'>): string {
	const before = text.slice(lineStart(text, name.start), name.start).replace(/^(?:[ \t]*>)*[ \t]?(?=.*>)/u, '');
	return (/^[ \t]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?/u.exec(before)?.[0] ?? '').replaceAll(/\S/gu, ' ');
}

/** Whether the questions are read under Follow-ups of a story by itself, and its other sections as before. */
function readsBackAlone(document: Document, story: ParsedStory, edit: TextEdit, questions: readonly string[]): boolean {
	const wanted = sectionLines(document, story);
	const what = JSON.stringify([questions, story.sides.map(({ kind }) => kind), wanted]);
	return isRightAlone(
		document,
		story,
		[edit],
		what,
		(alone) =>
			wanted === sectionLines(alone.document, alone.story) &&
			hasQuestions(alone.document, alone.story, story, questions),
	);
}

/** Whether the questions are read under Follow-ups, and everything else as before. */
function readsBack(document: Document, story: ParsedStory, edit: TextEdit, questions: readonly string[]): boolean {
	const after = document.reread(applyEdits(document.text, [edit]));
	if (after.kind !== document.kind || after.stories.length !== document.stories.length) return false;
	return document.stories.every((each, index) => {
		const now = after.stories[index];
		if (!now || told(document, each) !== told(after, now)) return false;
		if (each !== story) return beside(document, each) === beside(after, now);
		return hasQuestions(after, now, each, questions);
	});
}

/** Whether a story has questions under Follow-ups, and no more sections beside the telling than it needs for them. */
function hasQuestions(
	after: Document,
	{ sides }: ParsedStory,
	before: ParsedStory,
	questions: readonly string[],
): boolean {
	const spoken = new Set(
		sides.filter(({ kind }) => kind === 'follow-ups').flatMap((side) => spokenText(after, side).split('\n')),
	);
	const added = before.sides.some(({ kind }) => kind === 'follow-ups') ? 0 : 1;
	return questions.every((question) => spoken.has(question)) && sides.length - before.sides.length === added;
}

/** The title that the text itself gives, and the sections. */
function told(document: Document, story: ParsedStory): string {
	const { titleSpan } = story;
	const name = titleSpan ? document.text.slice(titleSpan.start, titleSpan.end) : '';
	return `${name}\n${sectionLines(document, story)}`;
}

function sectionLines(document: Document, { sections }: ParsedStory): string {
	return sections.map((section) => sectionLine(document, section)).join('\n');
}

function beside(document: Document, { sides }: ParsedStory): string {
	return sides.map((side) => `${side.kind} ${spokenText(document, side)}`).join('\n');
}
