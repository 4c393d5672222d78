import { fieldNamed, fields } from '../story/fields.ts';
import type { FrontMatter, FrontMatterEntry } from '../story/frontMatter.ts';
import type { TextEdit } from '../text/edit.ts';
import { lineEnd, lineEndingOf, lineStart, nextLineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { YamlBlock } from '../text/yaml/readYaml.ts';
import { type EditResult, insertion } from './editResult.ts';
import { bracesOf } from './frontMatterField.ts';
import { type Content, verified } from './verifiedEdit.ts';
import { appendToFlow, flowParts } from './yamlParts.ts';

/**
 * Puts front matter before a document that has none.
 *
 * @param text the whole document; its line endings and byte order mark are kept
 * @param lines of YAML
 */
export function newFrontMatter(text: string, lines: readonly string[]): TextEdit {
	const end = lineEndingOf(text);
	const start = /^\uFEFF*/u.exec(text)?.[0].length ?? 0;
	const gap = /^[ \t]*(?:\r?\n|$)/u.test(text.slice(start, start + 200)) ? '' : end;
	return insertion(start, ['---', ...lines, '---', gap].join(end));
}

/**
 * Adds a field to front matter, below the last of those that come before it in the table of fields.
 *
 * @param value as YAML
 * @param content what it reads as
 */
export function addField(
	text: string,
	frontMatter: FrontMatter,
	yaml: YamlBlock,
	{ name, value, content }: { readonly name: string; readonly value: string; readonly content: Content },
): EditResult {
	const line = `${name}: ${value}`;
	return verified(text, frontMatter, { added: name, content }, candidates());

	function* candidates(): Generator<TextEdit[]> {
		const eol = lineEndingOf(text);
		const { entries } = frontMatter;
		const above = precedingField(entries, name)?.written.part;
		const braces = bracesOf(yaml);
		if (braces) {
			if (above) yield [insertion(above.end, `, ${line}`)];
			else if (entries.length > 0) yield [insertion(braces.start + 1, `${line}, `)];
			yield appendToFlow(
				text,
				flowParts(
					entries.map(({ written }) => written),
					braces,
				),
				line,
				eol,
			);
			return;
		}
		const first = entries[0]?.written.part.start;
		const indentation = first === undefined ? '' : text.slice(lineStart(text, first), first);
		if (above) yield [insertion(endOfField(text, above, indentation.length), eol + indentation + line)];
		yield [insertion(frontMatter.content.start, indentation + line + eol)];
	}
}

function precedingField(present: readonly FrontMatterEntry[], name: string): FrontMatterEntry | undefined {
	const order = fields.findIndex((field) => field.name === name);
	const before = fields.slice(0, order).map((field) => field.name);
	return before.flatMap((other) => present.find(({ key }) => fieldNamed(key.value)?.name === other) ?? []).at(-1);
}

/** The end of a field's last line; comments below it that stand deeper than its key belong to it. */
function endOfField(text: string, { end }: Span, column: number): number {
	let last = lineEnd(text, end);
	for (let next = nextLineStart(text, last); next > last; next = nextLineStart(text, last)) {
		const line = text.slice(next, lineEnd(text, next));
		const indentation = /^([ \t]*)#/u.exec(line)?.[1];
		if (indentation === undefined || indentation.length <= column) break;
		last = next + line.length;
	}
	return last;
}
