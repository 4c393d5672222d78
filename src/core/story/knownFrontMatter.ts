import { type FrontMatter, readFrontMatter } from './frontMatter.ts';

/** Remembers the front matter of a document that is being written, which most edits leave alone. */
export class KnownFrontMatter {
	#known: { readonly source: string; readonly frontMatter: FrontMatter } | undefined;

	/** As {@link readFrontMatter}. */
	readonly read: typeof readFrontMatter = (text, span, format) => {
		const source = `${format} ${span.start} ${text.slice(0, span.end)}`;
		if (this.#known?.source !== source) this.#known = { source, frontMatter: readFrontMatter(text, span, format) };
		return this.#known.frontMatter;
	};
}
