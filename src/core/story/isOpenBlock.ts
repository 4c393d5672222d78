import type { Nodes } from 'mdast';
import { lineEnd, lineStart } from '../text/lines.ts';

/** Whether a block of code or a comment is never closed, given its source. */
export function isOpenBlock(node: Nodes, source: string): boolean {
	if (node.type === 'html') return /^<(?:!--|\?|!|script|pre|style|textarea)/iu.test(source) && !isClosed(source);
	const fence = node.type === 'code' ? /^(`{3,}|~{3,})/u.exec(source)?.[1] : undefined;
	if (fence === undefined) return false;
	const last = source
		.slice(lineStart(source, source.length))
		.replace(/^[\s>]*/u, '')
		.trimEnd();
	return !(last.startsWith(fence) && /^(.)\1*$/u.test(last) && lineEnd(source, 0) < source.length);
}

function isClosed(source: string): boolean {
	const [, name] = /^<(script|pre|style|textarea)/iu.exec(source) ?? [];
	if (name !== undefined) return new RegExp(`</${name}>`, 'iu').test(source);
	return source.startsWith('<!--') ? /-->/u.test(source.slice(2)) : source.includes('>');
}
