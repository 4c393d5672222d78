import { isAlias, isCollection, isMap, isPair, isScalar, isSeq, type Node, parseDocument, type Scalar, visit } from 'yaml';
import { type Located, type Span, trimSpan } from '../text/span.ts';
import { lineEnd, lineStart, nextLineStart } from '../text/lines.ts';
import type { FieldValue, ScalarValue } from './fieldValue.ts';

/** The block between the fences on the first line, read but never written back. */
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

/** Something that YAML can't read, in words for the author. */
export interface SyntaxFault {
	readonly message: string;
	readonly span: Span;
	readonly tab?: boolean;
}

/**
 * Reads the front matter whose fences span `span`.
 * @param text the whole document
 * @param span from the opening fence to the end of the closing one
 */
export function readFrontMatter(text: string, span: Span, format: 'yaml' | 'toml'): FrontMatter {
	const start = nextLineStart(text, span.start);
	const content = { start, end: Math.max(start, lineStart(text, span.end)) };
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

/**
 * Finds a first line `---` that nothing closes: a rule to Markdown, but the story fields below it show what was meant.
 * @param text a document in which Markdown sees no front matter
 */
export function readUnclosedFrontMatter(text: string): FrontMatter | undefined {
	const fence = /^\uFEFF?---[ \t]*\r?\n/u.exec(text)?.[0];
	if (!fence) return undefined;
	const start = fence.startsWith('\uFEFF') ? 1 : 0;
	const below = text.slice(fence.length, fence.length + longestUnclosed);
	const content = { start: fence.length, end: fence.length + (/(?:^|\r?\n)[ \t]*\r?\n|$/u.exec(below)?.index ?? 0) };
	if (!mentionsStoryFields(text, content)) return undefined;
	const span = { start, end: start + 3 };
	const message = 'This front matter is never closed: end it with a line `---`.';
	return { format: 'yaml', span, content, intact: false, entries: [], errors: [{ message, span }] };
}

/** One slip can trip the parser over every line below it; nobody mends more than these at a time. */
const mostErrors = 10;

function readYaml(text: string, content: Span): Pick<FrontMatter, 'entries' | 'errors' | 'intact'> {
	// `uniqueKeys` compares every key with every other one; duplicates are found below at a constant cost a key.
	const document = parseDocument<Node>(text.slice(content.start, content.end), {
		prettyErrors: false,
		// Below this level a second document goes unnoticed.
		logLevel: 'error',
		uniqueKeys: false,
	});
	if (document.errors.some(({ message }) => /call stack|recursion/iu.test(message))) throw new RangeError('too deep');
	const errors: SyntaxFault[] = document.errors.slice(0, mostErrors).map(({ code, message, pos }) => {
		const span = shift({ start: pos[0], end: pos[1] }, content);
		if (code === 'TAB_AS_INDENT') return { ...tabFault(text, span), tab: true };
		if (code === 'MULTIPLE_DOCS') return { message: 'A line `...` ends the front matter: what follows is not read.', span: firstLine(text, span) };
		return { message: `YAML: ${lowerFirst(withoutFullStop(message))}.`, span };
	});
	if (document.contents && !isMap(document.contents) && errors.length === 0) {
		const message = 'Front matter is a list of fields: `name: value`, one a line.';
		errors.push({ message, span: firstLine(text, content) });
	}
	const intact = errors.length === 0;

	const anchors = anchorsIn(document.contents);
	const resolve = (node: unknown): unknown => (isAlias(node) ? anchors.get(node.source) : node);

	const entries: FrontMatterEntry[] = [];
	const seen = new Set<string>();
	for (const pair of isMap(document.contents) ? document.contents.items : []) {
		if (!isPair(pair) || !isScalar(pair.key) || !pair.key.range) continue;
		const keySpan = nodeSpan(pair.key, content);
		const key = String(pair.key.value);
		if (seen.has(key)) errors.push({ message: `\`${key}\` is set twice: keep one.`, span: keySpan });
		seen.add(key);
		entries.push({ key: { value: key, span: keySpan }, value: toFieldValue(pair.value, keySpan) });
	}
	return { entries, errors, intact };

	function toFieldValue(node: unknown, keySpan: Span): FieldValue {
		const target = resolve(node);
		const span = isNodeWithRange(node) ? nodeSpan(node, content) : { start: keySpan.end, end: keySpan.end };
		if (isScalar(target)) return toScalar(text, target, span);
		if (isSeq(target)) {
			const items = target.items.map((item): FieldValue => {
				const itemSpan = isNodeWithRange(item) ? nodeSpan(item, content) : span;
				const value = resolve(item);
				return isScalar(value) ? toScalar(text, value, itemSpan) : { kind: 'mapping', span: itemSpan };
			});
			// The parser counts the comments and blank lines below a block list as part of it.
			const end = node === target && !target.flow ? (items.at(-1)?.span.end ?? span.end) : span.end;
			return { kind: 'list', items, span: trimSpan(text, { start: span.start, end }) };
		}
		if (target === null || (target === undefined && !isAlias(node))) return emptyScalar(span);
		return { kind: 'mapping', span: trimSpan(text, span) };
	}
}

/** Anchored nodes by name. Aliases are looked up one step deep and never expanded, so that a bomb stays small. */
function anchorsIn(contents: Node | null): ReadonlyMap<string, Node> {
	const anchors = new Map<string, Node>();
	if (contents) {
		visit(contents, (_key, node) => {
			if ((isScalar(node) || isCollection(node)) && node.anchor) anchors.set(node.anchor, node);
		});
	}
	return anchors;
}

function toScalar(text: string, scalar: Scalar, whole: Span): ScalarValue {
	const { value } = scalar;
	if (value === null || value === undefined) return emptyScalar(whole);
	const first = text[whole.start];
	const quote = first === '"' || first === "'" ? first : undefined;
	const closed = quote && whole.end - whole.start >= 2 && text[whole.end - 1] === quote;
	// A block scalar ends with its line break, which is not its author's to lose when the value is replaced.
	const span = closed ? { start: whole.start + 1, end: whole.end - 1 } : trimSpan(text, whole);
	const type = typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'string';
	const written = typeof value === 'string' ? value : (scalar.source ?? String(value));
	return { kind: 'scalar', type, text: written, span, ...(closed && { quote }) };
}

function emptyScalar(span: Span): ScalarValue {
	return { kind: 'scalar', type: 'empty', text: '', span };
}

function isNodeWithRange(node: unknown): node is Node & { range: [number, number, number] } {
	return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

function nodeSpan(node: Node, content: Span): Span {
	const [start, end] = node.range ?? [0, 0];
	return shift({ start, end }, content);
}

function shift(span: Span, content: Span): Span {
	const start = Math.min(content.start + span.start, content.end);
	return { start, end: Math.min(Math.max(content.start + span.end, start), content.end) };
}

function tabFault(text: string, { start }: Span): SyntaxFault {
	let end = start;
	while (text.charCodeAt(end) === 9) end++;
	return { message: 'YAML is indented with spaces, not tabs.', span: { start, end } };
}

function firstLine(text: string, { start }: Span): Span {
	return { start, end: lineEnd(text, start) };
}

function lowerFirst(sentence: string): string {
	return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function withoutFullStop(sentence: string): string {
	return sentence.replace(/\.$/u, '');
}
