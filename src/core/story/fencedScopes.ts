import { lineEnd, lineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { FencedBlock, HeadingMarker, LabelMarker, Marker } from './markers.ts';
import { cutShort, findScopes, genericHeadings, genericTitle, type Scope, singleScope } from './scopes.ts';
import { cutAtTitleLines, titleLineOf } from './titleLines.ts';

/** Where a block of code stands among the headings of its document. */
interface BlockPlace {
	readonly block: FencedBlock;
	/** The heading that gives it its title; undefined above the first one. */
	readonly host: HeadingMarker | undefined;
	/** The heading's part of the document: up to the next one that is not deeper. */
	readonly part: Span;
	/** Whether sections outside of blocks stand there, or right under a heading above: then those tell the story. */
	readonly isBesideSections: boolean;
}

/**
 * Cuts a document into stories, those in blocks of code among them: there the sections stand in the block, and all else
 * about the story outside, above it.
 *
 * @param markers of the whole document, in order, those in blocks included
 * @param whole the document after its front matter
 * @returns at least one scope; several mean a bank
 */
export function storyScopes(markers: readonly Marker[], whole: Span, text: string): readonly Scope[] {
	const outer = markers.filter(({ fence }) => !fence);
	const hasBlocks = outer.length < markers.length;
	const others = findScopes(outer, whole, hasBlocks).flatMap((scope) => cutAtTitleLines(scope, text));
	if (!hasBlocks) return others;
	const fenced = fencedScopes(markers, whole, text);
	const told = others.filter(({ sections }) => sections.length > 0);
	const [only] = fenced;
	if (told.length === 0 && only && fenced.length === 1) return [{ ...singleScope(outer, whole), ...inBlock(only) }];
	return [...told.map((scope) => cutShort(scope, fenced)), ...fenced].toSorted((a, b) => a.span.start - b.span.start);
}

/**
 * Whether a block is free to tell a story: no section stands outside of it where it belongs to.
 *
 * @param markers of the whole document, those of the blocks included
 * @param blocks in the order of the text
 */
export function freeBlocks(
	markers: readonly Marker[],
	blocks: readonly FencedBlock[],
	whole: Span,
): ReadonlySet<FencedBlock> {
	const places = placesOfBlocks(markers, blocks, whole);
	return new Set(places.filter(({ isBesideSections }) => !isBesideSections).map(({ block }) => block));
}

function placesOfBlocks(
	markers: readonly Marker[],
	blocks: readonly FencedBlock[],
	whole: Span,
): readonly BlockPlace[] {
	interface OpenPart {
		readonly heading: HeadingMarker | undefined;
		readonly depth: number;
		hasSections: boolean;
	}
	const outer = markers.filter(({ fence }) => !fence);
	const isGeneric = genericHeadings(markers.filter(({ fence, form, kind }) => !fence || form !== 'heading' || kind));
	const top: OpenPart = { heading: undefined, depth: 0, hasSections: false };
	let open: OpenPart[] = [top];
	let next = 0;
	return blocks.map((block): BlockPlace => {
		for (let marker = outer[next]; marker && marker.span.start < block.span.start; marker = outer[++next]) {
			const depth = marker.form === 'heading' ? marker.depth : Infinity;
			open = open.filter((part) => part.depth < depth);
			if (marker.kind) (open.at(-1) ?? top).hasSections = true;
			// What stands in a section beside the telling belongs to it.
			else if (marker.form === 'heading') open.push({ heading: marker, depth, hasSections: !!marker.side });
		}
		const { heading: host, depth } = open.findLast(({ heading }) => !heading || !isGeneric(heading)) ?? top;
		const start = host?.span.start ?? whole.start;
		const closing = outer.find(
			(marker) => marker.form === 'heading' && marker.depth <= depth && marker.span.start > start,
		);
		const part = { start, end: closing?.span.start ?? whole.end };
		const isBesideSections =
			open.some(({ hasSections }) => hasSections) ||
			outer.some(({ kind, span }) => kind && part.start <= span.start && span.start < part.end);
		return { block, host, part, isBesideSections };
	});
}

/** The stories in blocks of code, a scope each. */
function fencedScopes(markers: readonly Marker[], whole: Span, text: string): readonly Scope[] {
	const blocks = [...new Set(markers.flatMap(({ fence }) => fence ?? []))];
	const hosted = new Map<HeadingMarker | undefined, BlockPlace[]>();
	for (const place of placesOfBlocks(markers, blocks, whole)) {
		const known = hosted.get(place.host);
		if (known) known.push(place);
		else hosted.set(place.host, [place]);
	}
	const titled = [...hosted.values()].flatMap((places) => titledBlocks(places, markers, text));
	return titled.map(({ block, start, end, ...title }): Scope => {
		const next = titled.find((other) => other.start > start)?.start ?? Infinity;
		return { ...title, ...scopeOfBlock(block, markers, { start, end: Math.min(end, next) }) };
	});
}

/** A block with what titles it, and its part of the document, in which the next one may begin. */
type TitledBlock = Pick<Scope, 'heading' | 'title' | 'titleLine' | 'level' | 'sharedLines'> &
	Span & { readonly block: FencedBlock };

/** Of one block the heading is the title; of several the nearest line above each, and the heading where none is. */
function titledBlocks(places: readonly BlockPlace[], markers: readonly Marker[], text: string): readonly TitledBlock[] {
	const above = places.map(({ block, host, part }, index): Span => {
		const start = places[index - 1]?.block.span.end ?? host?.span.end ?? part.start;
		return { start, end: block.span.start };
	});
	const lines = above.map((span) => (places.length > 1 ? lineIn(span, markers, text) : undefined));
	const [first] = places;
	// Where the first has a line too, what stands above it speaks for all of them.
	const sharedLines = first && linesIn({ ...first.part, end: (lines[0] ?? first.block).span.start }, markers);
	return places.map(({ block, host, part }, index): TitledBlock => {
		const line = lines[index];
		const level = (host?.depth ?? 0) + 1;
		const shared = sharedLines && lines[0] && { sharedLines };
		if (line)
			return {
				...part,
				block,
				start: line.span.start,
				heading: undefined,
				titleLine: { label: line, level },
				...shared,
			};
		if (index === 0) return { ...part, block, heading: host };
		const title = host && { title: { value: host.text, span: host.name } };
		const [ownLine] = linesIn(above[index] ?? part, markers);
		const { start } = (ownLine ?? block).span;
		return { ...part, block, start, heading: undefined, ...title, level, ...shared };
	});
}

/** The lines such as `**Status:** ready` outside of blocks in a stretch. */
function linesIn({ start, end }: Span, markers: readonly Marker[]): readonly LabelMarker[] {
	return markers.flatMap((marker) =>
		marker.form === 'label' &&
		marker.field &&
		!marker.fence &&
		start <= marker.span.start &&
		marker.span.start < end
			? [marker]
			: [],
	);
}

/** What a scope has of its block, apart from its title. */
function scopeOfBlock(block: FencedBlock, markers: readonly Marker[], span: Span): Omit<Scope, 'heading'> {
	const within = scopeWithin(
		block,
		markers.filter(({ fence }) => fence === block),
	);
	const outer = markers.filter(({ fence, span: { start } }) => !fence && span.start <= start && start < span.end);
	const unnamed = outer.filter(({ side }) => !side);
	const labels = unnamed.filter((marker) => marker.form === 'label');
	return {
		span,
		lines: linesIn({ ...span, end: block.span.start }, markers),
		sections: within.sections,
		sides: outer.filter(({ side }) => side),
		headings: unnamed.filter((marker) => marker.form === 'heading'),
		labels,
		within,
		...titleWithin(within),
	};
}

/** The lines of a block as a scope of its own. */
export function scopeWithin({ lines }: FencedBlock, markers: readonly Marker[]): Scope {
	const unnamed = markers.filter(({ kind, side }) => !kind && !side);
	return {
		heading: undefined,
		span: lines,
		lines: [],
		sections: markers.filter(({ kind }) => kind),
		sides: markers.filter(({ side }) => side),
		headings: unnamed.filter((marker) => marker.form === 'heading'),
		labels: unnamed.filter((marker) => marker.form === 'label'),
	};
}

/** A heading above the sections in their block is the story's title, whatever stands above the block. */
function titleWithin({ headings, sections }: Scope): Pick<Scope, 'title'> {
	const [heading] = headings;
	const isAbove = heading && heading.text !== '' && heading.span.start < (sections[0]?.span.start ?? 0);
	return isAbove && !genericTitle.test(heading.text) ? { title: { value: heading.text, span: heading.name } } : {};
}

/** What of a scope is not the document's where it holds a single story. */
function inBlock({ sections, sides, within, title }: Scope): Partial<Scope> {
	return { sections, sides, ...(within && { within }), ...(title && { title }) };
}

/** The last line of a stretch that may be a title: no line of tags, and no word such as `Answer`. */
function lineIn({ start, end }: Span, markers: readonly Marker[], text: string): LabelMarker | undefined {
	const taken = markers.filter((marker) => marker.form === 'heading' || (marker.form === 'label' && marker.field));
	for (let at = lineStart(text, end) - 1; at > start; at = lineStart(text, at) - 1) {
		const line = { start: Math.max(start, lineStart(text, at)), end: lineEnd(text, at) };
		if (taken.some(({ span }) => span.start < line.end && line.start < span.end)) continue;
		const title = titleLineOf(text, line);
		if (title && !genericTitle.test(title.text.replace(/[\s:.]+$/u, ''))) return title;
	}
	return undefined;
}
