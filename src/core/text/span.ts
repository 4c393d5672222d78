/** A half-open range `[start, end)` of UTF-16 code units into a document's text. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** A value together with the place it was read from. */
export interface Located<T> {
	readonly value: T;
	readonly span: Span;
}

/** Whether `offset` lies in `span`; its end counts, as a caret may stand there. */
export function touches(span: Span, offset: number): boolean {
	return span.start <= offset && offset <= span.end;
}

/** Narrows `span` to the part of `text` inside it that does not begin or end with white space. */
export function trimSpan(text: string, span: Span): Span {
	let { start, end } = span;
	while (start < end && isSpace(text.charCodeAt(start))) start++;
	while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
	return { start, end };
}

function isSpace(code: number): boolean {
	return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff;
}

/** The smallest span that holds both a span and an offset. */
export function widenTo({ start, end }: Span, offset: number): Span {
	return { start: Math.min(start, offset), end: Math.max(end, offset) };
}

/**
 * The index of the first item that ends after `offset`; the number of items where none does.
 *
 * @param items in order
 * @param offset in UTF-16 code units
 */
export function firstEndingAfter<T>(items: readonly T[], offset: number, spanOf: (item: T) => Span): number {
	let low = 0;
	let high = items.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const item = items[middle];
		if (item && spanOf(item).end > offset) high = middle;
		else low = middle + 1;
	}
	return low;
}
