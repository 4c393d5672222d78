import { type Node, parseDocument, type YAMLError } from 'yaml';
import { lineEnd } from '../lines.ts';
import type { Span } from '../span.ts';
import { findTooDeep, TooDeep } from './nesting.ts';
import { collectNotes } from './sourceTokens.ts';
import { ValueReader } from './valueReader.ts';
import type { YamlNotes, YamlValue } from './yamlValue.ts';

/** Something that YAML can't read, in words for the author. */
export interface SyntaxFault {
	readonly message: string;
	readonly span: Span;
	readonly tab?: boolean;
}

/** A block of YAML as values with places in the whole text. */
export interface YamlBlock {
	/** Undefined where there is nothing but comments and white space. */
	readonly root: YamlValue | undefined;
	readonly faults: readonly SyntaxFault[];
	readonly notes: YamlNotes;
}

/** One slip can trip the parser over every line below it; nobody mends more than these at a time. */
const maxFaults = 10;

/**
 * Reads a block of YAML. Each node is read once and no alias is expanded, so that the work is in proportion to the
 * text.
 *
 * @param text the whole document
 * @param content the block in it
 * @param moreDocuments what to say where a second YAML document follows
 * @throws TooDeep or RangeError where it nests so deeply that the parser would exhaust its stack
 */
export function readYaml(text: string, content: Span, moreDocuments: string): YamlBlock {
	// `uniqueKeys` compares every key with every other one; whoever reads the fields finds duplicates in linear time.
	// The parser takes a carriage return alone for a letter. The editor shows, and YAML means, the end of a line.
	const block = text.slice(content.start, content.end).replaceAll(/\r(?!\n)/gu, '\n');
	const tooDeep = findTooDeep(block);
	if (tooDeep !== undefined) throw new TooDeep(content.start + tooDeep);
	const { contents, errors } = parseDocument<Node>(block, {
		keepSourceTokens: true,
		prettyErrors: false,
		// Below this level a second document goes unnoticed.
		logLevel: 'error',
		uniqueKeys: false,
	});
	// The parser recurses, and reports some exhausted stacks as errors of the document.
	if (errors.some(({ message }) => /call stack|recursion/iu.test(message))) throw new TooDeep();
	const reader = new ValueReader(text, content);
	return {
		root: contents ? reader.value(contents, { start: content.start, end: content.start }) : undefined,
		faults: errors
			.slice(0, maxFaults)
			.map((error) => syntaxFault(text, error, reader.span(error.pos), moreDocuments)),
		notes: collectNotes(contents?.srcToken, content.start),
	};
}

/** @param span of the error in the whole text */
function syntaxFault(text: string, { code, message }: YAMLError, span: Span, moreDocuments: string): SyntaxFault {
	if (code === 'TAB_AS_INDENT') return tabFault(text, span);
	if (code === 'MULTIPLE_DOCS')
		return { message: moreDocuments, span: { start: span.start, end: lineEnd(text, span.start) } };
	return { message: `YAML: ${lowerFirst(withoutFullStop(withoutSource(message)))}.`, span };
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
