import type { FrontMatter } from '../story/frontMatter.ts';
import type { TextEdit } from '../text/edit.ts';
import { lineEndingOf } from '../text/lines.ts';

/** What stands before the first field, below blank lines and comments: its indentation, or the brace of a flow mapping. */
const firstField = /^(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*([ \t]*)(\{)?/u;

/**
 * Adds a field to a document, with front matter around it where there is none.
 * @param text the whole document; its line endings and byte order mark are kept
 * @param frontMatter the document's own, if any; it must be intact
 * @param line the field as one line of YAML
 */
export function insertField(text: string, frontMatter: FrontMatter | undefined, line: string): TextEdit {
	const end = lineEndingOf(text);
	if (frontMatter) {
		const { content } = frontMatter;
		const [above = '', indentation = '', brace] = firstField.exec(text.slice(content.start, content.end)) ?? [];
		const start = content.start + (brace ? above.length : 0);
		return { span: { start, end: start }, newText: brace ? `${line}, ` : indentation + line + end };
	}
	const start = text.startsWith('\uFEFF') ? 1 : 0;
	const gap = /^[ \t]*(?:\r?\n|$)/u.test(text.slice(start, start + 200)) ? '' : end;
	return { span: { start, end: start }, newText: `---${end}${line}${end}---${end}${gap}` };
}
