import { lineEnd, lineStart } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';

/** What a caret inside a comment that switches rules off or on can write. Found in its line, closed or not. */
export type DirectivePlace =
	| { readonly kind: 'directive'; readonly span: Span }
	| { readonly kind: 'ruleName'; readonly span: Span; readonly others: readonly string[] };

/** Finds out what belongs at a caret in a comment. */
export function directivePlaceAt(text: string, offset: number): DirectivePlace | undefined {
	const from = lineStart(text, offset);
	const before = text.slice(from, offset);
	const after = text.slice(offset, lineEnd(text, offset));
	const opening = before.lastIndexOf('<!--');
	const opened =
		opening < 0 ? null : /^[ \t]*([\w-]*)((?:[\s,]+[\w-]+)*[\s,]*)$/u.exec(before.slice(opening + '<!--'.length));
	if (!opened) return undefined;
	const [, directive = '', list = ''] = opened;
	const word = /[\w-]*$/u.exec(list === '' ? directive : list)?.[0] ?? '';
	const rest = /^(?:(?!-->)[\w-])*/u.exec(after)?.[0] ?? '';
	const span = { start: offset - word.length, end: offset + rest.length };
	// A comment that has only just begun is most likely about something else.
	if (list === '')
		return directive !== '' && 'star-stories-'.startsWith(directive.slice(0, 'star-stories-'.length))
			? { kind: 'directive', span }
			: undefined;
	if (!directives.some(({ name }) => name === directive)) return undefined;
	const others = [
		...list.slice(0, list.length - word.length).split(/[\s,]+/u),
		...after
			.slice(rest.length)
			.split('-->', 1)
			.join()
			.split(/[\s,]+/u),
	];
	return { kind: 'ruleName', span, others: others.filter((name) => name !== '') };
}

/** The comments that switch rules off and on, without a rule all of them. */
export const directives: readonly { readonly name: string; readonly documentation: string }[] = [
	{ name: 'star-stories-disable-next-line', documentation: 'Switches rules off for the next line.' },
	{ name: 'star-stories-disable', documentation: 'Switches rules off from here on.' },
	{ name: 'star-stories-enable', documentation: 'Switches rules on again.' },
];
