import { applyEdits, type TextEdit } from '../text/edit.ts';
import { lineEnd, lineEndingOf, nextLineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { findFrontMatter, type FrontMatterPlace } from './frontMatterPlace.ts';
import { type FrontMatterSlip, isYaml, mentionsStoryFields } from './frontMatterSlip.ts';

/** So much below a block is looked at for its fields, in UTF-16 code units. */
const maxBelow = 4096;

/**
 * Finds the fields of a story right below the line that closes front matter without any: that line stands too high, or
 * is one too many.
 *
 * @param text the whole document
 */
export function findFrontMatterClosedEarly(text: string, place: FrontMatterPlace): FrontMatterSlip | undefined {
	const { span, content } = place;
	const fence = { start: content.end, end: span.end };
	const isEmpty = text.slice(content.start, content.end).trim() === '';
	if (!isEmpty && mentionsStoryFields(text, content)) return undefined;
	const found = isEmpty ? blockBelow(text, fence) : undefined;
	const fields = found ?? fieldsBelow(text, fence);
	if (!mentionsStoryFields(text, fields)) return undefined;
	const removal = { span: { start: fence.start, end: nextLineStart(text, fence.end) }, newText: '' };
	const closing = closingBelow(text, fields);
	const edits: readonly TextEdit[] = closing ? [removal] : [removal, fenceBehind(text, fields)];
	const message = 'This line closes the front matter above its fields: take it out.';
	return {
		span: { start: span.start, end: closing?.end ?? fields.end },
		content: { start: content.start, end: fields.end },
		message: closing ? message : message.replace('take it out', 'put it below them'),
		at: fence,
		fix: { title: closing ? 'Remove the line ---' : 'Move the line --- below', edits, preferred: true },
	};
}

/** What is read of a document beside its front matter to find that; the same text gives the same answer. */
export function readBelowFrontMatter(text: string, { span, content }: FrontMatterPlace): string {
	const isEmpty = text.slice(content.start, content.end).trim() === '';
	if (isEmpty) return text.slice(span.end, span.end + maxBelow);
	const fields = fieldsBelow(text, { start: content.end, end: span.end });
	return text.slice(fields.start, lineEnd(text, fields.end));
}

/** The fields between an empty block and another line of dashes. */
function blockBelow(text: string, fence: Span): Span | undefined {
	const edits = [{ span: { start: fence.start, end: nextLineStart(text, fence.end) }, newText: '' }];
	const below = findFrontMatter(applyEdits(text.slice(0, fence.end + maxBelow), edits));
	if (!below?.isClosed) return undefined;
	const moved = nextLineStart(text, fence.end) - fence.start;
	return { start: below.content.start + moved, end: below.content.end + moved };
}

/** The lines that follow a fence without a blank one between and could be of YAML. */
function fieldsBelow(text: string, fence: Span): Span {
	const start = nextLineStart(text, fence.end);
	let end = start;
	while (end < Math.min(text.length, start + maxBelow)) {
		const line = { start: end, end: lineEnd(text, end) };
		const written = text.slice(line.start, line.end);
		if (/^\s*$|^#|^-{3}[ \t]*$/u.test(written) || !isYaml(text, line)) break;
		end = nextLineStart(text, end);
	}
	return { start, end };
}

/** The line of three hyphens right below fields, if one is there. */
function closingBelow(text: string, { end }: Span): Span | undefined {
	const line = { start: end, end: lineEnd(text, end) };
	return /^---[ \t]*$/u.test(text.slice(line.start, line.end)) ? line : undefined;
}

function fenceBehind(text: string, { end }: Span): TextEdit {
	const eol = lineEndingOf(text);
	const isOwnLine = /[\r\n]$/u.test(text.slice(0, end));
	return { span: { start: end, end }, newText: isOwnLine ? `---${eol}` : `${eol}---` };
}
