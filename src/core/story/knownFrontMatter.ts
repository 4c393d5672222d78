import { findFrontMatter, type FrontMatter, readFrontMatter } from './frontMatter.ts';

/** Remembers the front matter of a document that is being written, which most edits leave alone. */
export class KnownFrontMatter {
	#known: { readonly source: string; readonly frontMatter: FrontMatter | undefined } | undefined;

	/** As {@link readFrontMatter}. */
	readonly read = (text: string): FrontMatter | undefined => {
		const place = findFrontMatter(text);
		if (!place?.isClosed) return readFrontMatter(text, place);
		const source = text.slice(0, place.span.end);
		if (this.#known?.source !== source) this.#known = { source, frontMatter: readFrontMatter(text, place) };
		return this.#known.frontMatter;
	};
}
