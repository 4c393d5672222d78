import type { TextEdit } from '../text/edit.ts';
import { lineEnd, lineStart } from '../text/lines.ts';
import { insertion } from './editResult.ts';
import type { BlockList } from './yamlSource.ts';

/** Adds an item below the last one, with the same space around its dash. An empty last item is filled instead. */
export function appendToBlock(text: string, { items }: BlockList, item: string, eol: string): TextEdit[] {
	const last = items.at(-1);
	if (!last) return [];
	if (last.end <= last.dash + 1) {
		const spaces = /^[ \t]*/u.exec(text.slice(last.dash + 1))?.[0].length ?? 0;
		const start = last.dash + 1;
		const isLast = start + spaces === lineEnd(text, start);
		return [{ span: { start, end: isLast ? start + spaces : start }, newText: ` ${item}` }];
	}
	const indentation = text.slice(lineStart(text, last.dash), last.dash).replaceAll(/[^\s]/gu, ' ');
	const gap = text.slice(last.dash + 1, last.start);
	return [insertion(lineEnd(text, last.end), `${eol}${indentation}-${/^[ \t]+$/u.test(gap) ? gap : ' '}${item}`)];
}
