import type { Span } from '../../src/core/text/span.ts';

/** Takes the marks `«…»` out of an example and tells where they stood. */
export function unmark(example: string): { readonly text: string; readonly spans: readonly Span[] } {
	const spans: { start: number; end: number }[] = [];
	let text = '';
	for (const part of example.split(/(?=[«»])/u)) {
		if (part.startsWith('«')) spans.push({ start: text.length, end: -1 });
		const last = spans.at(-1);
		if (part.startsWith('»') && last) last.end = text.length;
		text += part.replace(/^[«»]/u, '');
	}
	return { text, spans };
}
