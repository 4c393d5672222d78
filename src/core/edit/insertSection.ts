import { type SectionKind, sectionKinds, sectionTitles } from '../story/sectionKind.ts';
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
 * Finds the place of a missing section in STAR order and writes it in the form of the story's other sections.
 * @param text the whole document
 * @param story a story of it that lacks the section
 * @param prompts at least one; they become the section's text
 */
export function insertSection(
	text: string,
	story: Pick<Story, 'sections' | 'span' | 'level'>,
	kind: SectionKind,
	prompts: readonly string[],
): SectionInsertion {
	const eol = lineEndingOf(text);
	const place = placeOf(kind, story.sections);
	const following = place < story.sections.length ? story.sections[place] : undefined;
	const previous = story.sections[place - 1];
	const model = following ?? previous;
	const parts = model?.form === 'label' ? labelParts(text, model, kind) : headingParts(story, model, text, kind, eol);
	const gap = model?.form === 'label' && !isApart(text, following ?? model) ? eol : eol + eol;
	const between = parts.between;
	if (following) {
		return { offset: following.span.start, before: parts.opening, prompts, between, after: gap };
	}
	const end = previous ? endOfText(text, previous.body.start, previous.span.end) : endOfText(text, story.span.start, story.span.end);
	const isFirstLine = end === 0 || (end === 1 && text.startsWith('\uFEFF'));
	return { offset: end, before: (isFirstLine ? '' : gap) + parts.opening, prompts, between, after: end === text.length ? eol : '' };
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
	const marks = model && /^[ \t]{0,3}(#{1,6})[ \t]/u.exec(text.slice(model.span.start, model.body.start))?.[1];
	const depth = marks?.length ?? Math.min(story.level + 1, 6);
	return { opening: `${'#'.repeat(depth)} ${sectionTitles[kind]}${eol}${eol}`, between: eol };
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
	return text.slice(lineStart(above, above.length), above.length).trim() === '' || section.span.start === 0;
}

function endOfText(text: string, start: number, end: number): number {
	return start + text.slice(start, end).trimEnd().length;
}
