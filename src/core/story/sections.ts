import type { Nodes } from 'mdast';
import { lineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { MarkdownTree } from './markdown.ts';
import { walk } from './walk.ts';
import type { Marker } from './markers.ts';
import type { Section } from './model.ts';
import type { Scope } from './scopes.ts';

/** A title is a heading of level 1, so a label below no heading ends at a heading of level 2. */
const shallowestLabelLevel = 2;

/** Deeper than any heading: a label inside a heading's section is part of its text. */
const labelLevel = 7;

/**
 * Cuts the sections out of a scope. A deeper heading or a label that names a section which the story already has at a
 * higher level is part of the text around it.
 */
export function findSections(scope: Scope, text: string, content: ContentIndex): readonly Section[] {
	const levels = new Map<string, number>();
	for (const marker of scope.sections) {
		if (marker.kind) levels.set(marker.kind, Math.min(levels.get(marker.kind) ?? labelLevel, levelOf(marker)));
	}
	const kept = scope.sections.filter((marker) => marker.kind && levelOf(marker) === levels.get(marker.kind));
	return kept.flatMap((marker, index): Section[] => {
		if (!marker.kind) return [];
		const span = {
			start: lineStart(text, marker.span.start),
			end: endOf(marker, kept[index + 1], scope, text),
		};
		const body = { start: marker.form === 'label' ? marker.value.start : marker.span.end, end: span.end };
		return [{ kind: marker.kind, form: marker.form, name: marker.name, span, body, empty: !content.hasText(body) }];
	});
}

function levelOf(marker: Marker): number {
	return marker.form === 'heading' ? marker.depth : labelLevel;
}

function endOf(marker: Marker, next: Marker | undefined, scope: Scope, text: string): number {
	const following = firstFrom(scope.headings, marker.span.start);
	const above = scope.headings[following - 1] ?? scope.heading;
	const level = marker.form === 'heading' ? marker.depth : Math.max(shallowestLabelLevel, (above?.depth ?? 0) + 1);
	const end = next?.span.start ?? scope.span.end;
	for (let index = following; index < scope.headings.length; index++) {
		const heading = scope.headings[index];
		if (!heading || heading.span.start >= end) break;
		if (heading.depth <= level) return lineStart(text, heading.span.start);
	}
	return next ? lineStart(text, end) : end;
}

/** The index of the first of the ordered `items` that ends after `offset`. */
function firstFrom(items: readonly { readonly span: Span }[], offset: number): number {
	let low = 0;
	let high = items.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((items[middle]?.span.end ?? 0) > offset) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** Knows where the document has something to read. */
export interface ContentIndex {
	/** Whether `span` holds words, code or a picture; headings, comments, rules and definitions are none. */
	hasText(span: Span): boolean;
}

/** Lists the places where a document has text, once for all its sections. */
export function indexContent(tree: MarkdownTree): ContentIndex {
	const places: { span: Span }[] = [];
	for (const node of walk(tree.root, (parent) => parent.type !== 'heading')) {
		if (isContent(node)) places.push({ span: tree.spanOf(node) });
	}
	return {
		hasText({ start, end }) {
			const first = places[firstFrom(places, start)];
			return first !== undefined && first.span.start < end;
		},
	};
}

function isContent(node: Nodes): boolean {
	switch (node.type) {
		case 'text':
			return /[\p{L}\p{N}]/u.test(node.value);
		case 'html':
			return node.value.replaceAll(/<!--[\s\S]*?(?:-->|$)/gu, '').trim() !== '';
		case 'inlineCode':
		case 'code':
		case 'image':
			return true;
		default:
			return false;
	}
}
