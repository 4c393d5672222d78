import type { StoryField } from '../story/fields.ts';
import { type MarkdownTree, walk } from '../story/markdown.ts';
import type { Document } from '../story/document.ts';
import type { ParsedStory } from '../story/model.ts';
import type { TextEdit } from '../text/edit.ts';
import { lineEnd, lineEndingOf, lineStart, nextLineStart } from '../text/lines.ts';
import { insertion } from './editResult.ts';
import { ownLines } from './storyPlace.ts';

/** The fields that have a line form, in the order in which they stand, with the labels that a new line gets. */
const labels: ReadonlyMap<string, string> = new Map([
	['competencies', 'Competencies'],
	['strength', 'Strength'],
	['status', 'Status'],
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
	const lines = ownLines(document, story);
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
	const isLast = /^[ \t>]*$/u.test(text.slice(nextLineStart(text, end), lineEnd(text, nextLineStart(text, end))));
	return insertion(end, `${before && isLast ? hardBreak(text, before) : ''}${gap}${line}`);
}

function labelFor(document: Document, lines: readonly StoryField[], name: string): string {
	const elsewhere = document.stories
		.flatMap((story) => ownLines(document, story))
		.filter(({ field }) => field.name === name);
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
	const marks = text.slice(key.span.end, value.span.start);
	// A dash separates only before a space.
	if (newText === '' && /[:*_]\s*$/u.test(marks)) return marks.trimEnd();
	return marks + (/\s$/u.test(marks) ? '' : ' ') + newText;
}

function hardBreak(text: string, { key }: StoryField): string {
	return /(?:\\| {2,})$/u.exec(text.slice(key.span.start, lineEnd(text, key.span.start)))?.[0] ?? '';
}

/** What stands between two lines: a line ending, or a blank line where the lines are paragraphs of their own. */
function gapBetween(document: Document, lines: readonly StoryField[]): string {
	const { text } = document;
	const eol = lineEndingOf(text);
	const groups = [lines, ...document.stories.map((story) => ownLines(document, story))];
	const [first, second] = groups.find((group) => group.length > 1) ?? [];
	if (!first || !second) return eol;
	const between = text.slice(lineEnd(text, first.value.span.end), lineStart(text, second.key.span.start));
	const blank = /^\r?\n([ \t>]*)\r?\n/u.exec(between);
	return blank ? eol + (blank[1] ?? '') + eol : eol;
}

function belowHeading(document: Document, story: ParsedStory, label: string, value: string): TextEdit | undefined {
	const { text } = document;
	const headingEnd = endOfHeading(document, story);
	if (headingEnd === undefined) return undefined;
	const model = modelLine(document, story);
	const lead = model && text.slice(lineStart(text, model.line.key.span.start), model.line.key.span.start);
	const marks = lead && /(?:[-*+][ \t]+)?(?:\*\*|__)$/u.exec(lead)?.[0];
	const line = model && marks ? marks + label + ending(text, model.line, value) : `**${label}:** ${value}`.trimEnd();
	const eol = lineEndingOf(text);
	const quote = text.slice(lineStart(text, story.span.start), story.span.start).replaceAll(/[^>\s]/gu, ' ');
	const blank = eol + quote.trimEnd();
	const next = nextLineStart(text, headingEnd);
	const isApart = /^[ \t>]*$/u.test(text.slice(next, lineEnd(text, next)));
	return insertion(headingEnd, `${model?.isTight ? '' : blank}${eol}${quote}${line}${isApart ? '' : blank}`);
}

function endOfHeading({ text, tree }: Document, { span }: ParsedStory): number | undefined {
	let ends = headingEnds.get(tree);
	if (!ends) {
		ends = new Map();
		for (const node of walk(tree.root, ({ type }) => type !== 'heading' && type !== 'paragraph')) {
			if (node.type !== 'heading') continue;
			const { start, end } = tree.spanOf(node);
			ends.set(start, lineEnd(text, end));
		}
		headingEnds.set(tree, ends);
	}
	return ends.get(span.start);
}

/** Where the lines of a document's headings end, by where the headings start. */
const headingEnds = new WeakMap<MarkdownTree, Map<number, number>>();

/** The first line of the nearest story that has any, those above first. */
function modelLine(
	document: Document,
	story: ParsedStory,
): { readonly line: StoryField; readonly isTight: boolean } | undefined {
	const { stories, text } = document;
	const index = stories.indexOf(story);
	const nearest = [...stories.slice(0, index).toReversed(), ...stories.slice(index + 1)];
	for (const other of nearest) {
		const [line] = ownLines(document, other);
		const headingEnd = line && endOfHeading(document, other);
		if (!line || headingEnd === undefined) continue;
		return { line, isTight: nextLineStart(text, headingEnd) === lineStart(text, line.key.span.start) };
	}
	return undefined;
}
