import type { Span } from '../text/span.ts';
import type { MarkdownTree } from './markdown.ts';
import { walk } from './walk.ts';

/** A stretch of source that holds words of the author's, or an HTML tag between them. */
export interface Prose extends Span {
	readonly form: 'text' | 'html';
}

const proseOfTree = new WeakMap<MarkdownTree, readonly Prose[]>();

/**
 * The text and HTML inside `span`, in order: no headings, no code, no targets of links.
 * @param tree of the whole document; what is collected is kept with it
 */
export function proseWithin(tree: MarkdownTree, { start, end }: Span): readonly Prose[] {
	let all = proseOfTree.get(tree);
	if (!all) proseOfTree.set(tree, (all = proseOf(tree)));
	return all.slice(indexFrom(all, start), indexFrom(all, end));
}

function proseOf(tree: MarkdownTree): readonly Prose[] {
	const prose: Prose[] = [];
	for (const node of walk(tree.root, ({ type }) => type !== 'heading')) {
		if (node.type === 'text' || node.type === 'html') prose.push({ ...tree.spanOf(node), form: node.type });
	}
	return prose;
}

/** The index of the first item that starts at `offset` or later. */
function indexFrom(prose: readonly Prose[], offset: number): number {
	let low = 0;
	let high = prose.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((prose[middle]?.start ?? 0) >= offset) high = middle;
		else low = middle + 1;
	}
	return low;
}
