import { lineStart } from '../text/lines.ts';
import { firstEndingAfter, type Span } from '../text/span.ts';
import type { HeadingMarker, LabelMarker, Marker } from './markers.ts';
import type { Section } from './model.ts';
import type { ContentIndex } from './pieces.ts';
import { storyLineField } from './storyLines.ts';

/** The part of a document that tells one story, before its sections are cut out. */
export interface Scope {
	/** The heading that the story stands under, or the first heading of a document with one story. */
	readonly heading: HeadingMarker | undefined;
	readonly span: Span;
	/** The lines such as `**Strength:** 4` between the heading and the first section. */
	readonly lines: readonly LabelMarker[];
	/** Names of sections, of every level. */
	readonly sections: readonly Marker[];
	/** Headings that name no section. */
	readonly headings: readonly HeadingMarker[];
}

/** A heading with fewer kinds of section below it than this starts no bank: it may be a chapter of one story. */
const minKindsInBank = 2;

/**
 * Cuts a document into stories. Where STAR sections stand under two or more headings of one level, each heading of that
 * level is a story; else the whole document is one.
 *
 * @param markers of the whole document, in order
 * @param whole the document after its front matter
 * @returns at least one scope; several mean a bank
 */
export function findScopes(markers: readonly Marker[], whole: Span): readonly Scope[] {
	const groups = groupByHeading(markers);
	const entries = bankEntries(groups);
	return entries.size > 0 ? bankScopes(markers, entries, whole) : [singleScope(markers, groups, whole)];
}

interface Group {
	readonly heading: HeadingMarker | undefined;
	readonly lines: LabelMarker[];
	readonly sections: Marker[];
}

/** Gives every section and story line to the nearest heading above it that names no section. */
function groupByHeading(markers: readonly Marker[]): readonly Group[] {
	const top: Group = { heading: undefined, lines: [], sections: [] };
	const groups = [top];
	let open = [top];
	for (const marker of markers) {
		if (marker.form === 'heading') open = open.filter(({ heading }) => !heading || heading.depth < marker.depth);
		const group = open.at(-1) ?? top;
		if (marker.kind) group.sections.push(marker);
		else if (marker.form === 'heading') {
			const next: Group = { heading: marker, lines: [], sections: [] };
			groups.push(next);
			open.push(next);
		} else if (storyLineField(marker.text) && group.sections.length === 0) group.lines.push(marker);
	}
	return groups;
}

/** The headings that each start a story; none where the document holds a single one. */
function bankEntries(groups: readonly Group[]): ReadonlySet<Marker> {
	const entriesAtDepth = new Map<number, number>();
	for (const group of groups) {
		const kinds = new Set(group.sections.map(({ kind }) => kind)).size;
		const isEntry = kinds >= minKindsInBank || (kinds > 0 && hasTags(group));
		const depth = group.heading?.depth;
		if (depth !== undefined && isEntry) entriesAtDepth.set(depth, (entriesAtDepth.get(depth) ?? 0) + 1);
	}
	const entries = new Set<Marker>();
	for (const group of groups) {
		const isBegun = group.sections.length > 0 || hasTags(group);
		if (group.heading && isBegun && (entriesAtDepth.get(group.heading.depth) ?? 0) > 1) entries.add(group.heading);
	}
	return entries;
}

function hasTags(group: Group): boolean {
	return group.lines.some((line) => storyLineField(line.text)?.name === 'competencies');
}

function bankScopes(markers: readonly Marker[], entries: ReadonlySet<Marker>, whole: Span): readonly Scope[] {
	type OpenScope = { heading: HeadingMarker; lines: LabelMarker[]; sections: Marker[]; headings: HeadingMarker[] };
	const scopes: Scope[] = [];
	let open: OpenScope | undefined;
	const close = (end: number) => {
		if (open) scopes.push({ ...open, span: { start: open.heading.span.start, end } });
		open = undefined;
	};
	for (const marker of markers) {
		const isEntry = marker.form === 'heading' && entries.has(marker);
		// A story below another's heading ends that one: no text belongs to two stories.
		const ends = marker.form === 'heading' && open && (isEntry || marker.depth <= open.heading.depth);
		if (ends) close(marker.span.start);
		if (isEntry) open = { heading: marker, lines: [], sections: [], headings: [] };
		else if (marker.kind) open?.sections.push(marker);
		else if (marker.form === 'heading') open?.headings.push(marker);
		else if (open?.sections.length === 0 && storyLineField(marker.text)) open.lines.push(marker);
	}
	close(whole.end);
	return scopes;
}

function singleScope(markers: readonly Marker[], groups: readonly Group[], whole: Span): Scope {
	const sections = markers.filter((marker) => marker.kind);
	const firstSection = sections[0]?.span.start ?? whole.end;
	const headings = markers.filter((marker) => marker.form === 'heading' && !marker.kind) as HeadingMarker[];
	const beforeSections = groups.filter((group) => (group.lines[0]?.span.start ?? whole.end) < firstSection);
	// In a bank with a single entry the lines stand under the entry's own heading.
	const entry = beforeSections.find(hasTags);
	return {
		heading: entry?.heading ?? headings.find(({ depth }) => depth === 1),
		span: whole,
		lines: beforeSections.flatMap((group) => group.lines),
		sections,
		headings,
	};
}

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
	const following = firstEndingAfter(scope.headings, marker.span.start, ({ span }) => span);
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
