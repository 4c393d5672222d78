import type { TextEdit } from '../text/edit.ts';
import { blankBelow, lineEnd, lineEndingOf, nextLineStart } from '../text/lines.ts';
import type { Fix } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import { wordSet } from '../text/words.ts';
import { readYaml } from '../text/yaml/readYaml.ts';
import { fieldNamed } from './fields.ts';

/** A block that was meant for front matter and is none: it stands in the wrong place, or its fences are others. */
export interface FrontMatterSlip {
	/** From what stands before the block to the end of its last fence. */
	readonly span: Span;
	/** The lines of YAML. */
	readonly content: Span;
	readonly message: string;
	/** The fence at fault. */
	readonly at: Span;
	readonly fix: Fix;
}

/** The block stands at the beginning of a document, within this many UTF-16 code units, or is not looked for. */
const maxHead = 4096;

/** Byte order marks; then white space and comments; then a line that may have been meant for a fence, or a field. */
const opening =
	/^(\uFEFF*)((?:\s|<!--(?:[^-]|-(?!->))*-->)*)(?<=(?:^|[\r\n\uFEFF])[ \t\u00A0]*)(?:([-–—]{2,}|—|(?:`{3,}|~{3,})[ \t]*ya?ml)[ \t\u00A0]*(?=[\r\n])|(?=["']?\p{L}+["']?[ \t]*:[ \t\r\n[]))/iu;
const closing = /^[ \t\u00A0]*(?:[-–—]{2,}|—|\.\.\.|`{3,}|~{3,})[ \t\u00A0]*$/u;
/** A line of a mapping, of a list in it, a comment, or the rest of a value in brackets. */
const yamlLine = /^(?:[ \t]*(?:["']?[\p{L}_][\p{L}\p{N}_ .-]*["']?[ \t]*:|-[ \t]|#)|[ \t]+\S|[\]}])/u;

/** Whether a text begins as front matter that slipped does; the text is then worth a closer look. */
export function mightSlip(text: string): boolean {
	return opening.test(text.slice(0, maxHead));
}

/**
 * Finds front matter that Markdown takes for something else: behind a blank line, a comment or a space, between lines
 * of other dashes, in a block of code, without fences, or never closed.
 *
 * @param text the whole document
 * @returns undefined where the document has proper front matter, or none was meant
 */
export function findFrontMatterSlip(text: string): FrontMatterSlip | undefined {
	const head = text.slice(0, maxHead);
	const [whole, mark = '', before = '', fence = ''] = opening.exec(head) ?? [];
	if (whole === undefined) return undefined;
	const openingAt = { start: mark.length + before.length, end: mark.length + before.length + fence.length };
	const start = fence === '' ? openingAt.start : nextLineStart(text, openingAt.end);
	const end = closingLine(head, start);
	const content = { start, end: end?.start ?? endOfFields(head, start) };
	const isCut = !end && content.end >= head.length && text.length > head.length;
	const firstKey = /^["']?(\p{L}+)/u.exec(text.slice(start, content.end))?.[1];
	const isMeantFor =
		fence === '' ? fieldNamed(firstKey ?? '') && mentionsStoryFields(text, content) : isMeant(text, content);
	if (content.end <= start || isCut || !isMeantFor) return undefined;
	const edits = mending(text, { mark, before, openingAt, content, closingAt: end });
	if (edits.length === 0) return undefined;
	const last = end?.end ?? content.end;
	const { message, isClosing, title } = complaint(text, before, fence, end);
	const firstLine = { start, end: lineEnd(text, start) };
	const span = { start: mark.length, end: last };
	return {
		span,
		content,
		message,
		at: isClosing && end ? end : fence === '' ? firstLine : openingAt,
		fix: { title, edits, preferred: true },
	};
}

/** A line break behind another, between which nothing is seen; the two marks of one break are none. */
const blankLineEnd = new RegExp(`${blankBelow(String.raw` \t`)}$`, 'u');

/** The line that was meant for the closing fence: everything up to there is YAML. */
function closingLine(text: string, from: number): Span | undefined {
	for (let line = from; line < text.length; line = nextLineStart(text, line)) {
		const end = lineEnd(text, line);
		const written = text.slice(line, end);
		if (closing.test(written)) return { start: line, end };
		if (written.trim() !== '' && !yamlLine.test(written)) return undefined;
		// Behind a blank line a number sign begins a heading.
		if (/^#{1,6} /u.test(written) && blankLineEnd.test(text.slice(from - 1, line))) return undefined;
	}
	return undefined;
}

/** Whether each line of a stretch is blank or could be one of YAML. */
export function isYaml(text: string, { start, end }: Span): boolean {
	for (let line = start; line < end; line = nextLineStart(text, line)) {
		const written = text.slice(line, lineEnd(text, line));
		if (written.trim() !== '' && !yamlLine.test(written)) return false;
	}
	return true;
}

function endOfFields(text: string, from: number): number {
	let line = from;
	while (line < text.length) {
		const written = text.slice(line, lineEnd(text, line));
		if (!yamlLine.test(written) || written.startsWith('#')) break;
		line = nextLineStart(text, line);
	}
	return line;
}

/** Fields that every other tool knows. */
const usualFields = wordSet('tags aliases author layout draft slug description categories');

/** Whether it reads as front matter of a story, or as fields of any tool. */
function isMeant(text: string, content: Span): boolean {
	if (mentionsStoryFields(text, content)) return true;
	try {
		const { root, faults } = readYaml(text, content, '');
		const keys = root?.kind === 'mapping' ? root.entries.map(({ name }) => name ?? '') : [];
		const isUsual = keys.some((key) => fieldNamed(key) ?? usualFields.has(key));
		return faults.length === 0 && isUsual && keys.every((key) => /^[a-z][\w-]*$/u.test(key));
	} catch {
		return false;
	}
}

/** Whether a block that can't be read shows that a story was meant, so that its author is told. */
export function mentionsStoryFields(text: string, { start, end }: Span): boolean {
	const block = text.slice(start, end);
	return /^[ \t]*["']?(?:competenc(?:y|ies)["']?[ \t]*[:=]|type["']?[ \t]*[:=][ \t]*["']?star-story)/mu.test(block);
}

interface Parts {
	readonly mark: string;
	readonly before: string;
	readonly openingAt: Span;
	readonly content: Span;
	readonly closingAt: Span | undefined;
}

/** Makes front matter of the block. A comment that stands before it moves below it. */
function mending(text: string, { mark, before, openingAt, content, closingAt }: Parts): readonly TextEdit[] {
	const eol = lineEndingOf(text);
	const edits: TextEdit[] = [];
	if (before !== '') edits.push({ span: { start: mark.length, end: openingAt.start }, newText: '' });
	const openingEnd = lineEnd(text, openingAt.end);
	if (openingAt.start === openingAt.end) edits.push({ span: openingAt, newText: `---${eol}` });
	else if (text.slice(openingAt.start, openingEnd).trimEnd() !== '---')
		edits.push({ span: { start: openingAt.start, end: openingEnd }, newText: '---' });
	const moved = before.trim() === '' ? '' : before.trim();
	if (!closingAt) {
		const lead = /[\r\n]$/u.test(text.slice(0, content.end)) ? '' : eol;
		const newText = `${lead}---${eol}${moved && moved + eol}`;
		edits.push({ span: { start: content.end, end: content.end }, newText });
	} else {
		if (text.slice(closingAt.start, closingAt.end).replace(/[ \t]+$/u, '') !== '---')
			edits.push({ span: closingAt, newText: '---' });
		if (moved) edits.push({ span: { start: closingAt.end, end: closingAt.end }, newText: eol + moved });
	}
	return edits;
}

function complaint(
	text: string,
	before: string,
	fence: string,
	end: Span | undefined,
): { readonly message: string; readonly title: string; readonly isClosing?: boolean } {
	if (/^[`~]/u.test(fence)) {
		const message = 'A block of code is not read as front matter: write `---` lines around it.';
		return { message, title: 'Make it front matter' };
	}
	if (fence === '')
		return {
			message: 'These fields are read between lines of three hyphens only, `---`: put one above and one below.',
			title: 'Make it front matter',
		};
	if (fence !== '---')
		return {
			message: 'Front matter stands between lines of three hyphens, `---`: this line has others.',
			title: 'Write ---',
		};
	if (before.trim() !== '')
		return {
			message: 'Front matter begins on the first line: a comment stands before it.',
			title: 'Move the comment below',
		};
	if (/[\r\n]/u.test(before))
		return {
			message: 'Front matter begins on the first line: a blank line stands before it.',
			title: 'Remove the blank line',
		};
	if (before !== '')
		return {
			message: 'Front matter begins at the start of the line: a space stands before it.',
			title: 'Remove the space',
		};
	if (!end)
		return {
			message: 'This front matter is never closed: end it with a line `---`.',
			title: 'Close the front matter',
		};
	const written = text.slice(end.start, end.end).trim();
	const message =
		written === '---'
			? 'A space stands before this line: it closes nothing.'
			: `\`${written}\` closes no front matter: end it with a line \`---\`.`;
	return { message, title: 'Write ---', isClosing: true };
}

/** A colon behind the name of a field, with no space after it: YAML then sees no field. */
const tightColon = /^([ \t]*)(["']?)([\p{L}-]+)\2:(?=[^\s:/])/gmu;

/**
 * Finds fields such as `competencies:[mentorship]`, which YAML takes for text.
 *
 * @param content of front matter that can't be read
 * @returns for the first one, the edits that put a space behind the colon of each; undefined where there is none
 */
export function findTightColons(
	text: string,
	content: Span,
): { readonly at: Span; readonly edits: readonly TextEdit[] } | undefined {
	const block = text.slice(content.start, Math.min(content.end, content.start + maxHead));
	const found = [...block.matchAll(tightColon)].filter(([, , , name = '']) => fieldNamed(name));
	const [first] = found;
	if (!first) return undefined;
	const placeOf = ({ index, 0: { length } }: RegExpExecArray) => content.start + index + length;
	const edits = found.map((match) => ({ span: { start: placeOf(match), end: placeOf(match) }, newText: ' ' }));
	const start = content.start + first.index + (first[1]?.length ?? 0);
	return { at: { start, end: placeOf(first) }, edits };
}

/** What stands above the first heading is looked at for fields that nobody reads, in UTF-16 code units. */
const maxTop = 1000;

/**
 * Whether fields of a story stand at the top of a document without front matter, too badly damaged to be mended: a
 * block above them would be a second one.
 */
export function hasStrayFields(text: string): boolean {
	const top = text.slice(0, maxTop);
	const heading = /^#{1,6}[ \t]/mu.exec(top)?.index ?? top.length;
	return mentionsStoryFields(top, { start: 0, end: heading });
}
