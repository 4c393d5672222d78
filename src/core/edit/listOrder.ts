import type { TextEdit } from '../text/edit.ts';
import { lineEnd, lineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { YamlList } from '../text/yaml/yamlValue.ts';

/**
 * Ways to move an item of a list: the places of the items stay, what stands in them changes. The comment at the end of
 * an item's line goes with it where each item has a line of its own.
 *
 * @param from index among all items
 * @param to its index afterwards
 */
export function* moveCandidates(
	text: string,
	list: YamlList,
	from: number,
	to: number,
	comments: readonly Span[],
): Generator<TextEdit[]> {
	const order = [...list.items.keys()];
	order.splice(to, 0, ...order.splice(from, 1));
	const items = list.items.map(({ part: { start, end } }) => ({ start, end }));
	const values = permuted(text, items, order);
	const tails = list.items.map(({ part: { end, comma } }) =>
		commentAfter(text, Math.max(end, (comma ?? 0) + 1), comments),
	);
	const moved = order.flatMap((source, index) => (source === index ? [] : [index]));
	const alone = moved.every((index) => standsAlone(text, list, index));
	if (alone && moved.some((index) => tails[index]?.hasComment)) yield [...values, ...permuted(text, tails, order)];
	yield values;
}

function permuted(text: string, places: readonly Span[], order: readonly number[]): TextEdit[] {
	return places.flatMap(({ start, end }, index) => {
		const source = places[order[index] ?? index] ?? { start, end };
		const newText = text.slice(source.start, source.end);
		return newText === text.slice(start, end) ? [] : [{ span: { start, end }, newText }];
	});
}

/** The comment at the end of an item's line, with the space before it; empty where there is none. */
function commentAfter(
	text: string,
	offset: number,
	comments: readonly Span[],
): Span & { readonly hasComment: boolean } {
	const end = lineEnd(text, offset);
	const comment = comments.find(
		({ start }) => start >= offset && start < end && text.slice(offset, start).trim() === '',
	);
	return { start: offset, end: comment ? comment.end : offset, hasComment: comment !== undefined };
}

/** Whether no other item shares a line with this one. */
function standsAlone(text: string, { items }: YamlList, index: number): boolean {
	const part = items[index]?.part;
	if (!part) return false;
	const [start, end] = [lineStart(text, part.start), lineEnd(text, part.end)];
	return items.every(({ part: other }, at) => at === index || other.end <= start || other.start >= end);
}
