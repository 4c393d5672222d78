import type { KnownPrompts } from '../framework/prompts.ts';
import { starKinds } from '../framework/sectionKind.ts';
import { lineStart } from '../text/lines.ts';
import { firstEndingAfter, type Span } from '../text/span.ts';
import type { HeadingMarker, LabelMarker, Marker } from './markers.ts';
import type { Section, SideSection } from './model.ts';
import { findOpenPrompts, hasOwnText } from './openPrompts.ts';
import type { ContentIndex } from './pieces.ts';
import { isAngle, type Scope } from './scopes.ts';

/** A title is a heading of level 1, so a label below no heading ends at a heading of level 2. */
const shallowestLabelLevel = 2;

/** Deeper than any heading: a label inside a heading's section is part of its text. */
const labelLevel = 7;

/**
 * Cuts the sections out of a scope. A deeper heading or a label that names a section which the story already has at a
 * higher level is part of the text around it, and so is an alias beside the section's own name.
 *
 * @param prompts that a snippet may have left in them
 */
export function findSections(
	scope: Scope,
	text: string,
	content: ContentIndex,
	prompts: KnownPrompts,
): readonly Section[] {
	const written = (body: Span) => {
		const openPrompts = findOpenPrompts(text, body, prompts);
		const empty = !hasOwnText(text, body, openPrompts, content);
		return { empty, ...(openPrompts.length > 0 && { openPrompts }) };
	};
	const kept = namingMarkers(scope.sections);
	return kept.flatMap((marker, index): Section[] => {
		const { kind, also } = marker;
		if (!kind) return [];
		const shared = also.length > 0 && { also };
		if (marker.form === 'cell') {
			const { form, name, span, value: body } = marker;
			return [{ kind, ...shared, form, name, span, body, ...written(body) }];
		}
		const start = startOf(marker, text);
		const end = Math.max(marker.span.end, endOf(marker, kept[index + 1], scope, text, content));
		const body = { start: marker.form === 'label' ? marker.value.start : marker.span.end, end };
		const { form, name } = marker;
		return [{ kind, ...shared, form, name, span: { start, end }, body, ...written(body) }];
	});
}

/**
 * Cuts the sections beside the telling out of a scope, in the order of the text. One ends where the next section of the
 * story begins, at a heading of its own or a higher level, at a rule, and, where it is a label, at any heading and at
 * the next label that stands as it does; a label that asks something is part of it.
 */
export function findSides(scope: Scope, text: string, content: ContentIndex): readonly SideSection[] {
	const others = [...namingMarkers(scope.sections), ...scope.sides];
	return scope.sides.flatMap((marker): SideSection[] => {
		const { side, form, name, span } = marker;
		if (!side) return [];
		if (marker.form === 'cell') {
			const body = marker.value;
			return [{ kind: side, form, name, span, body, empty: !content.hasText(body) }];
		}
		const level = marker.form === 'heading' ? marker.depth : labelLevel;
		const closing =
			marker.form === 'label' ? scope.labels.find((label) => closesSide(label, marker, content)) : undefined;
		const behind = [
			...others,
			...scope.headings.filter(({ depth }) => depth <= level),
			...(closing ? [closing] : []),
		].filter((other) => other.span.start > span.start);
		const end = Math.min(
			scope.span.end,
			content.ruleAfter(span.end) ?? Infinity,
			(marker.form === 'label' && marker.quoteEnd) || Infinity,
			...behind.map((other) => startOf(other, text)),
		);
		const start = startOf(marker, text);
		const bodyStart = marker.form === 'label' ? marker.value.start : span.end;
		const body = { start: bodyStart, end: Math.max(bodyStart, end) };
		return [{ kind: side, form, name, span: { start, end: body.end }, body, empty: !content.hasText(body) }];
	});
}

function closesSide(label: LabelMarker, marker: LabelMarker, content: ContentIndex): boolean {
	return (
		label.span.start > marker.span.start &&
		!/[?？]$/u.test(label.text) &&
		(label.field?.name === 'competencies' || standsAlike(label, marker)) &&
		content.hasText({ start: marker.value.start, end: label.span.start })
	);
}

/** Whether a label stands as another does that heads a section. */
function standsAlike(label: LabelMarker, { style, inList, isAlone }: LabelMarker): boolean {
	return label.style === style && label.inList === inList && (label.isAlone || !isAlone);
}

/** So many of the STAR sections make a level the one at which a story has its sections. */
const minHome = 3;

function namingMarkers(markers: readonly Marker[]): readonly Marker[] {
	const levels = new Map<string, number>();
	const named = new Map<number, Set<string>>();
	for (const marker of markers) {
		const { kind, isOwn } = marker;
		if (!kind) continue;
		const level = levelOf(marker);
		levels.set(kind, Math.min(levels.get(kind) ?? labelLevel, level));
		if (isOwn && star.has(kind)) named.set(level, (named.get(level) ?? new Set()).add(kind));
	}
	// Beside them, what names one of those sections above (`## The problem`, `#### Results`) heads something else.
	const homes = [...named].filter(([, kinds]) => kinds.size >= minHome).toSorted(([one], [other]) => one - other);
	const [home] = homes;
	for (const kind of home?.[1] ?? []) levels.set(kind, home?.[0] ?? labelLevel);
	const shallow = markers.filter((marker) => marker.kind && levelOf(marker) === levels.get(marker.kind));
	const own = new Set(shallow.filter(({ isOwn }) => isOwn).map(({ kind }) => kind));
	return shallow.filter(({ isOwn, kind }) => isOwn || !own.has(kind));
}

const star: ReadonlySet<string> = new Set(starKinds);

function levelOf(marker: Marker): number {
	return marker.form === 'heading' ? marker.depth : labelLevel;
}

/** A heading may be indented; a label knows where it begins, also within a line. */
function startOf(marker: Pick<Marker, 'form' | 'span'>, text: string): number {
	return marker.form === 'heading' ? lineStart(text, marker.span.start) : marker.span.start;
}

function endOf(
	marker: HeadingMarker | LabelMarker,
	next: Marker | undefined,
	scope: Scope,
	text: string,
	content: ContentIndex,
): number {
	const following = firstEndingAfter(scope.headings, marker.span.start, ({ span }) => span);
	const above = scope.headings[following - 1] ?? scope.heading;
	const isLast = next === undefined;
	const labelHeadingLevel = isLast ? labelLevel : Math.max(shallowestLabelLevel, (above?.depth ?? 0) + 1);
	const level = marker.form === 'heading' ? marker.depth : labelHeadingLevel;
	let end = next ? startOf(next, text) : scope.span.end;
	for (let index = following; index < scope.headings.length; index++) {
		const heading = scope.headings[index];
		if (!heading || heading.span.start >= end) break;
		if (heading.depth > level) continue;
		end = lineStart(text, heading.span.start);
		break;
	}
	if (isLast) end = Math.min(end, content.ruleAfter(marker.span.end) ?? end);
	if (isLast && marker.form === 'label') end = Math.min(end, marker.quoteEnd ?? end);
	const side = scope.sides.find(({ span }) => span.start > marker.span.start);
	if (side) end = Math.min(end, startOf(side, text));
	// Whatever heads the last section, how to turn the story is not told.
	const angle = isLast && scope.labels.find((label) => isAngle(label) && label.span.start > marker.span.start);
	if (angle) end = Math.min(end, angle.span.start);
	const closing = closingLabel(marker, scope, content);
	return closing ? Math.min(end, closing.span.start) : end;
}

/**
 * The telling ends where Result or Learnings are followed by a label that stands like theirs and names no section.
 * Bold lines right below the name of the section are its own parts.
 */
function closingLabel(marker: Marker, { labels }: Scope, content: ContentIndex): LabelMarker | undefined {
	if (marker.form !== 'label' || (marker.kind !== 'result' && marker.kind !== 'learnings')) return undefined;
	const { start } = marker.value;
	const closing = labels.find(
		(label) =>
			label.span.start > marker.span.start &&
			(label.field?.name === 'competencies' || standsAlike(label, marker)),
	);
	if (!closing || closing.field?.name === 'competencies') return closing;
	return content.hasText({ start, end: closing.span.start }) ? closing : undefined;
}
