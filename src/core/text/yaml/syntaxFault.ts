import type { YAMLError } from 'yaml';
import { lineEnd } from '../lines.ts';
import type { Span } from '../span.ts';

/** Something that YAML can't read, in words for the author. */
export interface SyntaxFault {
	readonly message: string;
	readonly span: Span;
	readonly tab?: boolean;
}

/**
 * @param span of the error in the whole text
 * @param moreDocuments what to say where a second YAML document follows
 */
export function syntaxFault(
	text: string,
	{ code, message }: YAMLError,
	span: Span,
	moreDocuments: string,
): SyntaxFault {
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
