import type { FrontMatter } from '../story/frontMatter.ts';
import type { TextEdit } from '../text/edit.ts';
import { lineEndingOf } from '../text/lines.ts';

/**
 * Adds a field to a document, with front matter around it where there is none.
 * @param text the whole document; its line endings and byte order mark are kept
 * @param frontMatter the document's own, if any
 * @param line the field as one line of YAML
 */
export function insertField(text: string, frontMatter: FrontMatter | undefined, line: string): TextEdit {
	const end = lineEndingOf(text);
	if (frontMatter) {
		const { start } = frontMatter.content;
		return { span: { start, end: start }, newText: line + end };
	}
	const start = text.startsWith('\uFEFF') ? 1 : 0;
	const gap = /^[ \t]*(?:\r?\n|$)/u.test(text.slice(start, start + 200)) ? '' : end;
	return { span: { start, end: start }, newText: `---${end}${line}${end}---${end}${gap}` };
}
