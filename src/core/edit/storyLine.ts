import type { CompetencyLookup } from '../framework/lookups.ts';
import type { Document } from '../story/document.ts';
import { checkField } from '../story/fieldCheck.ts';
import type { StoryField } from '../story/fields.ts';
import type { ParsedStory } from '../story/model.ts';
import type { TextEdit } from '../text/edit.ts';
import { blankBelow, lineEnd, lineEndingOf, lineStart, nextLineStart } from '../text/lines.ts';
import { insertion, type RefusedEdit, refuse } from './editResult.ts';

/** The story that is to be edited. */
export interface StoryPlace {
	readonly document: Document;
	readonly story: ParsedStory;
	/** The competencies that the document was parsed with: they tell where a line of tags is split. */
	readonly competencies: CompetencyLookup;
}

/** The line of the story that sets a field; where several do, the one that counts. */
export function ownLine(story: ParsedStory, name: string): StoryField | undefined {
	const lines = story.lines.filter(({ field }) => field.name === name);
	if (name === 'competencies') return lines[0];
	return lines.find(({ field, value }) => checkField(field, value).values.length > 0) ?? lines[0];
}

/** Whether front matter speaks for other stories too, so that an edit for this one has to go into a line of its own. */
export function sharesFrontMatter({ text, kind, frontMatter }: Document, { span }: ParsedStory): boolean {
	if (kind === 'bank') return true;
	return (
		span.end < text.length || span.start > Math.max(frontMatter?.span.end ?? 0, text.startsWith('\uFEFF') ? 1 : 0)
	);
}

/** The fields that have a line form, in the order in which they stand, with the labels that a new line gets. */
const labels: ReadonlyMap<string, string> = new Map([
	['competencies', 'Competencies'],
	['strength', 'Strength'],
	['status', 'Status'],
	['scope', 'Scope'],
	['date', 'Date'],
]);

export function hasLineForm(name: string): boolean {
	return labels.has(name);
}

/**
 * Adds a line such as `**Strength:** 4` to a story, in the manner of its other lines, else of those of other stories.
 *
 * @param name of a field with a line form that the story has no line for
 * @returns undefined where the story has no heading
 */
export function newStoryLine(
	document: Document,
	story: ParsedStory,
	name: string,
	value: string,
): TextEdit | undefined {
	const { text } = document;
	const lines = story.lines.filter(({ isCell, field }) => !isCell && hasLineForm(field.name));
	const label = labelFor(document, lines, name);
	const [first] = lines;
	if (!first) return belowHeading(document, story, label, value);
	const order = [...labels.keys()];
	const above = lines.findLast(({ field }) => order.indexOf(field.name) < order.indexOf(name));
	const gap = gapBetween(document, lines);
	if (!above) {
		const start = lineStart(text, first.key.span.start);
		return insertion(start, `${written(text, first, label, value)}${hardBreak(text, first)}${gap}`);
	}
	const line = written(text, above, label, value);
	const end = lineEnd(text, above.value.span.end);
	if (hardBreak(text, above) !== '') {
		return insertion(end, `${gap}${line}${hardBreak(text, above)}`);
	}
	// The last line of a paragraph has no break of its own: it needs one before another line.
	const before = lines[lines.indexOf(above) - 1];
	const next = nextLineStart(text, end);
	const isLast = isBlank(text.slice(next, lineEnd(text, next)));
	if (isBelowLabel(text, above)) return insertion(end, `${gapBelowList(text, above)}${line}`);
	return insertion(end, `${before && isLast ? hardBreak(text, before) : ''}${gap}${line}`);
}

/**
 * Adds lines without a value below all lines of a story, in the manner of the last of them.
 *
 * @param added their labels
 * @returns undefined where the story has no line of its own
 */
export function linesToFill(document: Document, story: ParsedStory, added: readonly string[]): TextEdit | undefined {
	const { text } = document;
	const lines = story.lines.filter(({ isCell }) => !isCell);
	const above = lines.at(-1);
	if (!above) return undefined;
	const gap = isBelowLabel(text, above) ? gapBelowList(text, above) : gapBetween(document, lines);
	const end = lineEnd(text, above.value.span.end);
	const next = nextLineStart(text, end);
	const isLast = isBlank(text.slice(next, lineEnd(text, next)));
	const [before] = lines.slice(-2, -1);
	const own = hardBreak(text, above);
	// The last line of a paragraph has no break of its own: it needs one before another line.
	const missing = own === '' && isLast && before ? hardBreak(text, before) : '';
	const more = added.map((label) => `${gap}${written(text, above, label, '')}`);
	return insertion(end, `${missing}${more.join(own || missing)}${own}`);
}

/** Says why a story gets no line of its own. */
export function noPlaceForLine({ isInTable, anchor }: ParsedStory, name: string): RefusedEdit {
	const message = isInTable
		? `This story stands in a table: give the table a “${labels.get(name) ?? name}” column or row first.`
		: name === 'competencies'
			? 'There is no heading to put a line of tags under.'
			: 'There is no heading to put a line under.';
	return refuse('shape', message, anchor);
}

function labelFor(document: Document, lines: readonly StoryField[], name: string): string {
	const elsewhere = document.stories.flatMap((story) => story.lines).filter(({ field }) => field.name === name);
	// A line `Tags` counts only while it names a known competency.
	const inUse = elsewhere.find(({ key }) => !/^tags$/iu.test(key.value.trim()))?.key.value;
	const label = inUse ?? labels.get(name) ?? name;
	const isLower = lines.length > 0 && lines.every(({ key }) => key.value === key.value.toLowerCase());
	return isLower ? label.toLowerCase() : label;
}

/** A line with the marks of another: bullet, quote, bold marks, colon. */
function written(text: string, { key, value }: StoryField, label: string, newText: string): string {
	return text.slice(lineStart(text, key.span.start), key.span.start) + label + ending(text, { key, value }, newText);
}

function ending(text: string, { key, value }: Pick<StoryField, 'key' | 'value'>, newText: string): string {
	// A list of tags stands below its label; what is new stands beside it.
	const [inUse = ''] = text.slice(key.span.end, value.span.start).split(/[\r\n]/u);
	const marks = /[:：–—-]/u.test(inUse) ? inUse : `:${inUse}`;
	// A dash separates only before a space.
	if (newText === '' && /[:*_]\s*$/u.test(marks)) return marks.trimEnd();
	return marks + (/\s$/u.test(marks) ? '' : ' ') + newText;
}

/** Whether the value of a line is a list below its label. */
function isBelowLabel(text: string, { key, value }: StoryField): boolean {
	return /[\r\n]/u.test(text.slice(key.span.end, value.span.start));
}

/** A paragraph right below a list would belong to its last item. */
function gapBelowList(text: string, { key }: StoryField): string {
	const eol = lineEndingOf(text);
	const lead = text.slice(lineStart(text, key.span.start), key.span.start);
	return /^[ \t>]*(?:[-*+]|\d+[.)])[ \t]/u.test(lead)
		? eol
		: `${eol}${/^[ \t>]*/u.exec(lead)?.[0].trimEnd() ?? ''}${eol}`;
}

function hardBreak(text: string, { key }: StoryField): string {
	return /(?:\\| {2,})$/u.exec(text.slice(key.span.start, lineEnd(text, key.span.start)))?.[0] ?? '';
}

/** What stands between two lines: a line ending, or a blank line where the lines are paragraphs of their own. */
function gapBetween(document: Document, lines: readonly StoryField[]): string {
	const { text } = document;
	const eol = lineEndingOf(text);
	const groups = [lines, ...document.stories.map((story) => story.lines.filter(({ isCell }) => !isCell))];
	const [first, second] = groups.find((group) => group.length > 1) ?? [];
	if (!first || !second) return eol;
	const between = text.slice(lineEnd(text, first.value.span.end), lineStart(text, second.key.span.start));
	const blank = gap.exec(between);
	return blank ? eol + (/[ \t>]+/u.exec(blank[0])?.[0] ?? '') + eol : eol;
}

const gap = new RegExp(`^${blankBelow(String.raw` \t>`)}`, 'u');

function belowHeading(document: Document, story: ParsedStory, label: string, value: string): TextEdit | undefined {
	const { text } = document;
	if (!story.heading) return aboveAnswer(document, story, label, value);
	const headingEnd = lineEnd(text, story.heading.end);
	const model = modelLine(document, story);
	const lead = model && text.slice(lineStart(text, model.line.key.span.start), model.line.key.span.start);
	const marks = lead && /(?:[-*+][ \t]+)?(?:\*\*|__)$/u.exec(lead)?.[0];
	const line = model && marks ? marks + label + ending(text, model.line, value) : `**${label}:** ${value}`.trimEnd();
	const eol = lineEndingOf(text);
	const quote = text.slice(lineStart(text, story.span.start), story.span.start).replaceAll(/[^>\s]/gu, ' ');
	const blank = eol + quote.trimEnd();
	const next = nextLineStart(text, headingEnd);
	const isApart = isBlank(text.slice(next, lineEnd(text, next)));
	return insertion(headingEnd, `${model?.isTight ? '' : blank}${eol}${quote}${line}${isApart ? '' : blank}`);
}

/** Above a further answer to a question, which shares the title of the first one. */
function aboveAnswer({ text }: Document, story: ParsedStory, label: string, value: string): TextEdit | undefined {
	const { titleSpan, span } = story;
	const quote = text.slice(lineStart(text, span.start), span.start);
	if (!titleSpan || titleSpan.end > span.start || story.isInTable || !isBlank(quote)) return undefined;
	const eol = lineEndingOf(text);
	return insertion(span.start, `**${label}:** ${value}`.trimEnd() + eol + quote.trimEnd() + eol + quote);
}

/** The first line of the nearest story that has any, those above first. */
function modelLine(
	document: Document,
	story: ParsedStory,
): { readonly line: StoryField; readonly isTight: boolean } | undefined {
	const { stories, text } = document;
	const index = stories.indexOf(story);
	const nearest = [...stories.slice(0, index).toReversed(), ...stories.slice(index + 1)];
	for (const other of nearest) {
		const line = other.lines.find(({ isCell }) => !isCell);
		if (!line || !other.heading) continue;
		const isTight = nextLineStart(text, other.heading.end) === lineStart(text, line.key.span.start);
		return { line, isTight };
	}
	return undefined;
}

/** Whether a text can be the value of a story line: one line without marks that Markdown would read across lines. */
export function fitsLine(value: string): boolean {
	return value.trim() === value && value !== '' && !/[\r\n`\u2028\u2029]|\*\*|__|<[\p{L}/!?]|\\$/u.test(value);
}

/** Whether a text can be the value of a cell that stands for a line. */
export function fitsCell(value: string): boolean {
	return fitsLine(value) && !value.includes('|');
}

/** Puts a value in the place of a line's. */
export function setInLine(text: string, { value }: StoryField, newText: string): TextEdit {
	const { span } = value;
	const before = span.end > span.start ? '' : spaceBefore(text, span.start);
	const end = text.slice(span.start, span.end).endsWith('\\') ? span.end - 1 : span.end;
	return { span: { start: span.start, end }, newText: before + newText };
}

/** The space that a value needs before it at an offset. */
export function spaceBefore(text: string, offset: number): string {
	return /\s/u.test(text.charAt(offset - 1)) ? '' : ' ';
}

/** Deletes the line of a field, with the blank line below it where there is one above it too; empties a cell. */
export function lineRemoval(text: string, { key, value, isCell }: StoryField): TextEdit[] {
	if (isCell) return [{ span: value.span, newText: '' }];
	const start = lineStart(text, key.span.start);
	let end = nextLineStart(text, start);
	const previousEnd = endOfLineBefore(text, start);
	if (end === text.length && lineEnd(text, start) === end)
		return [{ span: { start: previousEnd, end }, newText: '' }];
	const previous = text.slice(lineStart(text, previousEnd), previousEnd);
	const next = text.slice(end, lineEnd(text, end));
	if (isBlank(previous) && isBlank(next)) end = nextLineStart(text, end);
	const removal = { span: { start, end }, newText: '' };
	// A hard break is one only before another line: at the end of a paragraph the backslash would show.
	const breaks = previous.endsWith('\\') && isBlank(next);
	return breaks ? [{ span: { start: previousEnd - 1, end: previousEnd }, newText: '' }, removal] : [removal];
}

function endOfLineBefore(text: string, start: number): number {
	return start - (/(?:\r\n|\r|\n)$/u.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0);
}

function isBlank(line: string): boolean {
	return /^[ \t>]*$/u.test(line);
}
