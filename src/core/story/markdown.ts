import type { Nodes, Parents, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Span } from '../text/span.ts';

const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml', 'toml']).freeze();

/** A syntax tree whose offsets are those of the whole text, a byte order mark included. */
export interface MarkdownTree {
	readonly root: Root;
	spanOf(node: Nodes): Span;
}

/**
 * Parses Markdown with front matter. The tree is as deep as the text nests, so it is to be walked with
 * {@link walk}, never recursively.
 * @param text the whole document; a byte order mark is allowed
 */
export function parseMarkdown(text: string): MarkdownTree {
	// micromark skips a byte order mark without counting it, which would move every offset by one. Tools that add one
	// without looking leave two.
	const base = /^\uFEFF*/u.exec(text)?.[0].length ?? 0;
	const root = processor.parse(text.slice(base));
	return {
		root,
		spanOf: ({ position }) => ({
			start: base + (position?.start.offset ?? 0),
			end: base + (position?.end.offset ?? 0),
		}),
	};
}

/**
 * Yields the nodes below `node` in document order, without recursion.
 * @param enter says whether the children of a node are wanted; all are when left out
 */
export function* walk(node: Nodes, enter: (node: Parents) => boolean = () => true): Generator<Nodes> {
	const pending: Nodes[] = [];
	const push = (parent: Nodes) => {
		if (!('children' in parent) || !enter(parent)) return;
		for (let index = parent.children.length - 1; index >= 0; index--) pending.push(parent.children[index] as Nodes);
	};
	push(node);
	for (let next = pending.pop(); next; next = pending.pop()) {
		yield next;
		push(next);
	}
}

/** The text a reader sees in `node`: no markup, no HTML. */
export function visibleText(node: Nodes): string {
	let text = '';
	for (const inner of walk(node)) {
		if (inner.type === 'text' || inner.type === 'inlineCode') text += inner.value;
		else if (inner.type === 'break') text += '\n';
	}
	return text;
}
