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
