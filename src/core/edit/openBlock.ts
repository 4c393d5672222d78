import type { Document } from '../story/document.ts';
import { isOpenBlock } from '../story/isOpenBlock.ts';
import { walk } from '../story/markdown.ts';
import { lineEnd } from '../text/lines.ts';
import { firstEndingAfter, type Span } from '../text/span.ts';
import { refuse, type RefusedEdit } from './editResult.ts';

/**
 * Says why nothing can be inserted at an offset: a block of code or a comment above is never closed, and what comes
 * behind it is part of it.
 */
export function openBlockAt({ text, tree }: Pick<Document, 'text' | 'tree'>, offset: number): RefusedEdit | undefined {
	const { children } = tree.root;
	const block = children[firstEndingAfter(children, offset - 1, tree.spanOf)];
	if (!block || tree.spanOf(block).start >= offset) return undefined;
	for (const node of walk({ type: 'root', children: [block] })) {
		const span = tree.spanOf(node);
		if (span.start >= offset || span.end < offset) continue;
		if (isOpenBlock(node, text.slice(span.start, span.end))) {
			const what = node.type === 'code' ? 'block of code' : 'comment';
			const line = text.slice(0, span.start).split(/\r\n|[\r\n]/u).length;
			const message = `The ${what} in line ${line} is never closed, and would take this in: close it first.`;
			return refuse('shape', message, firstLineOf(text, span));
		}
	}
	return undefined;
}

function firstLineOf(text: string, { start, end }: Span): Span {
	return { start, end: Math.min(lineEnd(text, start), end) };
}
