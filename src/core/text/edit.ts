import type { Span } from './span.ts';

/** Replaces the text of `span` (empty for an insertion) by `newText`. */
export interface TextEdit {
	readonly span: Span;
	readonly newText: string;
}

/**
 * Applies edits that do not overlap, in any order; their spans refer to the text before any of them.
 * @param text the document's text
 * @param edits insertions at the same offset are applied in the order given
 * @returns the changed text
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
	const ordered = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
	let result = '';
	let position = 0;
	for (const { span, newText } of ordered) {
		result += text.slice(position, span.start) + newText;
		position = span.end;
	}
	return result + text.slice(position);
}
