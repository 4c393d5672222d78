import type { Span } from '../text/span.ts';

/** What a stretch of HTML consists of, without comments. */
export interface HtmlPiece extends Span {
	readonly form: 'text' | 'tag' | 'opaque' | 'heading';
	/** Whether a new block of text begins here. */
	readonly opensBlock: boolean;
}

/** Comments, what is no text at all, and tags; an attribute may hold a `>`. */
const markup =
	/<!--[\s\S]*?(?:-->|$)|<(script|style|pre|textarea|svg)\b[\s\S]*?(?:<\/\1\s*>|$)|<\/?([a-z][^\s<>/]*)(?:"[^"]*"|'[^']*'|[^<>"'])*>|<[!?][^<>]*>/giu;

/** Elements that stand within a sentence. */
const inline: ReadonlySet<string> = new Set(
	'a abbr b bdi bdo br cite code data del dfn em font i img ins kbd mark q s samp small span strong sub sup time tt u var wbr'.split(
		' ',
	),
);

/** Elements whose text is a title of what follows. */
const titling = /^(?:h[1-6]|summary|title|th|caption|figcaption)$/iu;

/**
 * Reads a block of HTML as a page shows it: the text between the tags is the author's.
 *
 * @param text the whole document
 * @param span of the block
 */
export function* htmlPieces(text: string, span: Span): Generator<HtmlPiece> {
	const source = text.slice(span.start, span.end);
	let opensBlock = true;
	let isTitle = false;
	let from = 0;
	function* textUntil(end: number): Generator<HtmlPiece> {
		if (!/[^\s>]/u.test(source.slice(from, end))) return;
		yield { start: span.start + from, end: span.start + end, form: isTitle ? 'heading' : 'text', opensBlock };
		opensBlock = false;
	}
	for (const match of source.matchAll(markup)) {
		const [found, raw, element = ''] = match;
		yield* textUntil(match.index);
		from = match.index + found.length;
		if (raw === undefined && element === '') continue;
		const isBlock = raw !== undefined || !inline.has(element.toLowerCase());
		opensBlock ||= isBlock;
		if (titling.test(element)) isTitle = !found.startsWith('</');
		const place = { start: span.start + match.index, end: span.start + from };
		yield { ...place, form: raw === undefined ? 'tag' : 'opaque', opensBlock };
	}
	yield* textUntil(source.length);
}
