import type { Located, Span } from '../text/span.ts';
import { longestRun } from './confirmedMarkers.ts';
import { type CellMarker, type HeadingMarker, type LabelMarker, type Marker, tableLines } from './markers.ts';
import type { TableStory } from './tables.ts';
import { minStarSections } from './wholeStory.ts';

/** The part of a document that tells one story, before its sections are cut out. */
export interface Scope {
	/** The heading that the story stands under, or the first heading of a document with one story. */
	readonly heading: HeadingMarker | undefined;
	/** Of a story in a table its own title, if it has one. */
	readonly title?: Located<string> | undefined;
	/** The line of bold words that a story below no heading of its own begins with, and how deep it stands. */
	readonly titleLine?: { readonly label: LabelMarker; readonly level: number };
	/** How deep a story stands that shares its title with the one above. */
	readonly level?: number;
	readonly span: Span;
	/** Lines that speak for other stories too: those of the heading above several. */
	readonly sharedLines?: readonly LabelMarker[];
	/** The lines such as `**Strength:** 4` between the heading and the first section. */
	readonly lines: readonly LabelMarker[];
	/** Names of sections, of every level. */
	readonly sections: readonly Marker[];
	/** Names of the sections beside the telling. */
	readonly sides: readonly Marker[];
	/** Headings that name no section. */
	readonly headings: readonly HeadingMarker[];
	/** Labels that name no section. */
	readonly labels: readonly LabelMarker[];
	/** The lines of the block of code that the sections stand in, as a scope of its own. */
	readonly within?: Scope;
}

/** A heading with fewer kinds of section below it than this starts no bank: it may be a chapter of one story. */
const minKindsInBank = 2;

/**
 * Cuts a document into stories. Where STAR sections stand under two or more headings of one level, each heading of that
 * level is a story; else the whole document is one.
 *
 * @param markers of the whole document, in order
 * @param whole the document after its front matter
 * @param isBesideOthers whether other stories stand in the document besides
 * @returns at least one scope; several mean a bank
 */
export function findScopes(markers: readonly Marker[], whole: Span, isBesideOthers = false): readonly Scope[] {
	const isApart = (marker: Marker) => marker.form === 'cell' && marker.story !== undefined;
	const inTables = markers.some(isApart) ? tableScopes(markers) : [];
	const others = inTables.length > 0 ? markers.filter((marker) => !isApart(marker)) : markers;
	const depthOf = depthsWithTitles(others);
	const groups = groupByHeading(others, genericHeadings(others), depthOf);
	const entries = bankEntries(groups, isBesideOthers);
	const scopes =
		entries.size > 0 ? bankScopes(others, entries, whole, depthOf) : [singleScope(others, whole, groups)];
	if (inTables.length === 0) return scopes;
	const told = scopes.filter(({ sections }) => sections.length > 0);
	return [...told.map((scope) => cutShort(scope, inTables)), ...inTables].toSorted(
		(a, b) => a.span.start - b.span.start,
	);
}

/** The stories of tables that hold several, a scope each. */
function tableScopes(markers: readonly Marker[]): readonly Scope[] {
	const sections = new Map<TableStory, { readonly shared: readonly LabelMarker[]; readonly cells: CellMarker[] }>();
	let shared: LabelMarker[] = [];
	for (const marker of markers) {
		if (marker.form === 'heading') shared = [];
		else if (marker.form === 'label' && marker.field) shared.push(marker);
		else if (marker.form === 'cell' && marker.story) {
			const known = sections.get(marker.story);
			if (known) known.cells.push(marker);
			else sections.set(marker.story, { shared, cells: [marker] });
		}
	}
	return [...sections].map(([story, { shared: sharedLines, cells }]) => ({
		heading: undefined,
		title: story.title,
		span: story.span,
		sharedLines,
		lines: tableLines(story),
		sections: cells.filter(({ kind }) => kind),
		sides: cells.filter(({ side }) => side),
		headings: [],
		labels: [],
	}));
}

/** Ends a story before the others below its sections, and begins it behind those above them. */
export function cutShort(scope: Scope, others: readonly Scope[]): Scope {
	let { start, end } = scope.span;
	const first = scope.heading ?? scope.sections[0];
	for (const { span } of others) {
		if (first && span.end <= first.span.start) start = Math.max(start, span.end);
		else if (span.start >= start) end = Math.min(end, span.start);
	}
	return { ...scope, span: { start, end: Math.max(start, end) } };
}

interface Group {
	readonly heading: HeadingMarker | undefined;
	readonly lines: LabelMarker[];
	readonly sections: Marker[];
}

/** Titles that say what stands below them, and not which story it is. */
export const genericTitle =
	/^(?:the\s+)?(?:(?:my\s+|sample\s+|full\s+|model\s+|example\s+)?(?:star\+?(?:\s+(?:story|answer|format|method|template|notes?|breakdown|version))?|story|answer|response|template|tags?))$/iu;

/** A heading that asks or tells what the method is: `What is STAR?`, `STAR Framework Reference`. */
export const methodTitle =
	/^(?:[^\p{L}]*(?:the\s+)?(?:STARL?|S\.T\.A\.R\.?|CAR|PAR|SOAR)\+?[\s-]+(?:method|methode|framework|technique)(?!\p{L})|(?:what|how|why|when|about|using|understanding|introduction|overview|the|was|wie|qu|comment|pourquoi|qué|cómo|che|cosa|come|wat|hoe|co|jak|o que|como)(?![\p{L}]).*(?:\b(?:STAR|STARL|CAR|PAR|SOAR)\b|method|méthode|método|metodo|methode|metoda|technique|framework|format))/iu;

/**
 * Finds the headings that give a story no title: those that only say STAR, Story, Answer, Template or Tags, and those
 * that are the same in every story. The story's title is the heading above.
 */
export function genericHeadings(markers: readonly Marker[]): (heading: HeadingMarker) => boolean {
	const parents = new Map<HeadingMarker, HeadingMarker>();
	const alike = new Map<string, HeadingMarker[]>();
	const withSections = new Set<HeadingMarker>();
	const open: HeadingMarker[] = [];
	for (const marker of markers) {
		const last = open.at(-1);
		if (marker.kind && last) withSections.add(last);
		if (marker.form !== 'heading' || marker.kind || marker.side) continue;
		while ((open.at(-1)?.depth ?? 0) >= marker.depth) open.pop();
		const parent = open.at(-1);
		if (parent) {
			parents.set(marker, parent);
			alike.set(marker.text, [...(alike.get(marker.text) ?? []), marker]);
		}
		open.push(marker);
	}
	return (heading) => {
		if (!parents.has(heading)) return false;
		const same = alike.get(heading.text) ?? [];
		// The same words below one heading are titles of stories that happen to be called alike.
		const isRepeated = new Set(same.map((each) => parents.get(each))).size === same.length;
		const isInStories = same.filter((each) => withSections.has(each)).length > 1;
		return (isRepeated && isInStories) || genericTitle.test(heading.text.replace(/[\s:.]+$/u, ''));
	};
}

/**
 * How deep headings stand. Where several stories have titles of one level, and the sections of all or of some of them
 * have headings of the same (`## The outage`, `## Situation`, …), those titles stand half a level higher.
 */
function depthsWithTitles(markers: readonly Marker[]): (heading: HeadingMarker) => number {
	const titles = new Map<number, { readonly headings: HeadingMarker[]; hasFlat: boolean }>();
	let title: HeadingMarker | undefined;
	let own: HeadingMarker[] = [];
	let others: Marker[] = [];
	const close = () => {
		const isFlat = longestRun(own) >= minStarSections;
		if (title && (isFlat || longestRun(others) >= minStarSections)) {
			const alike = titles.get(title.depth) ?? { headings: [], hasFlat: false };
			alike.headings.push(title);
			alike.hasFlat ||= isFlat;
			titles.set(title.depth, alike);
		}
		[own, others] = [[], []];
	};
	for (const marker of markers) {
		if (marker.form !== 'heading' && marker.isOwn) others.push(marker);
		if (marker.form !== 'heading' || marker.side) continue;
		if (!marker.kind && marker.depth > (title?.depth ?? 0) && own.length > 0) continue;
		if (marker.kind && marker.depth >= (title?.depth ?? 0)) {
			if (marker.isOwn && marker.depth === title?.depth) own.push(marker);
			continue;
		}
		close();
		title = marker.kind ? undefined : marker;
	}
	close();
	const several = [...titles.values()].filter(({ headings, hasFlat }) => hasFlat && headings.length > 1);
	const isTitle = new Set(several.flatMap(({ headings }) => headings));
	return (heading) => (isTitle.has(heading) ? heading.depth - 0.5 : heading.depth);
}

/** Gives every section and story line to the nearest heading above it that names no section, and has a title. */
function groupByHeading(
	markers: readonly Marker[],
	isGeneric: (heading: HeadingMarker) => boolean,
	depthOf: (heading: HeadingMarker) => number,
): readonly Group[] {
	const top: Group = { heading: undefined, lines: [], sections: [] };
	const groups = [top];
	let open = [top];
	for (const marker of markers) {
		if (marker.form === 'heading')
			open = open.filter(({ heading }) => !heading || depthOf(heading) < depthOf(marker));
		const group = open.at(-1) ?? top;
		if (marker.kind) group.sections.push(marker);
		else if (marker.side || (marker.form === 'heading' && isGeneric(marker))) continue;
		else if (marker.form === 'heading') {
			const next: Group = { heading: marker, lines: [], sections: [] };
			groups.push(next);
			open.push(next);
		} else if (marker.form === 'label' && marker.field && group.sections.length === 0) group.lines.push(marker);
	}
	return groups;
}

/**
 * The headings that each start a story; none where the document holds a single one.
 *
 * @param isBesideOthers whether one is enough, as other stories stand beside it
 */
function bankEntries(groups: readonly Group[], isBesideOthers: boolean): ReadonlySet<Marker> {
	const entriesAtDepth = new Map<number, number>();
	const namedAtDepth = new Map<number, Set<string>>();
	for (const group of groups) {
		const named = new Set(group.sections.map(({ kind, form }) => `${kind} ${form}`));
		const depth = group.heading?.depth;
		if (depth === undefined || named.size === 0) continue;
		const above = namedAtDepth.get(depth) ?? new Set();
		namedAtDepth.set(depth, new Set([...above, ...named]));
		// A story that has only begun has a section that another one has too; a chapter of one story has not.
		const isBegun = group.sections.some(({ kind, form, isOwn }) => isOwn && above.has(`${kind} ${form}`));
		const isEntry = named.size >= minKindsInBank || hasTags(group) || isBegun;
		if (isEntry) entriesAtDepth.set(depth, (entriesAtDepth.get(depth) ?? 0) + 1);
	}
	const begun = groups.filter((group) => {
		const isBegun = group.sections.length > 0 || hasTags(group);
		return isBegun && (entriesAtDepth.get(group.heading?.depth ?? 0) ?? 0) > (isBesideOthers ? 0 : 1);
	});
	return new Set([...wholeStories(groups, begun), ...begun].flatMap(({ heading }) => heading ?? []));
}

/**
 * The headings with a whole story right below them, however deep each stands, where there are several, or one beside
 * those of a bank. One within another's part of the document is a version of that story, unless it is written alike, or
 * the other one explains the method.
 *
 * @param begun the stories of a bank, whole or not
 */
function wholeStories(groups: readonly Group[], begun: readonly Group[]): readonly Group[] {
	const whole = groups.filter(isWhole);
	const apart = whole.filter((group, index) => {
		const above = whole.slice(0, index).findLast((other) => isBelow(group, other, groups));
		return !above || formOf(above) === formOf(group) || methodTitle.test(above.heading?.text ?? '');
	});
	const [only] = apart;
	const isBesideBank =
		only && begun.length > 0 && isUnparted(only, groups) && !begun.some((other) => isBelow(only, other, groups));
	return apart.length > 1 || isBesideBank ? apart : [];
}

/** Whether no other heading stands between a heading and its first section: that one would be the story's. */
function isUnparted(group: Group, groups: readonly Group[]): boolean {
	const next = groups[groups.indexOf(group) + 1]?.heading;
	return !next || (group.sections[0]?.span.start ?? 0) < next.span.start;
}

/** Whether a heading has the sections of a story, by their own names and in order. */
function isWhole({ heading, sections }: Group): boolean {
	return heading !== undefined && longestRun(sections.filter(({ isOwn }) => isOwn)) >= minStarSections;
}

function formOf({ sections: [first] }: Group): string | undefined {
	return first?.form;
}

/** Whether a heading stands in another's part of the document. */
function isBelow(group: Group, above: Group, groups: readonly Group[]): boolean {
	const [from, to] = [groups.indexOf(above), groups.indexOf(group)];
	const depth = above.heading?.depth ?? 0;
	return from < to && groups.slice(from + 1, to + 1).every(({ heading }) => (heading?.depth ?? 0) > depth);
}

/** Whether a label begins a line such as `**Angle (Mentorship):** …`. */
export function isAngle({ field }: LabelMarker): boolean {
	return field?.type === 'angles';
}

function hasTags(group: Group): boolean {
	return group.lines.some((line) => line.field?.name === 'competencies');
}

function bankScopes(
	markers: readonly Marker[],
	entries: ReadonlySet<Marker>,
	whole: Span,
	depthOf: (heading: HeadingMarker) => number,
): readonly Scope[] {
	type OpenScope = {
		heading: HeadingMarker;
		lines: LabelMarker[];
		sections: Marker[];
		sides: Marker[];
		headings: HeadingMarker[];
		labels: LabelMarker[];
	};
	const scopes: Scope[] = [];
	let open: OpenScope | undefined;
	const close = (end: number) => {
		if (open) scopes.push({ ...open, span: { start: open.heading.span.start, end } });
		open = undefined;
	};
	for (const marker of markers) {
		const isEntry = marker.form === 'heading' && entries.has(marker);
		// A story below another's heading ends that one: no text belongs to two stories.
		const ends = marker.form === 'heading' && open && (isEntry || depthOf(marker) <= depthOf(open.heading));
		if (ends) close(marker.span.start);
		if (isEntry) open = { heading: marker, lines: [], sections: [], sides: [], headings: [], labels: [] };
		else if (marker.kind) open?.sections.push(marker);
		else if (marker.side) open?.sides.push(marker);
		else if (marker.form === 'heading') open?.headings.push(marker);
		else if (open && marker.form === 'label') {
			open.labels.push(marker);
			// What a label of an angle begins can be nothing else, wherever it stands.
			if (marker.field && (open.sections.length === 0 || isAngle(marker))) open.lines.push(marker);
		}
	}
	close(whole.end);
	return scopes;
}

/** The heading of level 1; where that one explains the method, the one right above the story that follows. */
function titleOfSingle(headings: readonly HeadingMarker[], firstSection: number): HeadingMarker | undefined {
	const top = headings.find(({ depth }) => depth === 1);
	if (!top || !methodTitle.test(top.text)) return top;
	const isTitle = ({ text, span }: HeadingMarker) =>
		span.start < firstSection && !methodTitle.test(text) && !genericTitle.test(text.replace(/[\s:.]+$/u, ''));
	return headings.findLast(isTitle) ?? top;
}

/** The whole document as one story. */
export function singleScope(
	markers: readonly Marker[],
	whole: Span,
	groups: readonly Group[] = groupByHeading(markers, genericHeadings(markers), depthsWithTitles(markers)),
): Scope {
	const sections = markers.filter((marker) => marker.kind);
	const firstSection = sections[0]?.span.start ?? whole.end;
	const unnamed = markers.filter(({ kind, side }) => !kind && !side);
	const headings = unnamed.filter((marker) => marker.form === 'heading');
	const labels = unnamed.filter((marker) => marker.form === 'label');
	const beforeSections = groups.filter((group) => (group.lines[0]?.span.start ?? whole.end) < firstSection);
	// In a bank with a single entry the lines stand under the entry's own heading.
	const entry = beforeSections.find(hasTags);
	return {
		heading: entry?.heading ?? titleOfSingle(headings, firstSection),
		span: whole,
		lines: [
			...beforeSections.flatMap((group) => group.lines),
			...labels.filter((label) => isAngle(label) && label.span.start >= firstSection),
		],
		sections,
		sides: markers.filter(({ side }) => side),
		headings,
		labels,
	};
}
