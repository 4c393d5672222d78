import { type SectionKind, sectionKinds, sectionTitles } from '../framework/sectionKind.ts';
import type { Section, Story } from '../story/model.ts';
import { lineEndingOf, lineStart } from '../text/lines.ts';

/** A section that is to be added: where, and the text in parts, so that prompts can become tab stops. */
export interface SectionInsertion {
	/** Offset of the insertion. */
	readonly offset: number;
	readonly before: string;
	readonly prompts: readonly string[];
	/** What stands between two prompts. */
	readonly between: string;
	readonly after: string;
}

/**
 * Finds the place of a missing section in STAR order and writes it in the form of the story's other sections. A table
 * is whole only with a cell for each of its rows and columns, so nothing is written into one.
 *
 * @param text the whole document
 * @param story a story of it that lacks the section
 * @param prompts at least one; they become the section's text
 * @returns undefined where the sections stand in a table
 */
export function insertSection(
	text: string,
	story: Pick<Story, 'span' | 'level'> & { readonly sections: readonly Section[] },
	kind: SectionKind,
	prompts: readonly string[],
): SectionInsertion | undefined {
	if (story.sections.some(({ form }) => form === 'cell')) return undefined;
	const eol = lineEndingOf(text);
	const place = placeOf(kind, story.sections);
	const following = place < story.sections.length ? story.sections[place] : undefined;
	const previous = story.sections[place - 1];
	const model = following ?? previous;
	const { opening, between } =
		model?.form === 'label' ? labelParts(text, model, kind) : headingParts(story, model, text, kind, eol);
	const blankLine = eol + (model?.form === 'label' ? quoteMarks(text, model) : '') + eol;
	if (following) {
		const after = following.form === 'label' && !isApart(text, following) ? eol : blankLine;
		return { offset: following.span.start, before: opening, prompts, between, after };
	}
	const end = endOfText(
		text,
		previous ? previous.body.start : story.span.start,
		previous?.span.end ?? story.span.end,
	);
	const isFirstLine = end === 0 || (end === 1 && text.startsWith('\uFEFF'));
	const isTight =
		previous?.form === 'label' && !isApart(text, previous) && !holdsBlankLine(text.slice(previous.span.start, end));
	const before = isTight ? eol : blankLine;
	return {
		offset: end,
		before: (isFirstLine ? '' : before) + opening,
		prompts,
		between,
		after: end === text.length ? eol : '',
	};
}

/** The inserted section as plain text. */
export function insertionText({ before, prompts, between, after }: SectionInsertion): string {
	return before + prompts.join(between) + after;
}

/** The index in `sections` at which the new one belongs: before the first that comes later in STAR order. */
function placeOf(kind: SectionKind, sections: readonly Section[]): number {
	const order = sectionKinds.indexOf(kind);
	const later = sections.findIndex((section) => sectionKinds.indexOf(section.kind) > order);
	return later < 0 ? sections.length : later;
}

function headingParts(
	story: Pick<Story, 'level'>,
	model: Section | undefined,
	text: string,
	kind: SectionKind,
	eol: string,
): { opening: string; between: string } {
	const depth = (model && depthOf(text.slice(model.span.start, model.body.start))) ?? Math.min(story.level + 1, 6);
	return { opening: `${'#'.repeat(depth)} ${sectionTitles[kind]}${eol}${eol}`, between: eol };
}

/** The level of a heading, from its number signs or its underline. */
function depthOf(heading: string): number | undefined {
	const marks = /^[^\p{L}\p{N}#]*(#{1,6})(?:\s|$)/u.exec(heading)?.[1];
	if (marks) return marks.length;
	const underline = /[\r\n][ \t>]*([=-])[=-]*[ \t]*$/u.exec(heading)?.[1];
	if (!underline) return undefined;
	return underline === '=' ? 1 : 2;
}

/** Copies what surrounds the name of a neighbouring label: list or quote marks, bold marks, colon or dash. */
function labelParts(text: string, model: Section, kind: SectionKind): { opening: string; between: string } {
	const head = text.slice(model.span.start, model.name.start);
	const tail = text.slice(model.name.end, model.body.start).replace(/[\r\n]+$/u, '');
	return { opening: `${head}${sectionTitles[kind]}${/\s$/u.test(tail) ? tail : `${tail} `}`, between: ' ' };
}

/** Whether a blank line stands above the section. */
function isApart(text: string, section: Section): boolean {
	const above = text.slice(0, section.span.start).replace(/\r?\n$/u, '');
	return isBlank(text.slice(lineStart(above, above.length), above.length)) || section.span.start === 0;
}

function holdsBlankLine(lines: string): boolean {
	return lines.split(/\r\n|[\r\n]/u).some(isBlank);
}

/** Whether a line holds nothing but the marks of the block quote around it. */
function isBlank(line: string): boolean {
	return /^[\s>]*$/u.test(line);
}

/** The marks of the block quotes that a label stands in, without the space after them. */
function quoteMarks(text: string, { span, name }: Section): string {
	return /^(?:[ \t]*>)*/u.exec(text.slice(span.start, name.start))?.[0] ?? '';
}

/** The end of the last line in the stretch that is not blank. */
function endOfText(text: string, start: number, end: number): number {
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
