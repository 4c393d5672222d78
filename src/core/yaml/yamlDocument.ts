import { isAlias, isCollection, isMap, isScalar, type Node, parseDocument, type Scalar, visit, type YAMLMap } from 'yaml';
import { lineEnd } from '../text/lines.ts';
import { type Span, trimSpan } from '../text/span.ts';
import type { ScalarValue } from './yamlValue.ts';

/** Something that YAML can't read, in words for the author. */
export interface SyntaxFault {
	readonly message: string;
	readonly span: Span;
	readonly tab?: boolean;
}

/** A block of YAML as nodes, and what turns them into values with places in the whole text. */
export interface YamlDocument {
	readonly root: Node | null;
	/** Its fields, where it is a mapping. */
	readonly map: YAMLMap | undefined;
	readonly faults: readonly SyntaxFault[];
	/** What an alias stands for, one step deep; any other node as it is. Nothing is expanded, so that a bomb stays small. */
	resolve(node: unknown): unknown;
	/** Where a node stands; `otherwise` for one that has no place. */
	spanOf(node: unknown, otherwise: Span): Span;
	/** @param whole where the scalar, or the alias that stands for it, is written */
	scalar(scalar: Scalar, whole: Span): ScalarValue;
}

/** One slip can trip the parser over every line below it; nobody mends more than these at a time. */
const mostFaults = 10;

/**
 * Parses a block of YAML.
 * @param text the whole document
 * @param content the block in it
 * @param moreDocuments what to say where a second YAML document follows
 * @throws RangeError where it nests so deeply that the parser exhausts its stack
 */
export function parseYaml(text: string, content: Span, moreDocuments: string): YamlDocument {
	// `uniqueKeys` compares every key with every other one; whoever reads the fields finds duplicates at a constant cost a key.
	const document = parseDocument<Node>(text.slice(content.start, content.end), {
		prettyErrors: false,
		// Below this level a second document goes unnoticed.
		logLevel: 'error',
		uniqueKeys: false,
	});
	// The parser recurses, and reports some exhausted stacks as errors of the document.
	if (document.errors.some(({ message }) => /call stack|recursion/iu.test(message))) throw new RangeError('too deep');
	const faults = document.errors.slice(0, mostFaults).map(({ code, message, pos }): SyntaxFault => {
		const span = shift({ start: pos[0], end: pos[1] }, content);
		if (code === 'TAB_AS_INDENT') return tabFault(text, span);
		if (code === 'MULTIPLE_DOCS') return { message: moreDocuments, span: { start: span.start, end: lineEnd(text, span.start) } };
		return { message: `YAML: ${lowerFirst(withoutFullStop(withoutSource(message)))}.`, span };
	});
	const anchors = anchorsIn(document.contents);
	return {
		root: document.contents,
		map: isMap(document.contents) ? document.contents : undefined,
		faults,
		resolve: (node) => (isAlias(node) ? anchors.get(node.source) : node),
		spanOf(node, otherwise) {
			if (!hasRange(node)) return otherwise;
			return shift({ start: node.range[0], end: node.range[1] }, content);
		},
		scalar: (scalar, whole) => toScalar(text, scalar, whole),
	};
}

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
	const written = typeof value === 'string' ? value : (scalar.source ?? text.slice(span.start, span.end));
	return { kind: 'scalar', type, text: written, span, ...(closed && { quote }) };
}

/** A value that is not there yet. */
export function emptyScalar(span: Span): ScalarValue {
	return { kind: 'scalar', type: 'empty', text: '', span };
}

function hasRange(node: unknown): node is Node & { range: [number, number, number] } {
	return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

function shift(span: Span, content: Span): Span {
	const start = Math.min(content.start + span.start, content.end);
	return { start, end: Math.min(Math.max(content.start + span.end, start), content.end) };
}

function tabFault(text: string, { start }: Span): SyntaxFault {
	let end = start;
	while (text.charCodeAt(end) === 9) end++;
	return { message: 'YAML is indented with spaces, not tabs.', span: { start, end }, tab: true };
}

function lowerFirst(sentence: string): string {
	return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** The parser quotes what it did not expect, which may be many lines; the place shows it. */
function withoutSource(message: string): string {
	return message.replace(/ in YAML stream: ".*"$/su, '');
}

function withoutFullStop(sentence: string): string {
	return sentence.replace(/\.$/u, '');
}
