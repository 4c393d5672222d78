import { foldName } from '../framework/sectionNames.ts';
import type { Section } from '../story/model.ts';
import { lineEnd, lineEndingOf, lineStart } from '../text/lines.ts';

/** What a new section begins with, and what stands between two of its paragraphs. */
export interface SectionParts {
	readonly opening: string;
	readonly between: string;
	/** What ends it, where it is an element of HTML. */
	readonly closing?: string;
}

/** How a section that is to be added is called and numbered. */
export interface NewName {
	readonly name: string;
	/** The number of its item in a list, where such items have numbers. */
	readonly number: number | undefined;
	/** Whether pictures in front of the other's name belong to it alone. */
	readonly withoutPicture: boolean;
}

/** Copies what surrounds the name of another heading: quote marks and number signs. */
export function headingParts(text: string, model: Section, { name }: NewName): SectionParts {
	const eol = lineEndingOf(text);
	const heading = text.slice(model.span.start, model.body.start);
	const written = text.slice(model.span.start, model.name.start);
	const tag = /^[ \t>]*<h[1-6]\b[^#]*$/iu.test(written) ? written : undefined;
	const marks = tag ?? /^[^#]*#{1,6}[ \t]+/u.exec(written)?.[0];
	const outer = (marks ?? written).replace(/[#<\p{L}\p{N}].*$/su, '');
	const closing = tag
		? (/(?:<\/[^<>]*>)*<\/h[1-6]\s*>/iu.exec(heading)?.[0] ?? '')
		: marks
			? (/[ \t]+#+[ \t]*$/u.exec(heading)?.[0] ?? '')
			: '';
	const inside = outer.replaceAll(/[^\s>]/gu, ' ');
	const opening = `${marks ?? `${outer}${'#'.repeat(underlineDepth(heading))} `}${name}${closing}`;
	return { opening: `${opening}${eol}${inside.trimEnd()}${eol}${inside}`, between: `${eol}${inside}` };
}

/** The level of a heading by the line below it. */
function underlineDepth(heading: string): number {
	return /[\r\n][ \t>]*=+[ \t]*$/u.test(heading) ? 1 : 2;
}

/** Copies the tag of another element with the new name in it, and closes it. */
function elementParts(text: string, model: Section, name: string): SectionParts {
	const tag = text.slice(model.span.start, model.body.start).trimEnd();
	const written = foldName(text.slice(model.name.start, model.name.end));
	// Another attribute may say the name once more, and what tells one element from the others is its own.
	const renamed = tag
		.replaceAll(/(?<==\s*\{?)(["'])([^"']*)\1/gu, (whole, quote: string, value: string) => {
			if (foldName(value) !== written) return whole;
			return quote + (value === value.toLowerCase() ? name.toLowerCase() : name) + quote;
		})
		.replaceAll(/\s(?:default|open|selected)(?=[\s>])|\sid="[^"]*"/gu, '');
	const eol = lineEndingOf(text);
	const paragraph = eol + eol;
	const closing = `${paragraph}</${/^<([^\s>]+)/u.exec(tag)?.[1] ?? ''}>`;
	return { opening: renamed + paragraph, between: paragraph, closing };
}

/** Copies what surrounds the name of another label: list or quote marks, emphasis, colon or dash, its place above. */
export function labelParts(text: string, model: Section, { name, number, withoutPicture }: NewName): SectionParts {
	const eol = lineEndingOf(text);
	if (isElement(text, model)) return elementParts(text, model, name);
	const head = marksOf(text.slice(model.span.start, model.name.start), number, withoutPicture);
	const end = Math.min(lineEnd(text, model.name.end), Math.max(model.name.end, model.span.end));
	const isAbove = /^\s*\\?$/u.test(text.slice(model.body.start, Math.max(model.body.start, end)));
	const tail = text.slice(model.name.end, isAbove ? end : model.body.start).replace(aside, '');
	if (!isAbove)
		return { opening: `${head}${name}${/[\s】〕」』》〉]$/u.test(tail) ? tail : `${tail} `}`, between: ' ' };
	const below = firstBelow(text.slice(end, model.span.end));
	const inside = head
		.replaceAll(/\[ \][ \t]/gu, '')
		.replace(/[*_<\p{L}].*$/su, '')
		.replaceAll(/[^\s>]/gu, ' ');
	const gap = below ?? `${eol}${inside}`;
	return {
		opening: `${head}${name}${tail.trimEnd()}${gap}`,
		between: gap.slice(gap.search(/(?:\r\n|[\r\n])[^\r\n]*$/u)),
	};
}

const aside = /[ \t]*[([（［][^()[\]（）［］]*[)\]）］]/u;

/** The marks before a label, with a number of its own and nothing ticked off. */
function marksOf(marks: string, number: number | undefined, withoutPicture: boolean): string {
	const own = marks.replace(/\[[xX]\]/u, '[ ]');
	const numbered = number === undefined ? own : own.replace(/\d{1,3}(?=[.)])/u, String(number));
	return withoutPicture ? numbered.replaceAll(/\p{Extended_Pictographic}(?:\u200D|\uFE0F)*[ \t]*/gu, '') : numbered;
}

/** The line breaks, marks and indentation between a label and the text below it. */
function firstBelow(body: string): string | undefined {
	return /^[ \t]*((?:(?:\r\n|[\r\n])[ \t>]*)+(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?)(?=[^\s>])/u.exec(body)?.[1];
}

/** What stands between two sections: a blank line, with the marks of the quote around them, or a line break. */
export function gapBefore(text: string, section: Section): string {
	const eol = lineEndingOf(text);
	const begins = lineStart(text, section.span.start);
	const inLine = /<br\s*\/?>[ \t]*$/iu.exec(text.slice(begins, section.span.start))?.[0];
	if (inLine !== undefined) return inLine;
	if (isInline(text, section)) return ' ';
	return section.form === 'label' && !isApart(text, section) ? eol : blankLine(text, section);
}

/** Whether a section begins behind the text of another in its line. */
export function isInline(text: string, { form, span }: Section): boolean {
	return form === 'label' && /[^\s>]/u.test(text.slice(lineStart(text, span.start), span.start));
}

/** Whether a section is an element of HTML whose tag names it. */
export function isElement(text: string, { form, span, name }: Section): boolean {
	return form === 'label' && /^<[A-Za-z][^<>]*=\s*\{?["']\s*$/u.test(text.slice(span.start, name.start));
}

/** A blank line in the block quotes of a section. */
export function blankLine(text: string, { span, name }: Section): string {
	const eol = lineEndingOf(text);
	return eol + (/^(?:[ \t]*>)*/u.exec(text.slice(lineStart(text, span.start), name.start))?.[0] ?? '') + eol;
}

/** Whether a blank line stands above the section. */
export function isApart(text: string, section: Section): boolean {
	const above = text.slice(0, section.span.start).replace(/(?:\r\n|[\r\n])$/u, '');
	return isBlank(text.slice(lineStart(above, above.length), above.length)) || section.span.start === 0;
}

/** Whether a line holds nothing but the marks of the block quote around it. */
export function isBlank(line: string): boolean {
	return /^[\s>]*$/u.test(line);
}
