import type { Span } from '../text/span.ts';
import type { FieldValue, ScalarValue } from './fieldValue.ts';
import type { FrontMatterEntry } from './frontMatter.ts';

/** Text that YAML takes as it stands wherever a value may, and that is no number or date. */
const words = String.raw`[\p{L}][\p{L}\p{N} _.'’&()/%+–—-]*`;
const comment = String.raw`(?: +#[^\r\n]*)? *\r?`;

const number = String.raw`\d{4}-\d{2}(?:-\d{2})?|[1-9]\d{0,8}%?`;
const quoted = String.raw`"[^"\\\r\n]+"|'[^'\r\n]+'`;
/** In a line of its own a comma has no meaning. */
const value = new RegExp(String.raw`^(?:${quoted}|[\p{L}][\p{L}\p{N} _.,'’&()/%+–—-]*?|${number})(?=${comment}$)`, 'u');
const listItem = String.raw`(?:${quoted}|${words}|(?:${number}) *)`;
const list = new RegExp(String.raw`^\[ *(?:${listItem}(?:, *${listItem})*)?\](?=${comment}$)`, 'u');
const listItems = new RegExp(listItem, 'gu');
const field = /^([A-Za-z][\w-]*):( *)/u;
const item = /^( *)- +/u;
const rest = new RegExp(`^${comment}$`, 'u');

/** Longest line that is read here, in UTF-16 code units: patterns that look ahead must not meet a hostile one. */
const longestLine = 400;

/** What YAML makes something else of than text. */
const meaning = /^(?:null|true|false)$/iu;

/**
 * Reads a block of YAML that has nothing but plain fields and lists of plain texts, as most front matter, many times as
 * fast as a parser does.
 * @param text the whole document
 * @param content the block in it
 * @returns undefined where it has anything else; the same as a parser would say where it has not
 */
export function readPlainFields(text: string, content: Span): readonly FrontMatterEntry[] | undefined {
	const entries: FrontMatterEntry[] = [];
	const keys = new Set<string>();
	for (let at = content.start; at < content.end; ) {
		const line = lineAt(text, at, content.end);
		const [head, key = '', gap = ''] = field.exec(line) ?? [];
		if (head === undefined || keys.has(key) || line.length > longestLine) return undefined;
		keys.add(key);
		const start = at + head.length;
		const next = at + line.length + 1;
		const told = gap === '' ? undefined : (plainValue(line.slice(head.length), start) ?? flowList(line.slice(head.length), start));
		const items = told || !rest.test(line.slice(head.length - gap.length)) ? undefined : blockList(text, next, content.end);
		const found = told ?? items?.value;
		if (!found) return undefined;
		entries.push({ key: { value: key, span: { start: at, end: at + key.length } }, value: found });
		at = items?.next ?? next;
	}
	return entries;
}

/** The line from `start`, without its line feed. */
function lineAt(text: string, start: number, end: number): string {
	const feed = text.indexOf('\n', start);
	return text.slice(start, feed < 0 || feed > end ? end : feed);
}

function plainValue(line: string, start: number): ScalarValue | undefined {
	const [found] = value.exec(line) ?? [];
	return found === undefined ? undefined : scalar(found, start);
}

function scalar(text: string, start: number): ScalarValue | undefined {
	const quote = text.charAt(0);
	if (quote === '"' || quote === "'") return { kind: 'scalar', type: 'string', text: text.slice(1, -1), span: { start: start + 1, end: start + text.length - 1 }, quote };
	if (meaning.test(text)) return undefined;
	return { kind: 'scalar', type: /^\d+$/u.test(text) ? 'number' : 'string', text, span: { start, end: start + text.length } };
}

function flowList(line: string, start: number): FieldValue | undefined {
	const [found] = list.exec(line) ?? [];
	if (found === undefined) return undefined;
	const items: ScalarValue[] = [];
	for (const { 0: written, index } of found.matchAll(listItems)) {
		const read = scalar(written.trimEnd(), start + index);
		if (!read) return undefined;
		items.push(read);
	}
	return { kind: 'list', items, span: { start, end: start + found.length } };
}

function blockList(text: string, from: number, end: number): { readonly value: FieldValue; readonly next: number } | undefined {
	const items: ScalarValue[] = [];
	let [at, indent] = [from, ''];
	while (at < end) {
		const line = lineAt(text, at, end);
		const mark = item.exec(line);
		if (!mark) break;
		if (items.length === 0) indent = mark[1] ?? '';
		const read = mark[1] === indent && line.length <= longestLine ? plainValue(line.slice(mark[0].length), at + mark[0].length) : undefined;
		if (!read) return undefined;
		items.push(read);
		at += line.length + 1;
	}
	const last = items.at(-1);
	return last && { value: { kind: 'list', items, span: { start: from + indent.length, end: last.span.end } }, next: at };
}
