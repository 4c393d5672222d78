import { blankBelow, lineEnd, nextLineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** Where the front matter of a document stands. */
export interface FrontMatterPlace {
	readonly format: 'yaml' | 'toml';
	/** From the opening fence to the end of the closing one; the opening one alone where nothing closes it. */
	readonly span: Span;
	/** What stands between the fences, the last line ending included; all that follows where nothing closes them. */
	readonly content: Span;
	/** Whether there is a closing fence, without which Markdown sees no front matter. */
	readonly isClosed: boolean;
}

const openingFence = /^(\uFEFF*)(---|\+\+\+)[ \t]*(?:\r\n|\r|\n|$)/u;

/**
 * Finds the fences of front matter as `remark-frontmatter` sees them: the opening one is the first line, a byte order
 * mark before it aside. Between two rules of a text stands none.
 *
 * @param text the whole document, or its beginning down to the closing fence
 */
export function findFrontMatter(text: string): FrontMatterPlace | undefined {
	const [opening, mark = '', fence] = openingFence.exec(text) ?? [];
	if (opening === undefined) return undefined;
	const format = fence === '---' ? 'yaml' : 'toml';
	const closingFence =
		format === 'yaml' ? /(?<=[\r\n])---[ \t]*(?=[\r\n]|$)/gu : /(?<=[\r\n])\+\+\+[ \t]*(?=[\r\n]|$)/gu;
	closingFence.lastIndex = opening.length;
	const closing = closingFence.exec(text);
	const [start, contentStart] = [mark.length, opening.length];
	if (!closing)
		return {
			format,
			span: { start, end: start + 3 },
			content: { start: contentStart, end: text.length },
			isClosed: false,
		};
	const span = { start, end: closing.index + closing[0].length };
	const content = { start: contentStart, end: closing.index };
	if (format === 'yaml' && isMarkdown(text.slice(content.start, content.end))) return undefined;
	return { format, span, content, isClosed: true };
}

const fieldLine = /^(?:["']?[\p{L}\p{N}_][\p{L}\p{N}_ .-]*["']?[ \t]*:(?:\s|$)|[{?&!%])/mu;
/** A heading below a blank line, or a label in bold: in YAML they are a comment, or nothing that can be read. */
const markdownLine = new RegExp(
	String.raw`${blankBelow(String.raw` \t`)}#{1,6}[ \t]|^[ \t>]*(?:[-*+][ \t]+)?\*\*[^*\r\n]+\*\*`,
	'mu',
);

/** Whether what stands between two lines of dashes is a text between two rules, and holds no field. */
function isMarkdown(content: string): boolean {
	return markdownLine.test(`\n${content}`) && !fieldLine.test(content);
}

/**
 * The lines of front matter around a caret, while it is being written: to the closing fence, or to the first blank line
 * where that is still missing.
 *
 * @param text the whole document
 * @param offset of the caret
 * @returns undefined where the caret stands elsewhere
 */
export function frontMatterAround(text: string, offset: number): Span | undefined {
	const place = findFrontMatter(text);
	if (place?.format !== 'yaml' || offset < place.content.start) return undefined;
	const { start, end } = place.content;
	let blank: number | undefined;
	for (let line = start; line < end; line = nextLineStart(text, line)) {
		const written = text.slice(line, lineEnd(text, line));
		if (written.trim() === '') blank ??= line;
		// Markdown has begun: the fence further down is a rule.
		else if (blank !== undefined && /^#{1,6}[ \t]/u.test(written))
			return offset <= blank ? { start, end: blank } : undefined;
	}
	if (place.isClosed) return offset < end ? { start, end } : undefined;
	const last = blank ?? end;
	return offset <= last ? { start, end: last } : undefined;
}
