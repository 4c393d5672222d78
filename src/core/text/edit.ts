import type { Span } from './span.ts';

/** Replaces the text of `span` (empty for an insertion) by `newText`. */
export interface TextEdit {
	readonly span: Span;
	readonly newText: string;
}

/**
 * Applies edits that do not overlap, in any order; their spans refer to the text before any of them.
 *
 * @param text the document's text
 * @param edits insertions at the same offset are applied in the order given
 * @returns the changed text
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
	let result = '';
	let position = 0;
	for (const { span, newText } of inOrder(edits)) {
		result += text.slice(position, span.start) + newText;
		position = span.end;
	}
	return result + text.slice(position);
}

/**
 * The edits that take edits back.
 *
 * @param text the document's text before
 * @param edits that do not overlap
 */
export function inverseEdits(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
	let shift = 0;
	return inOrder(edits).map(({ span, newText }) => {
		const start = span.start + shift;
		shift += newText.length - (span.end - span.start);
		return { span: { start, end: start + newText.length }, newText: text.slice(span.start, span.end) };
	});
}

function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
	return edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
