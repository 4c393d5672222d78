import { isAlias, isPair, isScalar, isSeq } from 'yaml';
import { lineEnd } from '../text/lines.ts';
import { type Located, type Span, trimSpan } from '../text/span.ts';
import { emptyScalar, parseYaml, type SyntaxFault } from '../yaml/yamlDocument.ts';
import type { FieldValue } from './fieldValue.ts';
import { findFrontMatter, type FrontMatterPlace } from './frontMatterPlace.ts';

/** The block between the fences at the start of a document, read but never written back. */
export interface FrontMatter {
	readonly format: 'yaml' | 'toml';
	/** From the opening fence to the end of the closing one. */
	readonly span: Span;
	/** What stands between the fences, the last line ending included. */
	readonly content: Span;
	/** Whether the block could be read as it was meant; else its entries are a guess. */
	readonly intact: boolean;
	readonly entries: readonly FrontMatterEntry[];
	readonly errors: readonly SyntaxFault[];
}

export interface FrontMatterEntry {
	readonly key: Located<string>;
	readonly value: FieldValue;
}

/**
 * Reads the front matter of a document.
 * @param text the whole document
 * @param place of the front matter in it, for a caller that has looked already
 * @returns undefined where there is none, nor a fence that was meant to begin some
 */
export function readFrontMatter(text: string, place = findFrontMatter(text)): FrontMatter | undefined {
	if (!place) return undefined;
	if (!place.isClosed) return readUnclosed(text, place);
	const { format, span, content } = place;
	const unreadable = (message: string, at: Span): FrontMatter => {
		return { format, span, content, intact: false, entries: [], errors: [{ message, span: at }] };
	};
	if (format === 'toml') {
		const fence = { start: span.start, end: span.start + 3 };
		return unreadable('TOML front matter is not read here: write YAML between `---` lines.', fence);
	}
	try {
		return { format, span, content, ...readYaml(text, content) };
	} catch {
		// The YAML parser recurses, and a block that nests thousands deep exhausts its stack, caught by itself or not.
		return unreadable('This front matter nests too deeply to be read.', firstLine(text, content));
	}
}

/** Whether a block that can't be read shows that a story was meant, so that its author is told. */
export function mentionsStoryFields(text: string, { start, end }: Span): boolean {
	const block = text.slice(start, end);
	return /^[ \t]*["']?(?:competenc(?:y|ies)["']?[ \t]*[:=]|type["']?[ \t]*[:=][ \t]*["']?star-story)/mu.test(block);
}

/** Front matter that nothing closed is searched for story fields down to its first blank line, and no further than this. */
const longestUnclosed = 4096;

/** A first line `---` that nothing closes is a rule to Markdown, but the story fields below it show what was meant. */
function readUnclosed(text: string, { format, span, content: { start } }: FrontMatterPlace): FrontMatter | undefined {
	if (format !== 'yaml') return undefined;
	const below = text.slice(start, start + longestUnclosed);
	const content = { start, end: start + (/(?:^|\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)|$/u.exec(below)?.index ?? 0) };
	if (!mentionsStoryFields(text, content)) return undefined;
	const message = 'This front matter is never closed: end it with a line `---`.';
	return { format, span, content, intact: false, entries: [], errors: [{ message, span }] };
}

const moreDocuments = 'A line `...` ends the front matter: what follows is not read.';

/** @throws RangeError where the block nests too deeply */
function readYaml(text: string, content: Span): Pick<FrontMatter, 'entries' | 'errors' | 'intact'> {
	const { root, map, faults, resolve, scalar, spanOf } = parseYaml(text, content, moreDocuments);
	const errors = [...faults];
	if (root && !map && errors.length === 0) {
		const message = 'Front matter is a list of fields: `name: value`, one a line.';
		errors.push({ message, span: firstLine(text, content) });
	}
	const intact = errors.length === 0;

	const entries: FrontMatterEntry[] = [];
	const seen = new Set<string>();
	for (const pair of map?.items ?? []) {
		if (!isPair(pair) || !isScalar(pair.key) || !pair.key.range) continue;
		const keySpan = spanOf(pair.key, content);
		const key = String(pair.key.value);
		if (seen.has(key)) errors.push({ message: `\`${key}\` is set twice: keep one.`, span: keySpan });
		seen.add(key);
		entries.push({ key: { value: key, span: keySpan }, value: toFieldValue(pair.value, keySpan) });
	}
	return { entries, errors, intact };

	function toFieldValue(node: unknown, keySpan: Span): FieldValue {
		const target = resolve(node);
		const span = spanOf(node, { start: keySpan.end, end: keySpan.end });
		if (isScalar(target)) return scalar(target, span);
		if (isSeq(target)) {
			const items = target.items.map((item): FieldValue => {
				const itemSpan = spanOf(item, span);
				const value = resolve(item);
				return isScalar(value) ? scalar(value, itemSpan) : { kind: 'mapping', span: itemSpan };
			});
			const end = node === target && !target.flow ? endOfBlockList(text, span, items.at(-1)) : span.end;
			return { kind: 'list', items, span: { start: span.start, end } };
		}
		if (target === null || (target === undefined && !isAlias(node))) return emptyScalar(span);
		return { kind: 'mapping', span: trimSpan(text, span) };
	}
}

/** The parser counts the comments and blank lines below a block list as part of it, and of a last item that is empty. */
function endOfBlockList(text: string, { start, end }: Span, last: FieldValue | undefined): number {
	if (!last || last.span.end > last.span.start) return last?.span.end ?? end;
	const withoutComments = text.slice(start, end).replaceAll(/(?<!\S)#[^\r\n]*/gu, (comment) => ' '.repeat(comment.length));
	return start + withoutComments.lastIndexOf('-') + 1;
}

function firstLine(text: string, { start }: Span): Span {
	return { start, end: lineEnd(text, start) };
}
