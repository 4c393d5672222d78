import type { CompetencyLookup } from '../framework/lookups.ts';
import type { FieldValue, StoryField } from '../story/fields.ts';
import { isCompetencyLabel, splitTags } from '../story/storyLines.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { lineEndingOf, lineStart } from '../text/lines.ts';
import { type EditResult, insertion, noEdits, refuse } from './editResult.ts';
import { fitsCell, fitsLine, spaceBefore } from './storyLine.ts';

/** A line of tags and what is needed to read it again. */
export interface TagLine {
	readonly text: string;
	readonly line: StoryField;
	readonly competencies: CompetencyLookup;
	/** What stands between tags elsewhere in the document, for a line that has fewer than two. */
	readonly separator: string;
}

/** Adds a tag at the end of a line. */
export function addToLine(tagLine: TagLine, tag: string): EditResult {
	const { text, line, separator } = tagLine;
	const places = tagPlaces(text, line.value);
	const present = tagTexts(line.value);
	const last = places.at(-1);
	const { start } = line.value.span;
	if (!last) return verifiedLine(tagLine, [tag], [[insertion(start, spaceBefore(text, start) + tag)]]);
	const [first, second] = places;
	const inUse = (first && second && text.slice(first.end, second.start)) ?? itemBefore(text, line, last);
	const separators = [inUse ?? separator, '; ', ', '];
	const isCode = text[last.start] === '`' && places.every((place) => text[place.start] === '`');
	const written = isCode ? `\`${tag}\`` : tag;
	return verifiedLine(
		tagLine,
		[...present, tag],
		separators.map((between) => [insertion(last.end, between + written)]),
	);
}

/** What begins another item behind the only one of a list below the label; undefined where there is none. */
function itemBefore(text: string, { key }: StoryField, { start }: Span): string | undefined {
	const marks = text.slice(lineStart(text, start), start);
	if (!/[\r\n]/u.test(text.slice(key.span.end, start)) || !/^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+$/u.test(marks))
		return undefined;
	return lineEndingOf(text) + marks;
}

/** Takes a tag out of a line, with the separator before it. The label stays. */
export function removeFromLine(tagLine: TagLine, index: number): EditResult {
	const { text, line } = tagLine;
	const places = tagPlaces(text, line.value);
	const place = places[index];
	if (!place) return refuse('not-found', 'There is no such tag in this line.', line.key.span);
	const before = places[index - 1];
	const after = places[index + 1];
	const span = before
		? { start: before.end, end: place.end }
		: { start: place.start, end: after?.start ?? place.end };
	return verifiedLine(tagLine, tagTexts(line.value).toSpliced(index, 1), [[{ span, newText: '' }]]);
}

/**
 * Writes tags of a line anew.
 *
 * @param spelling says how a tag is to be written from now on; undefined for one that stays
 */
export function respellInLine(
	tagLine: TagLine,
	spelling: (tag: string, index: number) => string | undefined,
): EditResult {
	const edits: TextEdit[] = [];
	const tags = itemsOf(tagLine.line.value).map((item, index) => {
		const present = item.kind === 'scalar' ? item.text : '';
		const newText = spelling(present, index);
		if (newText === undefined || newText === present) return present;
		edits.push({ span: item.span, newText });
		return newText;
	});
	return edits.length > 0 ? verifiedLine(tagLine, tags, [edits]) : noEdits;
}

/** The first of the candidates after which the line reads as these tags. */
function verifiedLine(
	tagLine: TagLine,
	tags: readonly string[],
	candidates: readonly (readonly TextEdit[])[],
): EditResult {
	const { text, line, competencies } = tagLine;
	const { start, end } = line.value.span;
	const misfit = tags.find((tag) => !(line.isCell ? fitsCell : fitsLine)(tag));
	if (misfit !== undefined) return refuse('value', `“${misfit}” can’t stand in a line of tags.`, line.key.span);
	// Behind `Tags` only known competencies count; others need the other label.
	const isHeld =
		isCompetencyLabel(line.key.value) || (tags.length > 0 && tags.every((tag) => competencies.find(tag)));
	const label = line.key.value === line.key.value.toLowerCase() ? 'competencies' : 'Competencies';
	const relabelled: TextEdit[] = isHeld ? [] : [{ span: line.key.span, newText: label }];
	for (const edits of candidates) {
		const after = applyEdits(text.slice(0, end), edits);
		const written = splitTags(after, { start, end: after.length }, competencies).map(({ value }) => value);
		// Behind `Tags` what no framework knows is another tool's.
		const isOutright = relabelled.length > 0 || isCompetencyLabel(line.key.value);
		const read = isOutright ? written : written.filter((tag) => competencies.find(tag) ?? tags.includes(tag));
		if (sameTexts(read, tags)) return { edits: [...relabelled, ...edits] };
	}
	return refuse(
		'value',
		`The tags ${tags.map((tag) => `“${tag}”`).join(', ')} can’t be told apart in one line.`,
		line.key.span,
	);
}

/** Writes tags as the value of a line; undefined where they could not be told apart. */
export function tagLineValue(
	tags: readonly string[],
	competencies: CompetencyLookup,
	separator: string,
): string | undefined {
	if (!tags.every(fitsLine)) return undefined;
	return [separator, '; ', ', ']
		.map((between) => tags.join(between))
		.find((line) =>
			sameTexts(
				splitTags(line, { start: 0, end: line.length }, competencies).map(({ value }) => value),
				tags,
			),
		);
}

function itemsOf(value: FieldValue): readonly FieldValue[] {
	return value.kind === 'list' ? value.items : [];
}

function tagTexts(value: FieldValue): readonly string[] {
	return itemsOf(value).map((item) => (item.kind === 'scalar' ? item.text : ''));
}

/** Where the tags stand, with the code marks around them. */
function tagPlaces(text: string, value: FieldValue): readonly Span[] {
	return itemsOf(value).map(({ span: { start, end } }) =>
		text[start - 1] === '`' && text[end] === '`' ? { start: start - 1, end: end + 1 } : { start, end },
	);
}

function sameTexts(left: readonly string[], right: readonly string[]): boolean {
	return left.length === right.length && left.every((text, index) => text === right[index]);
}
