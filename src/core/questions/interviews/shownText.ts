import type { Nodes } from 'mdast';
import { type MarkdownTree, walk } from '../../story/markdown.ts';
import { firstEndingAfter, type Span } from '../../text/span.ts';
import type { ToldStory } from './interview.ts';
import { oneLine } from '../../text/words.ts';

const holders: ReadonlySet<Nodes['type']> = new Set(['paragraph', 'heading', 'tableCell']);

/**
 * Stretches of a document as its readers see them. The tree has them already: to parse each anew takes ten times as
 * long.
 */
export class ShownText {
	readonly #text: string;
	readonly #tree: MarkdownTree;
	/** What holds words, in order. */
	readonly #blocks: readonly Nodes[];

	constructor(text: string, tree: MarkdownTree) {
		this.#text = text;
		this.#tree = tree;
		this.#blocks = [...walk(tree.root, ({ type }) => !holders.has(type))].filter(({ type }) => holders.has(type));
	}

	/** The words of a stretch, with the target of the first link in it. */
	of({ start, end }: Span): ToldStory {
		const source = this.#source(start, end);
		const [, page, , shown] = /^\s*\[\[([^\]|#]+)(#[^\]|]*)?(?:\|([^\]]+))?\]\]\s*$/u.exec(source) ?? [];
		if (page !== undefined) return { text: oneLine(shown ?? page), link: page.trim() };
		const block = this.#blocks[firstEndingAfter(this.#blocks, start, (node) => this.#tree.spanOf(node))];
		if (!block) return { text: '' };
		let text = '';
		let link: string | undefined;
		for (const node of walk(block)) {
			const own = this.#tree.spanOf(node);
			if (own.end <= start || own.start >= end) continue;
			const isWhole = start <= own.start && own.end <= end;
			if (node.type === 'link' && isWhole) link ??= node.url;
			if (node.type === 'break') text += ' ';
			if (node.type !== 'text' && node.type !== 'inlineCode') continue;
			text += isWhole ? node.value : unescaped(this.#source(Math.max(own.start, start), Math.min(own.end, end)));
		}
		return { text: oneLine(text), ...(link !== undefined && { link }) };
	}

	/** The source on one line, without the marks of a quotation. */
	#source(start: number, end: number): string {
		return this.#text.slice(start, end).replaceAll(/(?:\r\n?|\n)[ \t>]*/gu, ' ');
	}
}

function unescaped(source: string): string {
	return source.replaceAll(/\\([!-/:-@[-`{-~])/gu, '$1');
}
