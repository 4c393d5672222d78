import type { CST } from 'yaml';
import type { NamedSpan, YamlNotes } from './yamlValue.ts';

/**
 * Finds the comments, anchors and aliases below a token, without recursion.
 *
 * @param base what is added to the offsets of the tokens
 */
export function collectNotes(token: CST.Token | undefined, base: number): YamlNotes {
	const comments: NamedSpan[] = [];
	const anchors: NamedSpan[] = [];
	const aliases: NamedSpan[] = [];
	const pending: unknown[] = [token];
	while (pending.length > 0) {
		const next = pending.pop();
		if (Array.isArray(next)) for (const part of next) pending.push(part);
		if (typeof next !== 'object' || next === null) continue;
		if (isToken(next)) {
			const source = next.source.trimEnd();
			const start = base + next.offset;
			const note = { start, end: start + source.length, name: source.slice(1) };
			if (next.type === 'comment') comments.push(note);
			else if (next.type === 'anchor') anchors.push(note);
			else if (next.type === 'alias') aliases.push(note);
		}
		for (const part of parts) if (part in next) pending.push((next as Record<string, unknown>)[part]);
	}
	const byPlace = (a: NamedSpan, b: NamedSpan) => a.start - b.start;
	return {
		comments: comments.toSorted(byPlace),
		anchors: anchors.toSorted(byPlace),
		aliases: aliases.toSorted(byPlace),
	};
}

/** The properties of tokens and of their items that hold further tokens. */
const parts = ['start', 'items', 'key', 'sep', 'value', 'props', 'end'];

function isToken(value: object): value is { type: string; offset: number; source: string } {
	return 'type' in value && 'offset' in value && 'source' in value && typeof value.source === 'string';
}

/** The offset of the comma after an item of a flow collection. */
export function commaAfter(token: CST.FlowCollection, index: number): number | undefined {
	return token.items[index + 1]?.start.find(({ type }) => type === 'comma')?.offset;
}

/** The offset of what stands before a value and belongs to it: an anchor, a type, the mark of an explicit key. */
export function startOf(marks: readonly CST.SourceToken[] | undefined): number | undefined {
	return marks?.find(({ type }) => type === 'anchor' || type === 'tag' || type === 'explicit-key-ind')?.offset;
}

/** Where a flow collection begins and ends, as offsets of the parsed block; where it is not closed, its first bracket. */
export function bracketsOf(token: CST.FlowCollection): readonly [start: number, end: number] {
	const close = token.end.find(({ type }) => type === 'flow-seq-end' || type === 'flow-map-end');
	return [token.offset, (close?.offset ?? token.offset) + 1];
}
